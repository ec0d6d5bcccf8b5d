// Writes HTML in one fixed form: lower-case names, double quotes, no slash on void elements, UTF-8 as it is.
// Refuses to decide what is written.

import FeedModel

/// Collects the text of one sanitised fragment after another.
struct HTMLWriter {
    private var output: [UInt8] = []

    /// Empty, with room for about this much; memory is kept.
    mutating func begin(_ byteCount: Int) {
        output.removeAll(keepingCapacity: true)
        output.reserveCapacity(byteCount)
    }

    mutating func startTag(_ name: [UInt8]) {
        output.append(UInt8(ascii: "<"))
        output.append(contentsOf: name)
    }

    mutating func endOfTag() {
        output.append(UInt8(ascii: ">"))
    }

    mutating func endTag(_ name: [UInt8]) {
        output.append(UInt8(ascii: "<"))
        output.append(UInt8(ascii: "/"))
        output.append(contentsOf: name)
        output.append(UInt8(ascii: ">"))
    }

    /// - Parameter prefix: written before the value, in the same quotes.
    mutating func attribute(_ name: String, _ value: ArraySlice<UInt8>, behind prefix: [UInt8] = []) {
        output.append(UInt8(ascii: " "))
        output.append(contentsOf: name.utf8)
        output.append(UInt8(ascii: "="))
        output.append(UInt8(ascii: "\""))
        if !prefix.isEmpty { escape(prefix[...], quotes: true) }
        escape(value, quotes: true)
        output.append(UInt8(ascii: "\""))
    }

    mutating func text(_ bytes: ArraySlice<UInt8>) {
        escape(bytes, quotes: false)
    }

    /// Text of which nothing needs escaping.
    mutating func plain(_ bytes: ArraySlice<UInt8>) {
        output.append(contentsOf: bytes)
    }

    /// The fragment without white space around it.
    func finish() -> String {
        String(decoding: Self.trimmed(output[...]), as: UTF8.self)
    }

    /// Copies runs that need no escaping at once.
    private mutating func escape(_ slice: ArraySlice<UInt8>, quotes: Bool) {
        var copied = 0
        var position = 0
        let (bytes, start) = (slice.span, slice.startIndex)
        while position < bytes.count {
            let byte = bytes[position]
            guard Self.isSpecial(byte) else {
                position += 1
                continue
            }
            let next = position + 1 < bytes.count ? bytes[position + 1] : 0
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
            case 0xEF where next == 0xBF && position + 2 < bytes.count && bytes[position + 2] >= 0xBE:
                replacement = ""
                length = 3
            case 0xC2, 0xEF, 0x09, 0x0A: replacement = nil
            // Control characters, which XML forbids too.
            default: replacement = ""
            }
            if let replacement {
                output.append(contentsOf: slice[(start + copied)..<(start + position)])
                replacement.withUTF8Buffer { output.append(contentsOf: $0) }
                copied = position + length
            }
            position += length
        }
        output.append(contentsOf: slice[(start + copied)...])
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
    /// Whether a text must be parsed, or cleaned, before it is HTML in the fixed form.
    static func needsParsing(_ text: ArraySlice<UInt8>) -> Bool {
        let bytes = text.span
        for index in bytes.indices {
            let byte = bytes[index]
            if byte != 0x09, byte != 0x0A, byte != UInt8(ascii: "\""), isSpecial(byte) { return true }
        }
        return false
    }

    /// Without the white space at both ends.
    static func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let start = text.firstIndex { !isSpace($0) } ?? text.endIndex
        let end = text.lastIndex { !isSpace($0) }.map { $0 + 1 } ?? start
        return text[start..<end]
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || (0x09...0x0D).contains(byte)
    }
}
