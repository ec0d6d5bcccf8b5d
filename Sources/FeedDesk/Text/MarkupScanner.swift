// Reads sanitised HTML as a run of tags and characters, each with its place in the markup. It relies on the sanitiser
// for balance; whatever else it meets, it goes on and never fails.

/// What sanitised HTML is made of.
enum MarkupToken: Equatable {
    /// One character as a reader sees it; references are resolved.
    case character(Unicode.Scalar)
    case open(MarkupName)
    case close(MarkupName)
    /// An element without an end tag (HTML standard 13.1.2), or one that closes itself.
    case void(MarkupName)
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

    /// Takes the words at `index` that stand for themselves (see `MarkupText.isInk`), single spaces between them
    /// included: no tag, no reference, no other white space. Returns their place and how many characters of ink they
    /// have; nil, and nothing is taken, where none begin.
    mutating func nextWords() -> (range: Range<Int>, ink: Int)? {
        let start = index
        let (end, ink) = words(from: start)
        guard end > start else { return nil }
        index = end
        return (start..<end, ink)
    }

    private func words(from start: Int) -> (end: Int, ink: Int) {
        var end = start
        // Behind the first byte of a character come those that continue it: 10xxxxxx.
        var unseen = 0
        let bytes = bytes.span
        let kinds = Self.kinds.span
        while end < bytes.count {
            let byte = bytes[end]
            // Letters, digits and most signs of ASCII: all but a few of the bytes there are.
            if Self.isPlain(byte) {
                end += 1
                continue
            }
            // A single space between two of them.
            if byte == 0x20, end > start, end + 1 < bytes.count, Self.isPlain(bytes[end + 1]) {
                unseen += 1
                end += 2
                continue
            }
            switch kinds[Int(byte)] {
            case .ink: end += 1
            case .continued:
                unseen += 1
                end += 1
            case .space:
                guard end > start, end + 1 < bytes.count, Self.isInk(bytes, at: end + 1, kinds) else {
                    return (end, end - start - unseen)
                }
                unseen += 1
                end += 1
            case .doubtful where !Self.isUnseen(bytes, at: end): end += 1
            case .doubtful, .stop: return (end, end - start - unseen)
            }
        }
        return (end, end - start - unseen)
    }

    private static func isPlain(_ byte: UInt8) -> Bool { byte &- 0x27 < 0x15 || byte &- 0x3D < 0x43 }

    private enum ByteKind: UInt8 { case ink, continued, space, doubtful, stop }

    private static let kinds: [ByteKind] = (0...255).map { (byte: Int) in
        switch byte {
        case 0x20: .space
        case 0x00..<0x20, 0x3C, 0x26: .stop
        case 0x80..<0xC0: .continued
        case 0xC2, 0xE1, 0xE2, 0xE3, 0xEF: .doubtful
        default: .ink
        }
    }

    private static func isInk(_ bytes: Span<UInt8>, at index: Int, _ kinds: Span<ByteKind>) -> Bool {
        switch kinds[Int(bytes[index])] {
        case .ink, .continued: true
        case .doubtful: !isUnseen(bytes, at: index)
        case .space, .stop: false
        }
    }

    /// Whether white space or a mark for setting type may begin at `index`: U+0085, U+00A0, U+00AD, and what begins with
    /// E1, E3, EF or stands among U+2000 to U+200F, U+2028 to U+202F and U+2040 to U+207F.
    private static func isUnseen(_ bytes: Span<UInt8>, at index: Int) -> Bool {
        switch bytes[index] {
        case 0xC2:
            guard index + 1 < bytes.count else { return true }
            return bytes[index + 1] == 0x85 || bytes[index + 1] == 0xA0 || bytes[index + 1] == 0xAD
        case 0xE2:
            guard index + 2 < bytes.count else { return true }
            return bytes[index + 1] == 0x81
                || (bytes[index + 1] == 0x80 && (bytes[index + 2] < 0x90 || (0xA8...0xAF).contains(bytes[index + 2])))
        case 0xE1, 0xE3, 0xEF: return true
        default: return false
        }
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
        var name = MarkupName()
        while cursor < bytes.count, name.append(bytes[cursor]) { cursor += 1 }
        guard !name.isEmpty else { return nil }
        guard let end = endOfTag(from: cursor) else {
            isPastTags = true
            return nil
        }
        let closesItself = end >= 2 && bytes[end - 2] == UInt8(ascii: "/")
        index = end
        if isEnd { return .close(name) }
        return closesItself || name.isVoid ? .void(name) : .open(name)
    }

    /// The index after the `>` that ends a tag, quoted attribute values skipped.
    private func endOfTag(from start: Int) -> Int? {
        let bytes = bytes.span
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
}
