// What the bytes of a line tell about a dateline at its head: most lines have none, and are told here without a look at
// their characters. Refuses to find one: where it cannot rule a dateline out, DatelineParser reads.

/// The signs that datelines end in, as far as they stand in the head of a line.
struct DatelineSigns {
    /// A pair of brackets, or a slash after a space.
    private(set) var hasBrackets = false
    /// A dash with space around it.
    private(set) var hasDash = false
    /// A colon with space behind it.
    private(set) var hasColon = false

    /// - Parameter reach: in Unicode scalars.
    init(of text: Substring, reach: Int) {
        let bytes = text.utf8.span
        var (scalars, index) = (0, 0)
        var openings: Set<UInt8> = []
        while index < bytes.count, scalars < reach {
            let byte = bytes[index]
            if byte == 0x0A { break }
            // Behind the first byte of a character come those that continue it: 10xxxxxx.
            if byte & 0xC0 != 0x80 { scalars += 1 }
            switch byte {
            case UInt8(ascii: "("), UInt8(ascii: "["): openings.insert(byte)
            case UInt8(ascii: ")"): if openings.contains(UInt8(ascii: "(")) { hasBrackets = true }
            case UInt8(ascii: "]"): if openings.contains(UInt8(ascii: "[")) { hasBrackets = true }
            case UInt8(ascii: "/"): if index > 0, Self.maySpace(bytes[index - 1]) { hasBrackets = true }
            case UInt8(ascii: ":"): if Self.maySpace(bytes, at: index + 1) { hasColon = true }
            case UInt8(ascii: "-"), UInt8(ascii: "_"): note(bytes, dash: index..<(index + 1))
            case 0xE2 where Self.isDash(bytes, at: index): note(bytes, dash: index..<(index + 3))
            default: break
            }
            index += 1
        }
    }

    private mutating func note(_ bytes: Span<UInt8>, dash: Range<Int>) {
        guard dash.lowerBound > 0 else { return }
        let before = bytes[dash.lowerBound - 1]
        let (mayStart, end) = (before == UInt8(ascii: "-") || before == UInt8(ascii: "_"), dash.upperBound)
        guard mayStart || before == UInt8(ascii: ".") || Self.maySpace(before) else { return }
        guard end < bytes.count else { return }
        let isRun = bytes[end] == UInt8(ascii: "-") || bytes[end] == UInt8(ascii: "_")
        if isRun || Self.maySpace(bytes[end]) { hasDash = true }
    }

    /// U+2012 to U+2015, U+2212.
    private static func isDash(_ bytes: Span<UInt8>, at index: Int) -> Bool {
        guard index + 2 < bytes.count else { return false }
        return (bytes[index + 1] == 0x80 && (0x92...0x95).contains(bytes[index + 2]))
            || (bytes[index + 1] == 0x88 && bytes[index + 2] == 0x92)
    }

    private static func maySpace(_ bytes: Span<UInt8>, at index: Int) -> Bool {
        index < bytes.count && maySpace(bytes[index])
    }

    /// White space, or a part of a character that may be.
    private static func maySpace(_ byte: UInt8) -> Bool { byte <= 0x20 || byte >= 0x80 }
}
