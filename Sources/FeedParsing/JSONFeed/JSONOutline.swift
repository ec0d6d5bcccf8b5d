// A look over a JSON text before it is decoded: where it breaks, how deep it nests, and where its items end.
// Refuses to make values: that is the decoder's work.

/// What a look over the bytes of a JSON text (RFC 8259) found.
struct JSONOutline {
    /// Where the text stops being JSON.
    struct Break: Equatable {
        var offset: Int
        /// What is there instead: "the text ends", "an unexpected “x”".
        var message: String
    }

    private(set) var failure: Break?
    /// Behind the last object that was complete in a list of the outermost object; nil when there was none.
    private(set) var endOfLastItem: Int?

    /// Feeds need five levels, their extensions a few more.
    static let deepestNesting = 100

    private enum Expectation { case value, valueOrEnd, key, keyOrEnd, colon, commaOrEnd, nothing }

    private let bytes: [UInt8]
    private var position = 0
    private var open: [UInt8] = []
    private var expected = Expectation.value

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        while failure == nil, position < bytes.count { step() }
        if failure == nil, expected != .nothing { fail(bytes.count) }
    }

    private mutating func step() {
        let byte = bytes[position]
        if byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
            position += 1
            return
        }
        switch (byte, expected) {
        case (UInt8(ascii: "{"), .value), (UInt8(ascii: "{"), .valueOrEnd): enter(.keyOrEnd)
        case (UInt8(ascii: "["), .value), (UInt8(ascii: "["), .valueOrEnd): enter(.valueOrEnd)
        // After a comma too: the decoder takes a comma before the end, and so do we.
        case (UInt8(ascii: "}"), .keyOrEnd), (UInt8(ascii: "}"), .key), (UInt8(ascii: "}"), .commaOrEnd): leave()
        case (UInt8(ascii: "]"), .valueOrEnd), (UInt8(ascii: "]"), .commaOrEnd): leave()
        case (UInt8(ascii: ","), .commaOrEnd):
            expected = open.last == UInt8(ascii: "{") ? .key : .valueOrEnd
            position += 1
        case (UInt8(ascii: ":"), .colon):
            expected = .value
            position += 1
        case (UInt8(ascii: "\""), .key), (UInt8(ascii: "\""), .keyOrEnd):
            pass(to: Self.endOfString(bytes, position), orBreakAt: bytes.count)
            expected = .colon
        case (UInt8(ascii: "\""), .value), (UInt8(ascii: "\""), .valueOrEnd):
            pass(to: Self.endOfString(bytes, position), orBreakAt: bytes.count)
            expected = open.isEmpty ? .nothing : .commaOrEnd
        case (_, .value), (_, .valueOrEnd):
            pass(to: Self.endOfLiteral(bytes, position), orBreakAt: position)
            expected = open.isEmpty ? .nothing : .commaOrEnd
        default: fail(position)
        }
    }

    private mutating func enter(_ expectation: Expectation) {
        guard open.count < Self.deepestNesting else {
            failure = Break(offset: position, message: "more than \(Self.deepestNesting) levels of nesting")
            return
        }
        open.append(bytes[position])
        expected = expectation
        position += 1
    }

    private mutating func leave() {
        // In ASCII the closing bracket stands two after the opening one, for both kinds.
        guard let opener = open.popLast(), opener + 2 == bytes[position] else { return fail(position) }
        position += 1
        if opener == UInt8(ascii: "{"), open.elementsEqual("{[".utf8) { endOfLastItem = position }
        expected = open.isEmpty ? .nothing : .commaOrEnd
    }

    private mutating func pass(to end: Int?, orBreakAt offset: Int) {
        if let end { position = end } else { fail(offset) }
    }

    private mutating func fail(_ offset: Int) {
        guard offset < bytes.count else {
            failure = Break(offset: bytes.count, message: "the text ends too early")
            return
        }
        let found = String(decoding: bytes[offset..<min(offset + 12, bytes.count)], as: UTF8.self)
        failure = Break(offset: offset, message: "an unexpected “\(found.prefix(1))”")
    }

    private static func endOfString(_ bytes: [UInt8], _ start: Int) -> Int? {
        var position = start + 1
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: "\""): return position + 1
            case UInt8(ascii: "\\"): position += 2
            default: position += 1
            }
        }
        return nil
    }

    /// `true`, `false`, `null` and numbers; what kind of number is for the decoder to say.
    private static func endOfLiteral(_ bytes: [UInt8], _ start: Int) -> Int? {
        for word in ["true", "false", "null"] where bytes[start...].starts(with: word.utf8) {
            return start + word.utf8.count
        }
        let number = bytes[start...].prefix { (0x30...0x39).contains($0) || "+-.eE".utf8.contains($0) }
        return number.contains { (0x30...0x39).contains($0) } ? number.endIndex : nil
    }
}

// MARK: - Places

extension JSONOutline {
    /// The line and column of a byte, both from 1; columns count bytes.
    static func place(of offset: Int, in bytes: [UInt8]) -> (line: Int, column: Int) {
        let before = bytes.prefix(offset)
        let line = before.reduce(1) { $0 + ($1 == 0x0A ? 1 : 0) }
        let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        return (line, before.count - start + 1)
    }
}
