// What the push parser keeps between two callbacks, in one block of memory. Tells no event.

import CLibXML2

/// The state behind a pointer: a class's properties would each be checked for overlapping access, and callbacks come
/// tens of thousands of times in a megabyte. No access lasts while the handler is being told something.
struct XMLPushState: ~Copyable {
    private static let issueLimit = 50

    var issues: [XMLIssue] = []
    var isDamaged = false
    var isStopped = false
    var hasMistakenReference = false
    var depth = 0
    /// Text of the run being read; libxml2 tells it in small pieces.
    var run = XMLTextRun()
    var isTextWanted = false
    /// Said once, like other faults that may be in every word.
    var hasCutText = false

    private let context: xmlParserCtxtPtr?
    private let codes: (XMLName) -> UInt16
    private var nameCodes = XMLNameCodes()
    private var entities = XMLEntityTable()
    /// One such issue is enough: there may be one in every word.
    private var hasUndeclaredEntity = false
    /// Attribute values resolved for the tag being told.
    private var lentValues: [UnsafeMutableBufferPointer<UInt8>] = []

    init(context: xmlParserCtxtPtr?, codes: @escaping (XMLName) -> UInt16) {
        self.context = context
        self.codes = codes
    }

    /// Where the parser stands, from 1.
    var line: Int { Int(context?.pointee.input?.pointee.line ?? 0) }
    var column: Int { Int(context?.pointee.input?.pointee.col ?? 0) }

    mutating func code(
        local: UnsafePointer<UInt8>?,
        prefix: UnsafePointer<UInt8>?,
        uri: UnsafePointer<UInt8>?
    ) -> UInt16 {
        guard let local else { return 0 }
        let space = uri ?? prefix
        if let known = nameCodes.code(local: local, space: space) { return known }
        let name = XMLName(
            local: XMLBytes(terminated: local).string,
            prefix: prefix.map { XMLBytes(terminated: $0).string },
            namespaceURI: uri.map { XMLBytes(terminated: $0).string }
        )
        let code = codes(name)
        nameCodes.remember(code, local: local, space: space)
        return code
    }

    mutating func read(_ text: UnsafeBufferPointer<UInt8>) {
        guard isTextWanted else { return }
        // A reference comes as a piece of its own.
        if text.count == 2, text[0] == 0xC2, text[1] < 0xA0 { hasMistakenReference = true }
        run.append(text)
    }

    mutating func note(_ issue: XMLIssue) {
        if issue.isFatal { isDamaged = true }
        if issues.count < Self.issueLimit { issues.append(issue) }
    }

    /// The replacement for an entity reference; nil inside the DTD, where libxml2 asks for its own bookkeeping.
    mutating func entity(named name: UnsafePointer<UInt8>) -> xmlEntityPtr? {
        guard let context = context?.pointee, context.inSubset == 0 else { return nil }
        // With a DTD elsewhere, the declaration may be there (XML 1.0 section 4.1).
        if !hasUndeclaredEntity, context.hasExternalSubset == 0, !entities.isDeclared(XMLBytes(terminated: name)) {
            hasUndeclaredEntity = true
            let message = "entity not declared: &\(XMLBytes(terminated: name).string);"
            note(XMLIssue(line: line, column: column, message: message, isFatal: false))
        }
        return entities.replacement(for: name, inAttribute: context.instate == XML_PARSER_ATTRIBUTE_VALUE)
    }

    mutating func declareEntity(named name: UnsafePointer<UInt8>, content: UnsafePointer<UInt8>) {
        entities.declare(XMLBytes(terminated: name), as: XMLBytes(terminated: content))
    }

    /// An attribute value with the references resolved that libxml2 leaves in it; lives until the tag's call ends.
    mutating func resolved(_ value: XMLBytes) -> XMLBytes {
        guard value.contains(UInt8(ascii: "&")) else { return value }
        let text = entities.resolve(value)
        let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(1, text.count))
        _ = copy.initialize(from: text)
        lentValues.append(copy)
        return XMLBytes(start: copy.baseAddress, count: text.count)
    }

    /// The tag has been told.
    mutating func takeBackValues() {
        guard !lentValues.isEmpty else { return }
        for value in lentValues { value.deallocate() }
        lentValues.removeAll(keepingCapacity: true)
    }
}
