// Text whose only markup are common character references, `AT&T` and `1 < 2`: most headlines, read without a parser.
// Refuses everything else, for which there is the parser.

enum PlainReferences {
    private static let names: [(name: [UInt8], byte: UInt8)] = [
        (Array("amp;".utf8), 0x26), (Array("quot;".utf8), 0x22), (Array("lt;".utf8), 0x3C), (Array("gt;".utf8), 0x3E),
    ]

    /// Adds the text of `html` to an empty `line`; false when it takes a parser, then `line` stays as it is.
    static func resolve(_ html: String, into line: inout TextLine) -> Bool {
        var text: [UInt8] = []
        text.reserveCapacity(html.utf8.count)
        var rest = Array(html.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == 0x26 {
                guard let count = resolveReference(rest, into: &text) else { return false }
                rest.removeFirst(count)
            } else {
                let isPlain = byte >= 0x20 && byte != 0x7F && (byte != 0x3C || rest.first == 0x20) || byte == 0x0A
                guard isPlain else { return false }
                text.append(byte)
            }
        }
        line.append(text[...])
        return true
    }

    /// Whether the `&` before `rest` is one: before a space, or a single letter, for which there is no reference.
    private static func isLiteral(_ rest: ArraySlice<UInt8>) -> Bool {
        let letters = rest.prefix(2).prefix { (0x61...0x7A).contains($0 | 0x20) }
        return letters.count < 2 && rest.dropFirst(letters.count).first == 0x20
    }

    /// The length of the reference at the start of `rest`, its `&` left out.
    private static func resolveReference(_ rest: ArraySlice<UInt8>, into text: inout [UInt8]) -> Int? {
        if isLiteral(rest) {
            text.append(0x26)
            return 0
        }
        guard rest.first == UInt8(ascii: "#") else {
            for (name, byte) in names where rest.starts(with: name) {
                text.append(byte)
                return name.count
            }
            return nil
        }
        var value: UInt32 = 0
        let digits = rest.dropFirst().prefix(5).prefix { (0x30...0x39).contains($0) }
        for digit in digits { value = value * 10 + UInt32(digit - 0x30) }
        // Below U+00A0 HTML reads some as windows-1252.
        guard (0x20...0x7E).contains(value) || (0xA0...0xD7FF).contains(value), let scalar = Unicode.Scalar(value),
            digits.endIndex < rest.endIndex, rest[digits.endIndex] == UInt8(ascii: ";")
        else { return nil }
        text += String(scalar).utf8
        return digits.count + 2
    }
}
