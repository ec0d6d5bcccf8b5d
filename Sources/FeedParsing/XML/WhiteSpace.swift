// XML white space: trimming and folding, on bytes and on text.

enum WhiteSpace {
    static func contains(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
    }

    /// Without white space at both ends.
    static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var rest = bytes
        while let first = rest.first, contains(first) { rest.removeFirst() }
        while let last = rest.last, contains(last) { rest.removeLast() }
        return rest
    }

    /// Without white space at both ends.
    static func trimmed(_ text: String) -> String {
        guard text.utf8.first.map(contains) == true || text.utf8.last.map(contains) == true else { return text }
        return String(decoding: trimmed(Array(text.utf8)[...]), as: UTF8.self)
    }

    /// One line: every run of white space is one space, none at the ends.
    static func folded(_ bytes: ArraySlice<UInt8>) -> String {
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
        return String(decoding: line, as: UTF8.self)
    }

    /// One line: every run of white space is one space, none at the ends.
    static func folded(_ text: String) -> String { folded(Array(text.utf8)[...]) }
}
