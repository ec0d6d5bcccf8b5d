// One start tag of ill-formed markup, read the way browsers do.

/// A start tag whose attributes may lack quotes, values or a proper end.
struct MarkupTag {
    struct Attribute {
        var name: [UInt8]
        var value: ArraySlice<UInt8>
    }

    /// Further attributes are dropped.
    private static let limit = 100

    let name: [UInt8]
    private(set) var attributes: [Attribute] = []
    private(set) var isEmpty = false
    /// The first position after the tag.
    private(set) var end: Int

    /// Nil when the document ends inside the tag. `start` is at `<`, a name follows.
    init?(in source: [UInt8], at start: Int) {
        name = Array(source[(start + 1)...].prefix(while: MarkupRepair.isName))
        end = start + 1 + name.count
        while end < source.count {
            switch source[end] {
            case UInt8(ascii: ">"):
                end += 1
                return
            case UInt8(ascii: "<"):
                // The next tag starts before this one ends.
                return
            case UInt8(ascii: "/"):
                isEmpty = end + 1 < source.count && source[end + 1] == UInt8(ascii: ">")
                end += 1
            case let byte where MarkupRepair.startsName(byte): readAttribute(in: source)
            default: end += 1
            }
        }
        return nil
    }

    private mutating func readAttribute(in source: [UInt8]) {
        let name = Array(source[end...].prefix(while: MarkupRepair.isName))
        end += name.count
        var next = source[end...].firstIndex { !WhiteSpace.contains($0) } ?? source.count
        var value = source[end..<end]
        if next < source.count, source[next] == UInt8(ascii: "=") {
            next = source[(next + 1)...].firstIndex { !WhiteSpace.contains($0) } ?? source.count
            value = Self.value(in: source, at: next)
            end = value.endIndex
            if end < source.count, Self.isQuote(source[end]) { end += 1 }
        }
        guard attributes.count < Self.limit, !attributes.contains(where: { $0.name == name }) else { return }
        attributes.append(Attribute(name: name, value: value))
    }

    private static func value(in source: [UInt8], at start: Int) -> ArraySlice<UInt8> {
        guard start < source.count, isQuote(source[start]) else {
            let bare = source[start...].prefix { !WhiteSpace.contains($0) && $0 != UInt8(ascii: ">") }
            // The quote before it was lost.
            return bare.last.map(isQuote) == true ? bare.dropLast() : bare
        }
        let rest = source[(start + 1)...]
        // A quote that is not closed, or only by one of another tag, ends with this tag.
        let close = rest.indices.first { rest[$0] == source[start] || startsTag(source, $0) } ?? source.count
        if close < source.count, source[close] == source[start] { return rest[..<close] }
        return rest[..<(rest[..<close].firstIndex(of: UInt8(ascii: ">")) ?? close)]
    }

    private static func startsTag(_ source: [UInt8], _ index: Int) -> Bool {
        guard source[index] == UInt8(ascii: "<"), index + 1 < source.count else { return false }
        return source[index + 1] == UInt8(ascii: "/") || MarkupRepair.startsName(source[index + 1])
    }

    private static func isQuote(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") }
}
