// Push SAX2 over libxml2: bytes in any chunking, events out. No tree, no DTD, no external entity, no network:
// entities are HTML's names and short plain texts declared in the document, everything else stays as written.

import CLibXML2

/// A parser for one document of clean UTF-8. Stops telling events at the first fatal error.
package final class XMLPushParser {
    /// Deeper elements are not told; the parser stops there.
    package static let depthLimit = 1000

    /// What was wrong, in document order; at most `issueLimit` of them.
    package private(set) var issues: [XMLIssue] = []
    /// True when the document is not well-formed.
    package private(set) var isDamaged = false
    /// True when nothing more will be told.
    package private(set) var isStopped = false
    /// True when a numeric reference named a control character from U+0080 to U+009F: windows-1252 was meant.
    package private(set) var hasMistakenReference = false

    private static let issueLimit = 50

    private let context: xmlParserCtxtPtr?
    private let handler: any XMLEventHandler
    private let codes: (XMLName) -> UInt16
    private var nameCodes = XMLNameCodes()
    private var entities = XMLEntityTable()
    private var depth = 0
    /// One such issue is enough: there may be one in every word.
    private var hasUndeclaredEntity = false
    /// Text of the run being read; libxml2 tells it in small pieces.
    private var run = XMLTextRun()
    private var isTextWanted = false
    /// Attribute values resolved for the tag being told.
    private var lentValues: [UnsafeMutableBufferPointer<UInt8>] = []

    /// - Parameters:
    ///   - handler: told every event.
    ///   - keepsGoing: true to go on telling events past fatal errors, as well as libxml2 can.
    ///   - codes: numbers names; asked once for each distinct name, elements and attributes alike.
    package init(handler: any XMLEventHandler, keepsGoing: Bool = false, codes: @escaping (XMLName) -> UInt16) {
        LibXML2.prepare()
        self.handler = handler
        self.codes = codes
        var callbacks = Self.makeCallbacks()
        context = xmlCreatePushParserCtxt(&callbacks, nil, nil, 0, nil)
        // Never NOENT, DTDLOAD, DTDATTR or HUGE. The encoding is settled before the bytes come here.
        var options = XML_PARSE_NONET.rawValue | XML_PARSE_IGNORE_ENC.rawValue
        if keepsGoing { options |= XML_PARSE_RECOVER.rawValue }
        _ = xmlCtxtUseOptions(context, Int32(bitPattern: options))
        _ = xmlSwitchEncoding(context, XML_CHAR_ENCODING_UTF8)
        // The context does not outlive self: freed in deinit.
        context?.pointee.userData = Unmanaged.passUnretained(self).toOpaque()
    }

    deinit {
        guard let context else { return }
        // Without a tree builder no document is made; should one be, it is ours to free.
        if let document = context.pointee.myDoc { xmlFreeDoc(document) }
        xmlFreeParserCtxt(context)
    }

    /// Parses the next bytes; tells the events that are complete.
    package func push(_ chunk: ArraySlice<UInt8>) {
        guard !isStopped, !chunk.isEmpty else { return }
        chunk.withUnsafeBufferPointer { bytes in
            var start = 0
            // libxml2 counts in Int32.
            while start < bytes.count, !isStopped {
                let count = min(bytes.count - start, Self.pieceSize)
                parse(UnsafeBufferPointer(rebasing: bytes[start..<start + count]), isLast: false)
                start += count
            }
        }
    }

    /// No more bytes will come: tells what is left, and whether the document ended too early.
    package func finish() {
        guard !isStopped else { return }
        parse(UnsafeBufferPointer(start: nil, count: 0), isLast: true)
        tellText()
        isStopped = true
    }

    /// Nothing more is to be told.
    package func stop() {
        guard !isStopped else { return }
        isStopped = true
        xmlStopParser(context)
    }

    private static let pieceSize = 1 << 16

    private func parse(_ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool) {
        guard let context else { return }
        bytes.withMemoryRebound(to: CChar.self) { piece in
            _ = xmlParseChunk(context, piece.baseAddress, Int32(truncatingIfNeeded: piece.count), isLast ? 1 : 0)
        }
        if context.pointee.disableSAX != 0 { isStopped = true }
    }
}

// MARK: - What the callbacks and tags ask

extension XMLPushParser {
    /// Where the parser stands, from 1.
    var line: Int { Int(context?.pointee.input?.pointee.line ?? 0) }
    var column: Int { Int(context?.pointee.input?.pointee.col ?? 0) }

    func code(local: UnsafePointer<UInt8>?, prefix: UnsafePointer<UInt8>?, uri: UnsafePointer<UInt8>?) -> UInt16 {
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

    func started(_ tag: XMLStartTag) {
        tellText()
        depth += 1
        guard depth <= Self.depthLimit else {
            note(XMLIssue(line: line, column: column, message: "nested too deep", isFatal: true))
            stop()
            return
        }
        isTextWanted = handler.startElement(tag)
        if !lentValues.isEmpty {
            for value in lentValues { value.deallocate() }
            lentValues.removeAll(keepingCapacity: true)
        }
    }

    func ended() {
        tellText()
        depth -= 1
        isTextWanted = handler.endElement()
    }

    func read(_ text: XMLBytes) {
        guard isTextWanted else { return }
        // A reference comes as a piece of its own.
        if text.count == 2, text.buffer[0] == 0xC2, text.buffer[1] < 0xA0 { hasMistakenReference = true }
        run.append(text)
    }

    private func tellText() {
        guard !run.isEmpty else { return }
        handler.text(run.bytes)
        run.clear()
    }

    func note(_ issue: XMLIssue) {
        if issue.isFatal { isDamaged = true }
        if issues.count < Self.issueLimit { issues.append(issue) }
    }

    /// The replacement for an entity reference; nil inside the DTD, where libxml2 asks for its own bookkeeping.
    func entity(named name: UnsafePointer<UInt8>) -> xmlEntityPtr? {
        guard let context = context?.pointee, context.inSubset == 0 else { return nil }
        // With a DTD elsewhere, the declaration may be there (XML 1.0 section 4.1).
        if !hasUndeclaredEntity, context.hasExternalSubset == 0, !entities.isDeclared(XMLBytes(terminated: name)) {
            hasUndeclaredEntity = true
            let message = "entity not declared: &\(XMLBytes(terminated: name).string);"
            note(XMLIssue(line: line, column: column, message: message, isFatal: false))
        }
        return entities.replacement(for: name, inAttribute: context.instate == XML_PARSER_ATTRIBUTE_VALUE)
    }

    /// An attribute value with the references resolved that libxml2 leaves in it; lives until the tag's call ends.
    func resolved(_ value: XMLBytes) -> XMLBytes {
        guard value.contains(UInt8(ascii: "&")) else { return value }
        let text = entities.resolve(value)
        let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(1, text.count))
        _ = copy.initialize(from: text)
        lentValues.append(copy)
        return XMLBytes(start: copy.baseAddress, count: text.count)
    }

    func declareEntity(named name: UnsafePointer<UInt8>, content: UnsafePointer<UInt8>) {
        entities.declare(XMLBytes(terminated: name), as: XMLBytes(terminated: content))
    }
}
