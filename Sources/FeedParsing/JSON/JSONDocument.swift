// The values of a JSON text (RFC 8259) in document order: one small node each, all in one array, bytes left in place.
// Refuses to make text before it is asked for: most members of a document are never looked at.

/// A JSON text and where its values are in it.
struct JSONDocument: Sendable {
    enum Kind: UInt8, Sendable {
        case object, list, string
        /// A string with escape sequences in it.
        case escapedString
        case number, truth, null
    }

    /// One value, or the name of a member; a member's value follows its name.
    struct Node: Sendable {
        /// Where the value stands; of a string what is between the quotes.
        var start: UInt32
        var end: UInt32
        /// The first node behind this value and all that is in it.
        var next: UInt32
        var kind: Kind
        /// The text did not break off within the value.
        var isWhole: Bool
    }

    /// Where the text stops being JSON.
    struct Break: Equatable, Sendable {
        var offset: Int
        /// What is there instead: "the text ends too early", "an unexpected “x”".
        var message: String
    }

    let bytes: [UInt8]
    let nodes: [Node]
    /// What follows it is not read.
    let failure: Break?

    /// - Parameter bytes: UTF-8 without a byte order mark.
    init(_ bytes: [UInt8]) {
        var scanner = JSONScanner(bytes)
        scanner.scan()
        self.bytes = bytes
        nodes = scanner.nodes
        failure = scanner.failure
    }

    /// The outermost value; nil when the text breaks off before there is one.
    var root: JSONValue? {
        nodes.isEmpty ? nil : JSONValue(document: self, index: 0)
    }

    /// The line and column of a byte, both from 1; columns count bytes.
    func place(of offset: Int) -> (line: Int, column: Int) {
        let before = bytes.prefix(offset)
        let line = before.reduce(1) { $0 + ($1 == 0x0A ? 1 : 0) }
        let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        return (line, before.count - start + 1)
    }
}

/// One value of a document.
struct JSONValue: Sendable {
    let document: JSONDocument
    let index: Int

    private var node: JSONDocument.Node { document.nodes[index] }

    var kind: JSONDocument.Kind { node.kind }
    var isWhole: Bool { node.isWhole }
    var bytes: ArraySlice<UInt8> { document.bytes[Int(node.start)..<Int(node.end)] }

    /// The text of a string; nil for other values.
    var string: String? {
        switch kind {
        case .string: String(decoding: bytes, as: UTF8.self)
        case .escapedString: String(decoding: JSONEscapes.resolved(bytes), as: UTF8.self)
        default: nil
        }
    }

    /// A number as it is written; nil for other values.
    var number: String? {
        kind == .number ? String(decoding: bytes, as: UTF8.self) : nil
    }

    /// The values of a list; none of other values.
    var elements: [JSONValue] {
        guard kind == .list else { return [] }
        var elements: [JSONValue] = []
        var position = index + 1
        while position < Int(node.next) {
            elements.append(JSONValue(document: document, index: position))
            position = Int(document.nodes[position].next)
        }
        return elements
    }

    /// The members of an object, in order; none of other values.
    var members: [(name: JSONValue, value: JSONValue)] {
        guard kind == .object else { return [] }
        var members: [(JSONValue, JSONValue)] = []
        var position = index + 1
        while position + 1 < Int(node.next) {
            let name = JSONValue(document: document, index: position)
            members.append((name, JSONValue(document: document, index: position + 1)))
            position = Int(document.nodes[position + 1].next)
        }
        return members
    }

    /// Whether an object is wider than asked; as costly as that number.
    func hasMembers(moreThan count: Int) -> Bool {
        guard kind == .object else { return false }
        var (position, seen) = (index + 1, 0)
        while position + 1 < Int(node.next), seen <= count {
            seen += 1
            position = Int(document.nodes[position + 1].next)
        }
        return seen > count
    }

    /// The value of a member; of several with one name the last, as JavaScript has it.
    ///
    /// - Parameter ignoringCase: `name` is in lower case, and ASCII capitals in the document do not count.
    func member(_ name: String, ignoringCase: Bool = false) -> JSONValue? {
        guard kind == .object else { return nil }
        var found: JSONValue?
        var position = index + 1
        while position + 1 < Int(node.next) {
            if JSONValue(document: document, index: position).spells(name, ignoringCase: ignoringCase) {
                found = JSONValue(document: document, index: position + 1)
            }
            position = Int(document.nodes[position + 1].next)
        }
        return found
    }

    private func spells(_ name: String, ignoringCase: Bool) -> Bool {
        if kind == .escapedString {
            guard let string else { return false }
            return ignoringCase ? string.lowercased() == name : string == name
        }
        let wanted = name.utf8
        guard wanted.count == Int(node.end) - Int(node.start) else { return false }
        var position = Int(node.start)
        for unit in wanted {
            let byte = document.bytes[position]
            guard byte == unit || ignoringCase && (0x41...0x5A).contains(byte) && byte | 0x20 == unit else {
                return false
            }
            position += 1
        }
        return true
    }
}
