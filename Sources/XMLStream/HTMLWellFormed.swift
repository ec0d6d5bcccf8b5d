// Reads the fragments in which nothing is left to guess: every element is ended where it stands, none ends another, every
// value stands in quotes. Refuses all others, which libxml2 reads: of these both ways give the same tokens.

/// The elements such a fragment may hold.
struct HTMLWellFormed {
    private static let names = """
        a abbr article b blockquote br cite code del div em figcaption figure h1 h2 h3 h4 h5 h6 hr i iframe img ins li
        ol p pre q s script section small span strong sub sup table tbody td th thead tr u ul
        """.split(whereSeparator: \.isWhitespace).map(String.init)

    private static let numbers = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })

    /// Whether a start tag ends an open element; asked of libxml2 once.
    private static let closing: [Bool] = names.flatMap { open in
        names.map { HTMLNesting.startTag($0, closes: open) }
    }

    /// Deeper nesting, and more attributes, are for libxml2, and what guards it.
    static let deepest = 64
    static let mostAttributes = 32

    private var closing: [Bool] = []
    /// The elements that are open: their numbers here, and those of their names.
    private(set) var open: [(element: Int, name: Int)] = []
    /// For each number of a name the number of its element here, -1 where it has none.
    private var elements: [Int] = []

    /// Nothing is open.
    mutating func begin() {
        if closing.isEmpty { closing = Self.closing }
        open.removeAll(keepingCapacity: true)
    }

    mutating func forgetNames() {
        elements.removeAll()
    }

    /// The element whose name has this number; nil where a fragment with it is for libxml2.
    mutating func element(_ name: Int, of names: [String]) -> Int? {
        while elements.count <= name { elements.append(Self.numbers[names[elements.count]] ?? -1) }
        return elements[name] >= 0 ? elements[name] : nil
    }

    /// Whether an element may begin here without ending another.
    func mayBegin(_ element: Int) -> Bool {
        guard let top = open.last else { return true }
        return open.count < Self.deepest && !closing[top.element * Self.count + element]
    }

    mutating func push(_ element: Int, _ name: Int) { open.append((element, name)) }

    /// Ends the innermost element if it has this name.
    mutating func pop(_ name: Int) -> Bool {
        guard let top = open.last, top.name == name else { return false }
        open.removeLast()
        return true
    }

    static func holdsCode(_ element: Int) -> Bool { element == script }

    private static let script = numbers["script"]
    private static let count = names.count
}

extension HTMLTokenizer {
    /// False where the fragment is not well-formed: what has been collected then means nothing.
    mutating func readWellFormed(_ html: UnsafeBufferPointer<UInt8>) -> Bool {
        begin()
        wellFormed.begin()
        let scan = HTMLScan(html: html)
        var position = 0
        while position < html.count {
            let end: Int?
            switch html[position] {
            case UInt8(ascii: "<"):
                let isEnd = scan.byte(position + 1) == UInt8(ascii: "/")
                end = isEnd ? readEndTag(scan, at: position + 2) : readStartTag(scan, at: position + 1)
            case UInt8(ascii: "&"):
                end = scan.meaning(at: position).map {
                    appendText($0.character)
                    return $0.end
                }
            case UInt8(ascii: ">"):
                append(UnsafeBufferPointer(rebasing: html[position...position]), .text)
                end = position + 1
            default:
                end = scan.endOfText(at: position)
                if let end { append(UnsafeBufferPointer(rebasing: html[position..<end]), .text, isPlain: true) }
            }
            guard let end else { return false }
            position = end
        }
        guard wellFormed.open.isEmpty else { return false }
        finish()
        return true
    }

    private mutating func appendText(_ character: Unicode.Scalar) {
        Array(String(character).utf8).withUnsafeBufferPointer { append($0, .text) }
    }

    private mutating func readStartTag(_ scan: HTMLScan, at start: Int) -> Int? {
        guard let tag = scan.shortName(at: start) else { return nil }
        let name = number(of: tag.name)
        guard let element = wellFormed.element(name, of: names.list), wellFormed.mayBegin(element) else { return nil }
        let first = result.attributes.count
        var position = tag.end
        while true {
            let next = scan.endOfSpaces(at: position)
            let byte = scan.byte(next)
            if byte == UInt8(ascii: ">") {
                position = next + 1
                break
            }
            if byte == UInt8(ascii: "/"), isVoid[name], scan.byte(next + 1) == UInt8(ascii: ">") {
                position = next + 2
                break
            }
            guard next > position, let end = readAttribute(scan, at: next, after: first) else { return nil }
            position = end
        }
        result.tokens.append(.init(kind: .start, name: name, range: first..<result.attributes.count))
        if isVoid[name] {
            result.tokens.append(.init(kind: .end, name: name, range: 0..<0))
        } else {
            // What stands in a script is no text; nothing at all is nothing to either.
            let isEmpty = scan.byte(position) == UInt8(ascii: "<") && scan.byte(position + 1) == UInt8(ascii: "/")
            guard isEmpty || !HTMLWellFormed.holdsCode(element) else { return nil }
            wellFormed.push(element, name)
        }
        return position
    }

    private mutating func readEndTag(_ scan: HTMLScan, at start: Int) -> Int? {
        guard let tag = scan.shortName(at: start), scan.byte(tag.end) == UInt8(ascii: ">") else { return nil }
        let name = number(of: tag.name)
        guard wellFormed.pop(name) else { return nil }
        result.tokens.append(.init(kind: .end, name: name, range: 0..<0))
        return tag.end + 1
    }

    private mutating func readAttribute(_ scan: HTMLScan, at start: Int, after first: Int) -> Int? {
        guard let key = scan.shortName(at: start, isAttribute: true) else { return nil }
        let name = attributeNames.number(of: key.name)
        // Of two with one name the first counts: that is libxml2's to see.
        guard result.attributes.count - first < HTMLWellFormed.mostAttributes,
            !result.attributes[first...].contains(where: { $0.name == name })
        else { return nil }
        let valueStart = result.bytes.count
        guard scan.byte(key.end) == UInt8(ascii: "=") else {
            let next = scan.byte(scan.endOfSpaces(at: key.end))
            // What follows is looked at by the caller, but for a value after a space.
            guard next != UInt8(ascii: "=") else { return nil }
            result.attributes.append(.init(name: name, value: valueStart..<valueStart))
            return key.end
        }
        let quote = scan.byte(key.end + 1)
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return nil }
        var copied = key.end + 2
        var position = copied
        while true {
            position = scan.endOfValueLetters(at: position)
            let byte = scan.byte(position)
            if byte == quote { break }
            switch byte {
            case UInt8(ascii: "&"):
                if let (character, end) = scan.meaning(at: position) {
                    result.bytes.append(contentsOf: scan.html[copied..<position])
                    result.bytes.append(contentsOf: Array(String(character).utf8))
                    position = end
                    copied = end
                } else if let end = scan.endOfReference(at: position), scan.byte(end - 1) != UInt8(ascii: ";") {
                    // No reference but the sign itself.
                    position = end
                } else {
                    return nil
                }
            case 0x0A, 0x09, UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ">"): position += 1
            case 0x80...:
                guard let length = scan.characterLength(at: position) else { return nil }
                position += length
            default: return nil
            }
        }
        result.bytes.append(contentsOf: scan.html[copied..<position])
        result.attributes.append(.init(name: name, value: valueStart..<result.bytes.count))
        return position + 1
    }
}

extension HTMLScan {
    /// A name in small letters and digits.
    func shortName(at start: Int, isAttribute: Bool = false) -> (name: HTMLShortName, end: Int)? {
        var name = HTMLShortName()
        var position = start
        while true {
            let byte = byte(position)
            let isPart =
                (0x61...0x7A).contains(byte)
                || (position > start && ((0x30...0x39).contains(byte) || (isAttribute && byte == UInt8(ascii: "-"))))
            guard isPart else { break }
            guard name.append(byte) else { return nil }
            position += 1
        }
        return position > start ? (name, position) : nil
    }

    /// Passes over what stands for itself in any value.
    func endOfValueLetters(at start: Int) -> Int {
        var position = start
        while position < html.count {
            let byte = html[position]
            guard byte >= 0x20, byte < 0x7F, !Self.isSpecialInValue(byte) else { break }
            position += 1
        }
        return position
    }

    private static func isSpecialInValue(_ byte: UInt8) -> Bool {
        byte == 0x22 || byte == 0x26 || byte == 0x27 || byte == 0x3C || byte == 0x3E
    }

    /// The one character a reference with its semicolon stands for, whoever reads it; nil where that is not certain.
    func meaning(at start: Int) -> (character: Unicode.Scalar, end: Int)? {
        guard let end = endOfReference(at: start), html[end - 1] == UInt8(ascii: ";") else { return nil }
        let name = html[(start + 1)..<(end - 1)]
        if name.first == UInt8(ascii: "#") {
            guard let value = number(name.dropFirst()), (0x20..<0x7F).contains(value) || (0xA0..<0xD800).contains(value)
            else { return nil }
            return Unicode.Scalar(value).map { ($0, end) }
        }
        for (known, character) in Self.xmlReferences where name.elementsEqual(known) { return (character, end) }
        guard let text = replacement(of: start..<end), text.utf8.first ?? 0 >= 0x80,
            let character = text.unicodeScalars.first, text.unicodeScalars.count == 1
        else { return nil }
        return (character, end)
    }

    private static let xmlReferences: [([UInt8], Unicode.Scalar)] = [
        (Array("amp".utf8), "&"), (Array("lt".utf8), "<"), (Array("gt".utf8), ">"), (Array("quot".utf8), "\""),
        (Array("apos".utf8), "'"),
    ]

    private func number(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> UInt32? {
        let isHex = (digits.first ?? 0) | 0x20 == UInt8(ascii: "x")
        return UInt32(String(decoding: isHex ? digits.dropFirst() : digits, as: UTF8.self), radix: isHex ? 16 : 10)
    }
}
