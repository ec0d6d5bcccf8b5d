// From the bytes of a JSON text to its nodes, in one pass: how deep it nests, where it breaks, what was whole before.
// Refuses to judge values: numbers, escape sequences and repeated names are looked at when somebody asks for them.

/// One pass over a JSON text. A text that breaks off leaves what was complete; the values around the break are not whole.
struct JSONScanner {
    /// Feeds need five levels, wire formats and extensions a few more.
    static let deepestNesting = 100
    /// Names and values: a hundred of each for every entry that is read.
    static let mostNodes = 2_000_000

    private enum Expectation { case value, valueOrEnd, key, keyOrEnd, colon, commaOrEnd, nothing }

    private(set) var nodes: [JSONDocument.Node] = []
    private(set) var failure: JSONDocument.Break?

    private let bytes: [UInt8]
    private var position = 0
    private var open: [Int] = []
    private var expected = Expectation.value

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        nodes.reserveCapacity(min(bytes.count / 24, Self.mostNodes))
    }

    mutating func scan() {
        guard bytes.count < Int(UInt32.max) else {
            failure = JSONDocument.Break(offset: 0, message: "more than 4 GiB")
            return
        }
        while failure == nil, position < bytes.count { step() }
        if failure == nil, expected != .nothing { fail(bytes.count) }
        if failure != nil { closeAll() }
    }

    private mutating func step() {
        let byte = bytes[position]
        if byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
            position += 1
            return
        }
        switch (byte, expected) {
        case (UInt8(ascii: "{"), .value), (UInt8(ascii: "{"), .valueOrEnd): enter(.object, .keyOrEnd)
        case (UInt8(ascii: "["), .value), (UInt8(ascii: "["), .valueOrEnd): enter(.list, .valueOrEnd)
        // After a comma too, as many programs that are no JSON writers put one there.
        case (UInt8(ascii: "}"), .keyOrEnd), (UInt8(ascii: "}"), .key), (UInt8(ascii: "}"), .commaOrEnd):
            leave(.object)
        case (UInt8(ascii: "]"), .valueOrEnd), (UInt8(ascii: "]"), .commaOrEnd): leave(.list)
        case (UInt8(ascii: ","), .commaOrEnd):
            expected = isInObject ? .key : .valueOrEnd
            position += 1
        case (UInt8(ascii: ":"), .colon):
            expected = .value
            position += 1
        case (UInt8(ascii: "\""), .key), (UInt8(ascii: "\""), .keyOrEnd): string(then: .colon)
        case (UInt8(ascii: "\""), .value), (UInt8(ascii: "\""), .valueOrEnd): string(then: afterValue)
        case (_, .value), (_, .valueOrEnd): literal()
        default: fail(position)
        }
    }

    private var isInObject: Bool {
        open.last.map { nodes[$0].kind == .object } ?? false
    }

    private var afterValue: Expectation { open.isEmpty ? .nothing : .commaOrEnd }

    private mutating func enter(_ kind: JSONDocument.Kind, _ expectation: Expectation) {
        guard open.count < Self.deepestNesting else {
            failure = JSONDocument.Break(
                offset: position,
                message: "more than \(Self.deepestNesting) levels of nesting"
            )
            return
        }
        open.append(nodes.count)
        append(kind, position..<position)
        expected = expectation
        position += 1
    }

    private mutating func leave(_ kind: JSONDocument.Kind) {
        guard let opener = open.last, nodes[opener].kind == kind else { return fail(position) }
        position += 1
        close(opener, isWhole: true)
        open.removeLast()
        expected = afterValue
    }

    private mutating func string(then next: Expectation) {
        let bytes = bytes
        var end = position + 1
        var kind = JSONDocument.Kind.string
        while end < bytes.count, bytes[end] != UInt8(ascii: "\"") {
            if bytes[end] == UInt8(ascii: "\\") {
                kind = .escapedString
                end += 1
            }
            end += 1
        }
        guard end < bytes.count else { return fail(bytes.count) }
        append(kind, position + 1..<end)
        position = end + 1
        expected = next
    }

    /// `true`, `false`, `null` and numbers; what kind of number is for its reader to say.
    private mutating func literal() {
        let words: [(String, JSONDocument.Kind)] = [("true", .truth), ("false", .truth), ("null", .null)]
        var (end, kind) = (position, JSONDocument.Kind.number)
        if let word = words.first(where: { bytes[position...].starts(with: $0.0.utf8) }) {
            (end, kind) = (position + word.0.utf8.count, word.1)
        } else {
            let number = bytes[position...].prefix { (0x30...0x39).contains($0) || "+-.eE".utf8.contains($0) }
            guard number.contains(where: { (0x30...0x39).contains($0) }) else { return fail(position) }
            end = number.endIndex
        }
        append(kind, position..<end)
        position = end
        expected = afterValue
    }

    // MARK: - Nodes

    private mutating func append(_ kind: JSONDocument.Kind, _ range: Range<Int>) {
        guard nodes.count < Self.mostNodes else {
            failure = JSONDocument.Break(offset: range.lowerBound, message: "more than \(Self.mostNodes) values")
            return
        }
        nodes.append(
            JSONDocument.Node(
                start: UInt32(range.lowerBound),
                end: UInt32(range.upperBound),
                next: UInt32(nodes.count + 1),
                kind: kind,
                isWhole: true
            )
        )
    }

    private mutating func close(_ opener: Int, isWhole: Bool) {
        nodes[opener].end = UInt32(position)
        nodes[opener].next = UInt32(nodes.count)
        nodes[opener].isWhole = isWhole
    }

    private mutating func closeAll() {
        // A name that got no value.
        if isInObject, expected == .colon || expected == .value { nodes.removeLast() }
        for opener in open.reversed() where opener < nodes.count { close(opener, isWhole: false) }
    }

    private mutating func fail(_ offset: Int) {
        guard offset < bytes.count else {
            failure = JSONDocument.Break(offset: bytes.count, message: "the text ends too early")
            return
        }
        let found = String(decoding: bytes[offset..<min(offset + 12, bytes.count)], as: UTF8.self)
        failure = JSONDocument.Break(offset: offset, message: "an unexpected “\(found.prefix(1))”")
    }
}
