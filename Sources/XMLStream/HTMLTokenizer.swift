// libxml2's HTML parser, driven through SAX: no document tree, one stack of open elements that bounds the nesting.
// Refuses implied html, head, body and p elements, encodings named in the text, and every error message.

private import CLibXML2

/// Collects the tokens of one fragment. Lives only as long as the call that made it.
final class HTMLTokenizer {
    private struct OpenElement {
        var name: Int
        /// False where the element is nested too deeply to be told.
        var isReported: Bool
    }

    private var result = HTMLTokens()
    private var open: [OpenElement] = []
    private var reportedDepth = 0
    private var parser: htmlParserCtxtPtr?
    /// Events before this offset come from the tags that `parse` put in front.
    private var preambleLength = 0
    /// Where the parser was stopped because its own stack had grown too long; nil while it runs.
    private var stoppedAt: Int?

    private var nameIndex: [String: Int] = [:]
    private var attributeNameIndex: [String: Int] = [:]
    /// The parser interns its names: within one run the pointer stands for the name.
    private var namePointers: [UnsafePointer<xmlChar>: Int] = [:]
    private var attributeNamePointers: [UnsafePointer<xmlChar>: Int] = [:]

    /// The tokens of `html` (UTF-8).
    static func tokens(of html: UnsafeBufferPointer<UInt8>) -> HTMLTokens {
        let tokenizer = HTMLTokenizer()
        tokenizer.result.bytes.reserveCapacity(html.count)
        let prepared = HTMLInput.prepared(html)
        if let prepared {
            prepared.withUnsafeBufferPointer { tokenizer.run($0) }
        } else {
            tokenizer.run(html)
        }
        return tokenizer.result
    }

    /// libxml2 looks through its whole stack for each stray end tag, so the stack is kept short: when it is full the
    /// rest is given to a new parser that starts with the elements that are open and told.
    private static let fullStack = 2 * HTMLTokens.deepestNesting

    /// Each new parser copies what is left. Past this many bytes the document is an attack, and its rest is dropped.
    private static let copyBudget = 1 << 28

    private func run(_ html: UnsafeBufferPointer<UInt8>) {
        var start = 0
        var budget = Self.copyBudget
        while start < html.count {
            budget -= html.count - start
            parse(html[start...])
            guard let stop = stoppedAt, budget > 0 else { break }
            // The parser stood before the `>` or `/>` of a start tag.
            start += max(stop - preambleLength, 0)
            if start < html.count, html[start] == UInt8(ascii: "/") { start += 1 }
            start += 1
        }
        while !open.isEmpty { closeTop() }
    }

    private func parse(_ html: Slice<UnsafeBufferPointer<UInt8>>) {
        open.removeAll { !$0.isReported }
        namePointers.removeAll(keepingCapacity: true)
        attributeNamePointers.removeAll(keepingCapacity: true)
        stoppedAt = nil

        // Two roots of no known name: text without a parent would get a p, a head at the top would be kept.
        var input = Array("<telex-><telex->".utf8)
        for element in open {
            input.append(UInt8(ascii: "<"))
            input.append(contentsOf: result.names[element.name].utf8)
            input.append(UInt8(ascii: ">"))
        }
        preambleLength = input.count
        input.append(contentsOf: html)

        LibXML2.prepare()
        let context = input.withUnsafeBytes { bytes in
            htmlCreateMemoryParserCtxt(
                bytes.bindMemory(to: CChar.self).baseAddress,
                Int32(clamping: bytes.count)
            )
        }
        guard let context else { return }
        defer { htmlFreeParserCtxt(context) }
        let options =
            HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOIMPLIED.rawValue | HTML_PARSE_NONET.rawValue
            | HTML_PARSE_IGNORE_ENC.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
        htmlCtxtUseOptions(context, Int32(options))
        xmlSwitchEncoding(context, XML_CHAR_ENCODING_UTF8)
        context.pointee.sax.pointee = Self.callbacks
        // Unretained is enough: self outlives the parse, which ends within this function.
        context.pointee.userData = Unmanaged.passUnretained(self).toOpaque()
        parser = context
        htmlParseDocument(context)
        parser = nil
    }

}

// MARK: - Events

extension HTMLTokenizer {
    private static var callbacks: htmlSAXHandler {
        var handler = htmlSAXHandler()
        handler.startElement = { HTMLTokenizer.of($0)?.startElement($1, attributes: $2) }
        handler.endElement = { HTMLTokenizer.of($0)?.endElement($1) }
        handler.characters = { HTMLTokenizer.of($0)?.characters($1, count: $2, kind: .text) }
        handler.ignorableWhitespace = handler.characters
        handler.cdataBlock = { HTMLTokenizer.of($0)?.characters($1, count: $2, kind: .code) }
        return handler
    }

    private static func of(_ context: UnsafeMutableRawPointer?) -> HTMLTokenizer? {
        context.map { Unmanaged<HTMLTokenizer>.fromOpaque($0).takeUnretainedValue() }
    }

    private func startElement(
        _ name: UnsafePointer<xmlChar>?,
        attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
    ) {
        guard let name, let parser, stoppedAt == nil, let input = parser.pointee.input else { return }
        let offset = Int(xmlByteConsumed(parser))
        // A tag that the end of the text cut off is no tag (and libxml2 sends no end for it).
        guard offset >= preambleLength, let current = input.pointee.cur, current.pointee != 0 else { return }
        let index = indexOf(name)
        let isVoid = Self.voidNames.contains(result.names[index])
        let isReported = isVoid || reportedDepth < HTMLTokens.deepestNesting
        if isReported {
            let first = result.attributes.count
            append(attributes)
            result.tokens.append(.init(kind: .start, name: index, range: first..<result.attributes.count))
        }
        if isVoid {
            result.tokens.append(.init(kind: .end, name: index, range: 0..<0))
        } else {
            open.append(OpenElement(name: index, isReported: isReported))
            if isReported { reportedDepth += 1 }
        }
        if parser.pointee.nameNr >= Int32(Self.fullStack) {
            stoppedAt = offset
            // To libxml2 the input ends here.
            input.pointee.cur = input.pointee.end
        }
    }

    private func endElement(_ name: UnsafePointer<xmlChar>?) {
        guard let name, let parser, stoppedAt == nil else { return }
        guard open.last != nil, Int(xmlByteConsumed(parser)) >= preambleLength else { return }
        let index = indexOf(name)
        guard let position = open.lastIndex(where: { $0.name == index }) else { return }
        while open.count > position { closeTop() }
    }

    private func characters(_ text: UnsafePointer<xmlChar>?, count: Int32, kind: HTMLTokens.Kind) {
        guard let text, count > 0, stoppedAt == nil else { return }
        let start = result.bytes.count
        result.bytes.append(contentsOf: UnsafeBufferPointer(start: text, count: Int(count)))
        let end = result.bytes.count
        if let last = result.tokens.indices.last, result.tokens[last].kind == kind,
            result.tokens[last].range.upperBound == start
        {
            result.tokens[last].range = result.tokens[last].range.lowerBound..<end
        } else {
            result.tokens.append(.init(kind: kind, name: 0, range: start..<end))
        }
    }

    private func closeTop() {
        guard let element = open.popLast(), element.isReported else { return }
        reportedDepth -= 1
        result.tokens.append(.init(kind: .end, name: element.name, range: 0..<0))
    }

    /// HTML's elements without content. libxml2 knows those of HTML 4 and leaves the others open.
    private static let voidNames: Set<String> = [
        "area", "base", "basefont", "bgsound", "br", "col", "command", "embed", "frame", "hr", "img", "input",
        "isindex", "keygen", "link", "meta", "param", "source", "track", "wbr",
    ]
}

// MARK: - Names and values

extension HTMLTokenizer {
    private func indexOf(_ name: UnsafePointer<xmlChar>) -> Int {
        if let known = namePointers[name] { return known }
        let text = Self.string(name)
        let index = nameIndex[text] ?? result.names.count
        if index == result.names.count {
            result.names.append(text)
            nameIndex[text] = index
        }
        namePointers[name] = index
        return index
    }

    private func indexOfAttribute(_ name: UnsafePointer<xmlChar>) -> Int {
        if let known = attributeNamePointers[name] { return known }
        let text = Self.string(name)
        let index = attributeNameIndex[text] ?? result.attributeNames.count
        if index == result.attributeNames.count {
            result.attributeNames.append(text)
            attributeNameIndex[text] = index
        }
        attributeNamePointers[name] = index
        return index
    }

    /// Names and values in turn, ended by a null name.
    private func append(_ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?) {
        guard var pair = attributes else { return }
        while let name = pair[0] {
            let start = result.bytes.count
            if let value = pair[1] {
                result.bytes.append(contentsOf: UnsafeBufferPointer(start: value, count: Int(xmlStrlen(value))))
            }
            result.attributes.append(.init(name: indexOfAttribute(name), value: start..<result.bytes.count))
            pair += 2
        }
    }

    private static func string(_ name: UnsafePointer<xmlChar>) -> String {
        String(decoding: UnsafeBufferPointer(start: name, count: Int(xmlStrlen(name))), as: UTF8.self)
    }
}
