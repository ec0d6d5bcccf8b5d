// What an entity reference stands for: HTML's names, short plain texts the document declares, else itself.
// Nothing is ever expanded twice, so there is no bomb to defuse.

import CLibXML2

/// The entities of one document. Lends libxml2 one entity at a time, the same memory again and again.
struct XMLEntityTable: ~Copyable {
    private static let declarationLimit = 200
    private static let contentLimit = 200
    /// Bytes that declared entities may put into one document; further references stay literal.
    private static let expansionLimit = 1 << 20

    /// What libxml2 leaves as a reference in attribute values though XML defines it.
    private static let predefined: [[UInt8]: [UInt8]] = [Array("#38".utf8): [UInt8(ascii: "&")]]

    private var declared: [[UInt8]: [UInt8]] = [:]
    private var expanded = 0
    /// Of the entity lent last: whether its text counts, and where it was asked for.
    private var isLentDeclared = true
    private var isLentInAttribute = false
    private let lent: UnsafeMutablePointer<xmlEntity>
    private var name: UnsafeMutablePointer<UInt8>
    private var content: UnsafeMutablePointer<UInt8>

    init() {
        lent = .allocate(capacity: 1)
        lent.initialize(to: xmlEntity())
        name = .allocate(capacity: 1)
        content = .allocate(capacity: 1)
    }

    deinit {
        lent.deallocate()
        name.deallocate()
        content.deallocate()
    }

    /// Keeps a declaration whose text is plain and short; others stay literal in the text.
    mutating func declare(_ name: XMLBytes, as text: XMLBytes) {
        let markup: (UInt8) -> Bool = { $0 == UInt8(ascii: "&") || $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "%") }
        guard declared.count < Self.declarationLimit, text.count <= Self.contentLimit, !text.contains(where: markup),
            declared[Array(name)] == nil
        else { return }
        declared[Array(name)] = Array(text)
    }

    /// Whether the document declares the entity, and plainly enough to be taken.
    func isDeclared(_ name: XMLBytes) -> Bool { declared[Array(name)] != nil }

    /// The text a reference stands for; the reference itself when its name means nothing.
    mutating func text(for key: [UInt8]) -> [UInt8] {
        if let character = Self.predefined[key] { return character }
        if let text = declared[key], expanded + text.count <= Self.expansionLimit {
            expanded += text.count
            return text
        }
        return Self.html(key) ?? [UInt8(ascii: "&")] + key + [UInt8(ascii: ";")]
    }

    /// The bytes with every reference in them replaced, once.
    mutating func resolve(_ value: XMLBytes) -> [UInt8] {
        var resolved: [UInt8] = []
        var rest = Array(value)[...]
        while let ampersand = rest.firstIndex(of: UInt8(ascii: "&")) {
            resolved += rest[..<ampersand]
            rest = rest[ampersand...]
            let name = rest.dropFirst()
            guard let end = name.firstIndex(of: UInt8(ascii: ";")) else { break }
            resolved += text(for: Array(name[..<end]))
            rest = rest[(end + 1)...]
        }
        return resolved + rest
    }

    /// An entity for libxml2 to take the text of. Valid until the next call.
    ///
    /// In attributes libxml2 copies only the first byte of a predefined entity, but leaves a reference to a general
    /// one in the value: there the tag resolves it (`XMLPushParser.resolved`).
    mutating func replacement(for reference: UnsafePointer<UInt8>, inAttribute: Bool) -> xmlEntityPtr {
        // The same reference again and again is what both careless writers and attackers send.
        if !isLentDeclared, isLentInAttribute == inAttribute, xmlStrEqual(name, reference) == 1 { return lent }
        let key = Array(XMLBytes(terminated: reference))
        isLentDeclared = declared[key].map { expanded + $0.count <= Self.expansionLimit } ?? false
        isLentInAttribute = inAttribute
        let text = text(for: key)
        Self.replace(&name, with: key)
        Self.replace(&content, with: text)
        lent.pointee.type = XML_ENTITY_DECL
        // A predefined entity's content is text: libxml2 neither parses it nor keeps it.
        lent.pointee.etype = inAttribute ? XML_INTERNAL_GENERAL_ENTITY : XML_INTERNAL_PREDEFINED_ENTITY
        telex_entity_mark_checked(lent)
        lent.pointee.name = UnsafePointer(name)
        lent.pointee.orig = content
        lent.pointee.content = content
        lent.pointee.length = Int32(truncatingIfNeeded: text.count)
        return lent
    }

    /// What an HTML entity name means, in UTF-8.
    private static func html(_ name: [UInt8]) -> [UInt8]? {
        HTMLEntities.text(named: name).map { Array($0.utf8) }
    }

    private static func replace(_ memory: inout UnsafeMutablePointer<UInt8>, with bytes: [UInt8]) {
        memory.deallocate()
        memory = .allocate(capacity: bytes.count + 1)
        for (index, byte) in bytes.enumerated() { memory[index] = byte }
        memory[bytes.count] = 0
    }
}
