// Writes HTML in one fixed form: lower-case names, double quotes, no slash on void elements, UTF-8 as it is.
// Refuses to decide what is written.

import FeedModel

/// Collects the text of one sanitised fragment.
struct HTMLWriter {
    private var output: [UInt8] = []

    mutating func reserve(_ byteCount: Int) {
        output.reserveCapacity(byteCount)
    }

    mutating func startTag(_ name: String) {
        output.append(UInt8(ascii: "<"))
        output.append(contentsOf: name.utf8)
    }

    mutating func endOfTag() {
        output.append(UInt8(ascii: ">"))
    }

    mutating func endTag(_ name: String) {
        output.append(contentsOf: "</".utf8)
        output.append(contentsOf: name.utf8)
        output.append(UInt8(ascii: ">"))
    }

    mutating func attribute(_ name: String, _ value: some Collection<UInt8>) {
        output.append(UInt8(ascii: " "))
        output.append(contentsOf: name.utf8)
        output.append(contentsOf: "=\"".utf8)
        escape(Array(value)[...], quotes: true)
        output.append(UInt8(ascii: "\""))
    }

    mutating func text(_ bytes: ArraySlice<UInt8>) {
        escape(bytes, quotes: false)
    }

    /// The fragment without white space around it.
    consuming func finish() -> String {
        let start = output.firstIndex { !Self.isSpace($0) } ?? output.endIndex
        let end = output.lastIndex { !Self.isSpace($0) }.map { $0 + 1 } ?? start
        return String(decoding: output[start..<end], as: UTF8.self)
    }

    /// Copies runs that need no escaping at once.
    private mutating func escape(_ bytes: ArraySlice<UInt8>, quotes: Bool) {
        var copied = bytes.startIndex
        var position = bytes.startIndex
        while position < bytes.endIndex {
            let byte = bytes[position]
            guard Self.isSpecial(byte) else {
                position += 1
                continue
            }
            let next = position + 1 < bytes.endIndex ? bytes[position + 1] : 0
            var length = 1
            var replacement: StaticString?
            switch byte {
            case UInt8(ascii: "&"): replacement = "&amp;"
            case UInt8(ascii: "<"): replacement = "&lt;"
            case UInt8(ascii: ">"): replacement = "&gt;"
            case UInt8(ascii: "\""): replacement = quotes ? "&quot;" : nil
            case 0x0D: replacement = next == 0x0A ? "" : "\n"
            case 0xC2 where (0x80...0x9F).contains(next):
                replacement = Windows1252.character(next)
                length = 2
            // U+FFFE and U+FFFF, which XML forbids.
            case 0xEF where next == 0xBF && position + 2 < bytes.endIndex && bytes[position + 2] >= 0xBE:
                replacement = ""
                length = 3
            case 0xC2, 0xEF, 0x09, 0x0A: replacement = nil
            // Control characters, which XML forbids too.
            default: replacement = ""
            }
            if let replacement {
                output.append(contentsOf: bytes[copied..<position])
                replacement.withUTF8Buffer { output.append(contentsOf: $0) }
                copied = position + length
            }
            position += length
        }
        output.append(contentsOf: bytes[copied..<bytes.endIndex])
    }

    private static func isSpecial(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), 0xC2, 0xEF: true
        default: byte < 0x20
        }
    }
}

// MARK: - Text that needs no parser

extension HTMLWriter {
    /// Whether a text with this byte in it must be parsed, or cleaned, before it is HTML in the fixed form.
    static func needsParsing(_ byte: UInt8) -> Bool {
        if byte == 0x09 || byte == 0x0A || byte == UInt8(ascii: "\"") { return false }
        return isSpecial(byte)
    }

    static func trimmed(_ text: String) -> String {
        let bytes = text.utf8
        guard let first = bytes.first, let last = bytes.last, isSpace(first) || isSpace(last) else { return text }
        let start = bytes.firstIndex { !isSpace($0) } ?? bytes.endIndex
        let end = bytes.lastIndex { !isSpace($0) }.map { bytes.index(after: $0) } ?? start
        return String(decoding: bytes[start..<end], as: UTF8.self)
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || (0x09...0x0D).contains(byte)
    }
}
