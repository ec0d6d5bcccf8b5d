// Push SAX2 over libxml2: bytes in any chunking, events out. No tree, no DTD, no external entity, no network:
// entities are HTML's names and short plain texts declared in the document, everything else stays as written.

import CLibXML2

/// A parser for one document of clean UTF-8. Stops telling events at the first fatal error.
package final class XMLPushParser {
    /// Deeper elements are not told; the parser stops there.
    package static let depthLimit = 1000
    /// The parser stops at a tag with more attributes or namespaces: libxml2 compares each with all before it.
    package static let attributeLimit = 1000
    /// The parser stops at more different names and namespaces: libxml2's table of them does not grow as they do.
    package static let nameLimit = 20_000

    /// What was wrong, in document order; at most 50 of them.
    package var issues: [XMLIssue] { state.pointee.issues }
    /// True when the document is not well-formed.
    package var isDamaged: Bool { state.pointee.isDamaged }
    /// True when nothing more will be told.
    package var isStopped: Bool { state.pointee.isStopped }
    /// True when a numeric reference named a control character from U+0080 to U+009F: windows-1252 was meant.
    package var hasMistakenReference: Bool { state.pointee.hasMistakenReference }

    let handler: any XMLEventHandler
    let state: UnsafeMutablePointer<XMLPushState>
    private let context: xmlParserCtxtPtr?

    /// - Parameters:
    ///   - handler: told every event.
    ///   - keepsGoing: true to go on telling events past fatal errors, as well as libxml2 can.
    ///   - codes: numbers names; asked once for each distinct name, elements and attributes alike.
    package init(handler: any XMLEventHandler, keepsGoing: Bool = false, codes: @escaping (XMLName) -> UInt16) {
        LibXML2.prepare()
        self.handler = handler
        var callbacks = Self.makeCallbacks()
        context = xmlCreatePushParserCtxt(&callbacks, nil, nil, 0, nil)
        state = .allocate(capacity: 1)
        state.initialize(to: XMLPushState(context: context, codes: codes))
        // Never NOENT, DTDLOAD, DTDATTR or HUGE. The encoding is settled before the bytes come here.
        var options = XML_PARSE_NONET.rawValue | XML_PARSE_IGNORE_ENC.rawValue
        if keepsGoing { options |= XML_PARSE_RECOVER.rawValue }
        _ = xmlCtxtUseOptions(context, Int32(bitPattern: options))
        _ = xmlSwitchEncoding(context, XML_CHAR_ENCODING_UTF8)
        // The context does not outlive self: freed in deinit.
        context?.pointee.userData = Unmanaged.passUnretained(self).toOpaque()
    }

    deinit {
        state.deinitialize(count: 1)
        state.deallocate()
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
        state.pointee.isStopped = true
    }

    /// Nothing more is to be told.
    package func stop() {
        guard !isStopped else { return }
        state.pointee.isStopped = true
        xmlStopParser(context)
    }

    private static let pieceSize = 1 << 16

    private func parse(_ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool) {
        guard let context else { return }
        bytes.withMemoryRebound(to: CChar.self) { piece in
            _ = xmlParseChunk(context, piece.baseAddress, Int32(truncatingIfNeeded: piece.count), isLast ? 1 : 0)
        }
        if !isStopped, !isLast { refuseEndlessTag() }
        if context.pointee.disableSAX != 0 { state.pointee.isStopped = true }
    }
}

// MARK: - What the callbacks ask

extension XMLPushParser {
    func started(_ tag: XMLStartTag) {
        // Once something was wrong, libxml2 resolves no references, which would drop every `&lt;` from here on.
        if state.pointee.isDamaged, context?.pointee.recovery == 1 { context?.pointee.wellFormed = 1 }
        tellText()
        state.pointee.depth += 1
        if state.pointee.depth > Self.depthLimit { return refuse("nested too deep") }
        if tag.attributeCount > Self.attributeLimit || tag.declarationCount > Self.attributeLimit {
            return refuse(Self.tooManyAttributes, hasPlace: false)
        }
        if xmlDictSize(context?.pointee.dict) > Int32(Self.nameLimit) { return refuse("too many different names") }
        let isTextWanted = handler.startElement(tag)
        state.pointee.isTextWanted = isTextWanted
        state.pointee.takeBackValues()
    }

    func ended() {
        tellText()
        state.pointee.depth -= 1
        let isTextWanted = handler.endElement()
        state.pointee.isTextWanted = isTextWanted
    }

    /// A tag that is not complete yet and is too much already. Its attributes are counted before libxml2 looks at them;
    /// what is found is told as it is of a complete tag, for where the pieces end must not be seen.
    private func refuseEndlessTag() {
        guard let input = context?.pointee.input?.pointee, let start = input.cur, input.end - start > Self.pieceSize,
            start[0] == UInt8(ascii: "<"), start[1] != UInt8(ascii: "!"), start[1] != UInt8(ascii: "?")
        else { return }
        var count = 0
        for byte in UnsafeBufferPointer(start: start, count: input.end - start) where byte == UInt8(ascii: "=") {
            count += 1
        }
        // An address in a value may have some of them too.
        if count > 10 * Self.attributeLimit { refuse(Self.tooManyAttributes, hasPlace: false) }
    }

    private static let tooManyAttributes = "a tag with more than \(attributeLimit) attributes"

    private func refuse(_ what: String, hasPlace: Bool = true) {
        let place = hasPlace ? (line: state.pointee.line, column: state.pointee.column) : (line: 0, column: 0)
        state.pointee.note(XMLIssue(line: place.line, column: place.column, message: what, isFatal: true))
        stop()
    }

    private func tellText() {
        guard !state.pointee.run.isEmpty else { return }
        handler.text(state.pointee.run.bytes)
        state.pointee.run.clear()
        if state.pointee.run.isCut, !state.pointee.hasCutText {
            state.pointee.hasCutText = true
            let message = "a text of more than \(XMLTextRun.longest >> 20) MiB; the rest of it is not read"
            state.pointee.note(XMLIssue(line: 0, column: 0, message: message, isFatal: false))
        }
    }
}
