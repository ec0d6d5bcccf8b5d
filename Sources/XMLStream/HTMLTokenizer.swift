// Drives libxml2's HTML parser through SAX: no document tree, one stack of open elements that bounds the nesting.
// Names are numbered once and for all; text that stood for itself is put back in its place.

import CLibXML2

/// Collects the tokens of one fragment after another.
struct HTMLTokenizer {
    private struct OpenElement {
        var name: Int
        /// False where the element is nested too deeply to be told.
        var isReported: Bool
    }

    var result = HTMLTokens()
    private var context: htmlParserCtxtPtr?
    private var outline = HTMLOutline()
    /// How many of the outline's runs have come back as text.
    private var runCount = 0
    private var open: [OpenElement] = []
    private var reportedDepth = 0
    /// Events before this offset come from the tags that `parse` put in front.
    private var preambleLength = 0
    /// Where the parser was stopped because its own stack had grown too long; nil while it runs.
    private var stoppedAt: Int?

    private(set) var names = HTMLNames()
    var attributeNames = HTMLNames()
    private(set) var isVoid: [Bool] = []
    var wellFormed = HTMLWellFormed()

    /// libxml2 looks through its whole stack for each stray end tag, so the stack is kept short: when it is full the
    /// rest is given to a new parser that starts with the elements that are open and told.
    private static let fullStack = 2 * HTMLTokens.deepestNesting

    /// Each new parser copies what is left. Past this many bytes the document is an attack, and its rest is dropped.
    private static let copyBudget = 1 << 28

    /// More distinct names than any document needs: libxml2 keeps them all, so the parser starts anew.
    private static let mostNames = 1024

    /// Two roots of no known name: text without a parent would get a p, a head at the top would be kept.
    private static let roots = Array("<telex-><telex->".utf8)

    mutating func free() {
        if let context { htmlFreeParserCtxt(context) }
        context = nil
    }

    /// Reads a fragment with a sign for each run of its text; false where it has to be read whole.
    static func readOutline(of html: UnsafeBufferPointer<UInt8>, _ state: UnsafeMutablePointer<HTMLTokenizer>) -> Bool {
        state.pointee.begin()
        guard state.pointee.outline.read(html, behind: roots) else { return false }
        state.pointee.runCount = 0
        var input: [UInt8] = []
        swap(&input, &state.pointee.outline.bytes)
        let length = input.count
        input.append(0)
        input.withUnsafeBufferPointer { bytes in
            state.pointee.lend(html)
            run(UnsafeBufferPointer(rebasing: bytes[roots.count..<length]), state, whole: bytes)
        }
        state.pointee.lend(nil)
        swap(&input, &state.pointee.outline.bytes)
        // A sign more or less than was put there: then the order cannot be trusted.
        return state.pointee.runCount == state.pointee.outline.runs.count
    }

    /// Reads a fragment, every byte of it.
    static func readAll(of html: UnsafeBufferPointer<UInt8>, _ state: UnsafeMutablePointer<HTMLTokenizer>) {
        state.pointee.begin()
        state.pointee.outline.runs.removeAll(keepingCapacity: true)
        if let prepared = HTMLInput.prepared(html) {
            prepared.withUnsafeBufferPointer { run($0, state, whole: nil) }
        } else {
            run(html, state, whole: nil)
        }
    }

    mutating func begin() {
        if names.list.count + attributeNames.list.count > Self.mostNames {
            free()
            (names, attributeNames, isVoid) = (HTMLNames(), HTMLNames(), [])
            wellFormed.forgetNames()
            result.generation += 1
        }
        result.removeAll()
        open.removeAll(keepingCapacity: true)
        reportedDepth = 0
    }

    private mutating func lend(_ source: UnsafeBufferPointer<UInt8>?) {
        outline.source = source
    }

    // MARK: - Runs of the parser

    /// - Parameter whole: `html` behind the roots and before a NUL, where it is there already.
    private static func run(
        _ html: UnsafeBufferPointer<UInt8>,
        _ state: UnsafeMutablePointer<HTMLTokenizer>,
        whole: UnsafeBufferPointer<UInt8>?
    ) {
        var start = 0
        var budget = copyBudget
        while start < html.count {
            budget -= html.count - start
            if start == 0, let whole {
                state.pointee.preambleLength = roots.count
                parse(whole, state)
            } else {
                let input = state.pointee.input(html[start...])
                input.withUnsafeBufferPointer { parse($0, state) }
            }
            guard let stop = state.pointee.stoppedAt, budget > 0 else { break }
            // The parser stood before the `>` or `/>` of a start tag.
            start += max(stop - state.pointee.preambleLength, 0)
            if start < html.count, html[start] == UInt8(ascii: "/") { start += 1 }
            start += 1
        }
        state.pointee.finish()
    }

    /// What the parser is given: the roots, the elements that are open, the text, a NUL.
    private mutating func input(_ html: Slice<UnsafeBufferPointer<UInt8>>) -> [UInt8] {
        open.removeAll { !$0.isReported }
        var input = Self.roots
        input.reserveCapacity(html.count + input.count + 1)
        for element in open {
            input.append(UInt8(ascii: "<"))
            input.append(contentsOf: names.list[element.name].utf8)
            input.append(UInt8(ascii: ">"))
        }
        preambleLength = input.count
        input.append(contentsOf: html)
        input.append(0)
        return input
    }

    private static func parse(_ input: UnsafeBufferPointer<UInt8>, _ state: UnsafeMutablePointer<HTMLTokenizer>) {
        state.pointee.stoppedAt = nil
        guard let context = state.pointee.readyContext(), let source = xmlNewInputStream(context) else { return }
        // No buffer of libxml2's: the memory is ours, outlives the parse, and is read in place up to its NUL.
        source.pointee.base = input.baseAddress
        source.pointee.cur = input.baseAddress
        source.pointee.end = input.baseAddress.map { $0 + (input.count - 1) }
        inputPush(context, source)
        context.pointee.charset = Int32(XML_CHAR_ENCODING_UTF8.rawValue)
        context.pointee.userData = UnsafeMutableRawPointer(state)
        htmlParseDocument(context)
        htmlCtxtReset(context)
    }

    /// The context, made when it is first needed; its names stay from one parse to the next.
    private mutating func readyContext() -> htmlParserCtxtPtr? {
        LibXML2.prepare()
        if context == nil {
            context = htmlNewParserCtxt()
            context?.pointee.sax.pointee = Self.makeCallbacks()
        }
        guard let context else { return nil }
        let options =
            HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOIMPLIED.rawValue | HTML_PARSE_NONET.rawValue
            | HTML_PARSE_IGNORE_ENC.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
        htmlCtxtUseOptions(context, Int32(options))
        return context
    }

    mutating func finish() {
        while !open.isEmpty { closeTop() }
        result.names = names.list
        result.attributeNames = attributeNames.list
    }
}

// MARK: - Events

extension HTMLTokenizer {
    private static func makeCallbacks() -> htmlSAXHandler {
        var handler = htmlSAXHandler()
        handler.startElement = { HTMLTokenizer.at($0)?.pointee.startElement($1, attributes: $2) }
        handler.endElement = { HTMLTokenizer.at($0)?.pointee.endElement($1) }
        handler.characters = { HTMLTokenizer.at($0)?.pointee.characters($1, count: $2, kind: .text) }
        handler.ignorableWhitespace = handler.characters
        handler.cdataBlock = { HTMLTokenizer.at($0)?.pointee.characters($1, count: $2, kind: .code) }
        return handler
    }

    private static func at(_ state: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<HTMLTokenizer>? {
        state?.assumingMemoryBound(to: HTMLTokenizer.self)
    }

    /// Where the parser stands in its input, the preamble included.
    private var offset: Int {
        guard let input = context?.pointee.input, let base = input.pointee.base else { return 0 }
        return input.pointee.cur - base
    }

    private mutating func startElement(
        _ name: UnsafePointer<xmlChar>?,
        attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
    ) {
        guard let name, let context, stoppedAt == nil, let input = context.pointee.input else { return }
        // A tag that the end of the text cut off is no tag (and libxml2 sends no end for it).
        guard offset >= preambleLength, let current = input.pointee.cur, current.pointee != 0 else { return }
        let index = number(of: name)
        let isReported = isVoid[index] || reportedDepth < HTMLTokens.deepestNesting
        if isReported {
            let first = result.attributes.count
            append(attributes)
            result.tokens.append(.init(kind: .start, name: index, range: first..<result.attributes.count))
        }
        if isVoid[index] {
            result.tokens.append(.init(kind: .end, name: index, range: 0..<0))
        } else {
            open.append(OpenElement(name: index, isReported: isReported))
            if isReported { reportedDepth += 1 }
        }
        if context.pointee.nameNr >= Int32(Self.fullStack) {
            stoppedAt = offset
            // To libxml2 the input ends here.
            input.pointee.cur = input.pointee.end
        }
    }

    private mutating func endElement(_ name: UnsafePointer<xmlChar>?) {
        guard let name, stoppedAt == nil, !open.isEmpty, offset >= preambleLength else { return }
        let index = number(of: name)
        guard let position = open.lastIndex(where: { $0.name == index }) else { return }
        while open.count > position { closeTop() }
    }

    private mutating func characters(_ text: UnsafePointer<xmlChar>?, count: Int32, kind: HTMLTokens.Kind) {
        guard let text, count > 0, stoppedAt == nil else { return }
        let bytes = UnsafeBufferPointer(start: text, count: Int(count))
        guard !outline.runs.isEmpty else { return append(bytes, kind) }
        var start = 0
        for index in bytes.indices where bytes[index] == HTMLOutline.sign {
            append(UnsafeBufferPointer(rebasing: bytes[start..<index]), kind)
            start = index + 1
            if let run = outline.run(runCount) { append(run, kind, isPlain: true) }
            runCount += 1
        }
        append(UnsafeBufferPointer(rebasing: bytes[start...]), kind)
    }

    mutating func append(
        _ bytes: UnsafeBufferPointer<UInt8>,
        _ kind: HTMLTokens.Kind,
        isPlain: Bool = false
    ) {
        guard !bytes.isEmpty else { return }
        let start = result.bytes.count
        result.bytes.append(contentsOf: bytes)
        let end = result.bytes.count
        let last = result.tokens.count - 1
        if last >= 0, result.tokens[last].kind == kind, result.tokens[last].isPlain == isPlain,
            result.tokens[last].range.upperBound == start
        {
            result.tokens[last].range = result.tokens[last].range.lowerBound..<end
        } else {
            result.tokens.append(.init(kind: kind, isPlain: isPlain, name: 0, range: start..<end))
        }
    }

    private mutating func closeTop() {
        guard let element = open.popLast(), element.isReported else { return }
        reportedDepth -= 1
        result.tokens.append(.init(kind: .end, name: element.name, range: 0..<0))
    }

    // MARK: - Names and values

    private mutating func number(of name: UnsafePointer<xmlChar>) -> Int {
        noted(names.number(of: name))
    }

    mutating func number(of name: HTMLShortName) -> Int {
        noted(names.number(of: name))
    }

    private mutating func noted(_ number: Int) -> Int {
        if number == isVoid.count { isVoid.append(Self.voidNames.contains(names.list[number])) }
        return number
    }

    /// Names and values in turn, ended by a null name.
    private mutating func append(_ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?) {
        guard var pair = attributes else { return }
        while let name = pair[0] {
            let start = result.bytes.count
            if let value = pair[1] {
                result.bytes.append(contentsOf: UnsafeBufferPointer(start: value, count: Int(xmlStrlen(value))))
            }
            let number = attributeNames.number(of: name)
            result.attributes.append(.init(name: number, value: start..<result.bytes.count))
            pair += 2
        }
    }

    /// HTML's elements without content. libxml2 knows those of HTML 4 and leaves the others open.
    private static let voidNames: Set<String> = [
        "area", "base", "basefont", "bgsound", "br", "col", "command", "embed", "frame", "hr", "img", "input",
        "isindex", "keygen", "link", "meta", "param", "source", "track", "wbr",
    ]
}
