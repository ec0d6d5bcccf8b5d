// Makes feed HTML safe to store and to publish: parsed by libxml2, judged by HTMLPolicy, written anew from the tokens.
// Refuses to pass any markup through: what is not on a list is not written.

private import XMLStream

/// Allow-list sanitiser of feed HTML; keeps its parser and its memory from one fragment to the next.
package final class HTMLSanitizer {
    private let parser = HTMLParser()
    private var pass = SanitizerPass()

    /// Nothing is made before the first fragment that needs it.
    package init() {}

    /// `html` with only what is allowed; balanced, links absolute where `base` is known.
    ///
    /// Idempotent: what comes out, put in again, comes out the same. Takes time in proportion to its input.
    package static func sanitize(_ html: String, base: String?) -> String {
        HTMLSanitizer().sanitize(Array(html.utf8)[...], base: base)
    }

    /// As ``sanitize(_:base:)``, of UTF-8; illegal sequences become U+FFFD.
    package func sanitize(_ html: ArraySlice<UInt8>, base: String?) -> String {
        if !HTMLWriter.needsParsing(html) { return String(decoding: HTMLWriter.trimmed(html), as: UTF8.self) }
        // Out of its property while it runs: within a class each access to it would be checked.
        var pass = SanitizerPass()
        swap(&pass, &self.pass)
        defer { swap(&pass, &self.pass) }
        parser.parse(html, into: &pass.source)
        return pass.run(base: base)
    }
}

/// Fragments on their way from tokens to text.
private struct SanitizerPass {
    private struct OpenElement {
        var element: Int
        var serial: Int
    }

    var source = HTMLTokens()
    private var base = LinkBase(nil)
    /// Of the names in `source`, as far as they have been looked up.
    private var elementRules: [HTMLPolicy.ElementRule] = []
    private var attributeRules: [HTMLPolicy.AttributeRule] = []
    /// The number of `target`, once it has come.
    private var targetName: Int?
    private var generation = 0
    private var writer = HTMLWriter()
    /// What is written and not yet ended.
    private var open: [OpenElement] = []
    /// For each element open in the source: where it stands in `open`, nil where it is not written.
    private var sourceOpen: [(position: Int, serial: Int)?] = []
    private var serial = 0

    mutating func run(base: String?) -> String {
        if base != self.base.text { self.base = LinkBase(base) }
        lookUpNames()
        writer.begin(source.bytes.count + source.tokens.count * 8)
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
            case .text where token.isPlain: writer.plain(source.bytes[token.range])
            case .text: writer.text(source.bytes[token.range])
            case .code: break
            }
        }
        while !open.isEmpty { endTop() }
        sourceOpen.removeAll(keepingCapacity: true)
        return writer.finish()
    }

    private mutating func lookUpNames() {
        if source.generation != generation {
            elementRules.removeAll()
            attributeRules.removeAll()
            targetName = nil
            generation = source.generation
        }
        elementRules += source.names[elementRules.count...].map(HTMLPolicy.rule(forElement:))
        if targetName == nil { targetName = source.attributeNames.firstIndex(of: "target") }
        attributeRules += source.attributeNames[attributeRules.count...].map(HTMLPolicy.rule(forAttribute:))
    }

    private mutating func start(_ element: Int, _ token: HTMLTokens.Token) {
        // A parent may have been unwrapped; what libxml2 would end on reading the output is ended in writing it.
        // Without this the output would not come out the same again.
        while let top = open.last, HTMLPolicy.startTag(element, closes: top.element) { endTop() }
        writer.startTag(HTMLPolicy.elementName(element))
        if !token.range.isEmpty { writeAttributes(token.range, of: element) }
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
        let opensWindow =
            HTMLPolicy.isLink(element)
            && source.attributes[range].contains {
                $0.name == targetName && LinkPolicy.opensWindow(source.bytes[$0.value])
            }
        var rel: ArraySlice<UInt8> = []
        for index in range {
            let attribute = source.attributes[index]
            let rule = attributeRules[attribute.name]
            if rule == .drop { continue }
            let name = source.attributeNames[attribute.name]
            let value = source.bytes[attribute.value]
            switch rule {
            case .drop: break
            case .keep: writer.attribute(name, value)
            case .link, .resource:
                // Most addresses are written as they should be.
                if let origin = base.origin(ofPlain: value) {
                    writer.attribute(name, value, behind: origin)
                } else if rule == .link {
                    write(name, LinkPolicy.link(value, base: base.text))
                } else {
                    write(name, LinkPolicy.resource(value, base: base.text))
                }
            case .resourceSet: write(name, LinkPolicy.resourceSet(value, base: base.text))
            case .fragment: if value.first == UInt8(ascii: "#") { writer.attribute(name, value) }
            case .style: write(name, StyleSanitizer.sanitize(value))
            case .rel:
                rel = value
                if !opensWindow { writer.attribute(name, value) }
            }
        }
        if opensWindow { writer.attribute("rel", Array(LinkPolicy.relation(rel).utf8)[...]) }
    }

    private mutating func write(_ name: String, _ value: String?) {
        if let value { writer.attribute(name, Array(value.utf8)[...]) }
    }
}
