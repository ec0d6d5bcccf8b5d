// Reads sanitised HTML as a run of tags and characters, each with its place in the markup. It relies on the sanitiser
// for balance; whatever else it meets, it goes on and never fails.

/// What sanitised HTML is made of.
enum MarkupToken: Equatable {
    /// One character as a reader sees it; references are resolved.
    case character(Unicode.Scalar)
    case open(String)
    case close(String)
    /// An element without an end tag (HTML standard 13.1.2), or one that closes itself.
    case void(String)
    /// A comment or declaration.
    case other
}

/// Walks markup once, from its start to its end.
struct MarkupScanner {
    let bytes: [UInt8]
    private(set) var index = 0
    /// An unclosed tag was met: the rest is text. Without this, many of them would each search to the end.
    private var isPastTags = false

    init(_ html: String) {
        bytes = Array(html.utf8)
    }

    /// The next token and the bytes it was read from; nil at the end.
    mutating func next() -> (token: MarkupToken, range: Range<Int>)? {
        guard index < bytes.count else { return nil }
        let start = index
        let token = read()
        return (token, start..<index)
    }

    /// The markup between two places.
    func text(_ range: Range<Int>) -> String {
        String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
    }

    private mutating func read() -> MarkupToken {
        let byte = bytes[index]
        if byte == UInt8(ascii: "<"), !isPastTags, let tag = readTag() { return tag }
        if byte == UInt8(ascii: "&"), let (scalar, end) = Entities.reference(in: bytes, at: index) {
            index = end
            return .character(scalar)
        }
        return .character(readScalar())
    }

    private mutating func readScalar() -> Unicode.Scalar {
        if bytes[index] < 0x80 {
            index += 1
            return Unicode.Scalar(bytes[index - 1])
        }
        var decoder = UTF8()
        var rest = bytes[index...].prefix(4).makeIterator()
        if case .scalarValue(let scalar) = decoder.decode(&rest) {
            index += UTF8.width(scalar)
            return scalar
        }
        index += 1
        return "\u{FFFD}"
    }

    /// The tag at `index`, or nil, and nothing is read, when the `<` starts none.
    private mutating func readTag() -> MarkupToken? {
        var cursor = index + 1
        guard cursor < bytes.count else { return nil }
        if bytes[cursor] == UInt8(ascii: "!") || bytes[cursor] == UInt8(ascii: "?") {
            index = endOfTag(from: cursor) ?? bytes.count
            return .other
        }
        let isEnd = bytes[cursor] == UInt8(ascii: "/")
        if isEnd { cursor += 1 }
        let nameStart = cursor
        while cursor < bytes.count, Self.isName(bytes[cursor]) { cursor += 1 }
        guard cursor > nameStart else { return nil }
        guard let end = endOfTag(from: cursor) else {
            isPastTags = true
            return nil
        }
        let name = String(decoding: bytes[nameStart..<cursor], as: UTF8.self).lowercased()
        let closesItself = end >= 2 && bytes[end - 2] == UInt8(ascii: "/")
        index = end
        if isEnd { return .close(name) }
        return closesItself || Self.voidElements.contains(name) ? .void(name) : .open(name)
    }

    /// The index after the `>` that ends a tag, quoted attribute values skipped.
    private func endOfTag(from start: Int) -> Int? {
        var quote: UInt8?
        var cursor = start
        while cursor < bytes.count {
            let byte = bytes[cursor]
            cursor += 1
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            } else if byte == UInt8(ascii: ">") {
                return cursor
            }
        }
        return nil
    }

    private static func isName(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: ":"): true
        default: false
        }
    }

    private static let voidElements: Set<String> = [
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
    ]
}
