// Questions to text that its bytes can answer: asked of every entry, where looking at whole characters takes too long.
// Each gives what the same question about characters would give.

extension String {
    /// Without the white space at both ends.
    var trimmingSpaces: String {
        if utf8.first.map(Self.isInk) ?? true, utf8.last.map(Self.isInk) ?? true { return self }
        guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[first...last])
    }

    /// A character of ASCII is seen without a look at what stands beside it: no mark makes it white space.
    private static func isInk(_ byte: UInt8) -> Bool {
        (0x21...0x7E).contains(byte)
    }

    /// Whether the byte stands anywhere in the text's UTF-8.
    func hasByte(_ byte: UInt8) -> Bool {
        let bytes = utf8.span
        for index in bytes.indices where bytes[index] == byte { return true }
        return false
    }
}

extension Substring {
    /// Where the first `sign`, a character of ASCII, stands.
    func firstIndex(ofASCII sign: Character) -> Index? {
        guard let byte = sign.asciiValue, let index = utf8.firstIndex(of: byte) else { return nil }
        // A mark behind it or a joining sign before it makes it another character.
        let next = utf8.index(after: index)
        let isAlone =
            (next == endIndex || utf8[next] < 0x80)
            && (index == startIndex || utf8[utf8.index(before: index)] < 0x80)
        return isAlone ? index : firstIndex(of: sign)
    }
}
