// Makes feed HTML safe to store and to publish: parsed by libxml2, judged by HTMLPolicy, written anew from the tokens.
// Refuses to pass any markup through: what is not on a list is not written.

private import XMLStream

/// Allow-list sanitiser of feed HTML.
package enum HTMLSanitizer {
    /// `html` with only what is allowed; balanced, links absolute where `base` is known.
    ///
    /// Idempotent: what comes out, put in again, comes out the same. Takes time in proportion to its input.
    package static func sanitize(_ html: String, base: String?) -> String {
        if !html.utf8.contains(where: HTMLWriter.needsParsing) { return HTMLWriter.trimmed(html) }
        var pass = SanitizerPass(source: HTMLTokens(parsing: html), base: base)
        return pass.run()
    }
}

/// One fragment on its way from tokens to text.
private struct SanitizerPass {
    private struct OpenElement {
        var element: Int
        var serial: Int
    }

    private let source: HTMLTokens
    private let base: String?
    private let elementRules: [HTMLPolicy.ElementRule]
    private let attributeRules: [HTMLPolicy.AttributeRule]
    private var writer = HTMLWriter()
    /// What is written and not yet ended.
    private var open: [OpenElement] = []
    /// For each element open in the source: where it stands in `open`, nil where it is not written.
    private var sourceOpen: [(position: Int, serial: Int)?] = []
    private var serial = 0

    init(source: HTMLTokens, base: String?) {
        self.source = source
        self.base = base
        elementRules = source.names.map(HTMLPolicy.rule(forElement:))
        attributeRules = source.attributeNames.map(HTMLPolicy.rule(forAttribute:))
        writer.reserve(source.bytes.count + source.tokens.count * 8)
    }

    mutating func run() -> String {
        var dropped = 0
        for token in source.tokens {
            if dropped > 0 {
                if token.kind == .start { dropped += 1 }
                if token.kind == .end { dropped -= 1 }
                continue
            }
            switch token.kind {
            case .start:
                switch elementRules[token.name] {
                case .drop: dropped = 1
                case .unwrap: sourceOpen.append(nil)
                case .keep(let element): start(element, token)
                }
            case .end: end()
            case .text: writer.text(source.bytes[token.range])
            case .code: break
            }
        }
        while !open.isEmpty { endTop() }
        return writer.finish()
    }

    private mutating func start(_ element: Int, _ token: HTMLTokens.Token) {
        // A parent may have been unwrapped; what libxml2 would end on reading the output is ended in writing it.
        // Without this the output would not come out the same again.
        while let top = open.last, HTMLPolicy.startTag(element, closes: top.element) { endTop() }
        writer.startTag(HTMLPolicy.elementName(element))
        writeAttributes(token.range, of: element)
        writer.endOfTag()
        guard !HTMLPolicy.isVoid(element) else {
            sourceOpen.append(nil)
            return
        }
        serial += 1
        sourceOpen.append((open.count, serial))
        open.append(OpenElement(element: element, serial: serial))
    }

    private mutating func end() {
        guard let entry = sourceOpen.popLast(), let entry, open.count > entry.position,
            open[entry.position].serial == entry.serial
        else { return }
        while open.count > entry.position { endTop() }
    }

    private mutating func endTop() {
        guard let top = open.popLast() else { return }
        writer.endTag(HTMLPolicy.elementName(top.element))
    }

    // MARK: - Attributes

    private mutating func writeAttributes(_ range: Range<Int>, of element: Int) {
        let attributes = source.attributes[range]
        let opensWindow =
            HTMLPolicy.isLink(element) && attributes.contains { source.attributeNames[$0.name] == "target" }
        var rel: String?
        for attribute in attributes {
            let name = source.attributeNames[attribute.name]
            let value = source.bytes[attribute.value]
            switch attributeRules[attribute.name] {
            case .drop: break
            case .keep: writer.attribute(name, value)
            case .link: write(name, LinkPolicy.link(value, base: base))
            case .resource: write(name, LinkPolicy.resource(value, base: base))
            case .resourceSet: write(name, LinkPolicy.resourceSet(value, base: base))
            case .fragment: if value.first == UInt8(ascii: "#") { writer.attribute(name, value) }
            case .style: write(name, StyleSanitizer.sanitize(value))
            case .rel:
                rel = String(decoding: value, as: UTF8.self)
                if !opensWindow { writer.attribute(name, value) }
            }
        }
        if opensWindow { writer.attribute("rel", LinkPolicy.relation(rel ?? "").utf8) }
    }

    private mutating func write(_ name: String, _ value: String?) {
        if let value { writer.attribute(name, value.utf8) }
    }
}
