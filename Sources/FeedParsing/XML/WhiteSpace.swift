// XML white space: trimming and folding, on bytes and on text.

import XMLStream

enum WhiteSpace {
    static func contains(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
    }

    /// Without white space at both ends.
    static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var (start, end) = (bytes.startIndex, bytes.endIndex)
        while start < end, contains(bytes[start]) { start += 1 }
        while start < end, contains(bytes[end - 1]) { end -= 1 }
        return bytes[start..<end]
    }

    /// Without white space at both ends.
    static func trimmed(_ text: String) -> String {
        guard text.utf8.first.map(contains) == true || text.utf8.last.map(contains) == true else { return text }
        return String(decoding: trimmed(Array(text.utf8)[...]), as: UTF8.self)
    }

    /// One line: every run of white space is one space, none at the ends.
    static func folded(_ bytes: ArraySlice<UInt8>) -> String {
        guard needsFolding(bytes) else { return UTF8Text.string(bytes) }
        var line: [UInt8] = []
        line.reserveCapacity(bytes.count)
        for byte in bytes {
            if !contains(byte) {
                line.append(byte)
            } else if let last = line.last, last != 0x20 {
                line.append(0x20)
            }
        }
        if line.last == 0x20 { line.removeLast() }
        return UTF8Text.string(line[...])
    }

    private static func needsFolding(_ bytes: ArraySlice<UInt8>) -> Bool {
        var wasSpace = true
        for byte in bytes {
            guard contains(byte) else {
                wasSpace = false
                continue
            }
            if wasSpace || byte != 0x20 { return true }
            wasSpace = true
        }
        return wasSpace && !bytes.isEmpty
    }

    /// One line: every run of white space is one space, none at the ends.
    static func folded(_ text: String) -> String { folded(Array(text.utf8)[...]) }
}
