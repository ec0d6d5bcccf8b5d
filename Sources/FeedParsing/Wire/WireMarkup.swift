// Bodies in XHTML, NITF or an agency's own elements, written out as HTML for the sanitiser. Judges nothing that the
// sanitiser judges; elements it does not know lose their tags and keep their text.

/// Writes the content of one element.
struct WireMarkup {
    /// What the elements of a body are called.
    enum Vocabulary {
        case xhtml, nitf
        /// An agency's own: names that HTML has mean what they mean there.
        case other
    }

    private let vocabulary: Vocabulary
    private let context: WireContext
    private var output: [UInt8] = []
    /// Inside an element that holds lines of text: what has no tag of its own there is inline.
    private var lineDepth = 0

    /// HTML of what `element` holds.
    static func html(of element: WireElement, as vocabulary: Vocabulary, context: WireContext) -> String {
        var markup = WireMarkup(vocabulary: vocabulary, context: context)
        markup.content(of: element)
        return String(decoding: markup.output, as: UTF8.self)
    }

    private init(vocabulary: Vocabulary, context: WireContext) {
        self.vocabulary = vocabulary
        self.context = context
    }

    private mutating func content(of element: WireElement) {
        for node in element.nodes {
            switch node {
            case .text(let text): MarkupWriter.escape(text.utf8, into: &output)
            case .element(let inner): write(inner)
            }
        }
    }

    private mutating func write(_ element: WireElement) {
        let name = element.name.lowercased()
        // Agencies put empty paragraphs between others.
        if name == "p", element.text == nil, !element.holdsPicture { return }
        if vocabulary != .xhtml, Self.code.contains(name) { return }
        switch vocabulary {
        case .xhtml: wrap(element, in: name, attributes: element.attributes.filter { !$0.name.contains(":") })
        case .nitf: writeNITF(element, name)
        case .other:
            if Self.shared.contains(name) {
                wrap(element, in: name, attributes: [])
            } else {
                writeUnknown(element)
            }
        }
    }

    private mutating func writeNITF(_ element: WireElement, _ name: String) {
        if NITFMarkup.dropped.contains(name) { return }
        if name == "media" { return writeMedia(element) }
        if let tag = NITFMarkup.renamed[name] {
            wrap(element, in: tag, attributes: [])
        } else if Self.shared.contains(name) {
            wrap(element, in: name, attributes: element.attributes.filter { NITFMarkup.attributes.contains($0.name) })
        } else {
            writeUnknown(element)
        }
    }

    /// A paragraph where one can stand and there is text; else just its content.
    private mutating func writeUnknown(_ element: WireElement) {
        if lineDepth == 0, element.hasOwnText {
            wrap(element, in: "p", attributes: [])
        } else {
            content(of: element)
        }
    }

    private mutating func wrap(_ element: WireElement, in name: String, attributes: [WireElement.Attribute]) {
        let holdsLines = Self.lines.contains(name)
        output.append(UInt8(ascii: "<"))
        output += name.utf8
        for attribute in attributes {
            output.append(UInt8(ascii: " "))
            output += attribute.name.utf8
            output += "=\"".utf8
            MarkupWriter.escapeValue(attribute.value.utf8, into: &output)
            output.append(UInt8(ascii: "\""))
        }
        output.append(UInt8(ascii: ">"))
        guard !MarkupWriter.isVoid(name) else { return }
        if holdsLines { lineDepth += 1 }
        content(of: element)
        if holdsLines { lineDepth -= 1 }
        output += "</".utf8
        output += name.utf8
        output.append(UInt8(ascii: ">"))
    }

    /// A picture with its caption where the picture can be fetched; without one, the caption captions nothing.
    private mutating func writeMedia(_ media: WireElement) {
        let address = media.elements.filter { $0.name == "media-reference" }.lazy
            .filter { NITFMarkup.isPicture($0, in: media) }
            .compactMap { $0[attribute: "source"] }
            .first { WireItem.isAddress($0) && WireItem.isWeb(URLReference.resolve($0, base: context.base)) }
        guard let address else { return }
        let caption = media.elements.filter { $0.name == "media-caption" }.compactMap(\.text).joined(separator: " ")
        output += "<figure>".utf8
        let image = [
            WireElement.Attribute(name: "src", value: address), WireElement.Attribute(name: "alt", value: ""),
        ]
        wrap(WireElement(name: "img"), in: "img", attributes: image)
        if !caption.isEmpty {
            wrap(WireElement(name: "figcaption", nodes: [.text(caption)]), in: "figcaption", attributes: [])
        }
        output += "</figure>".utf8
    }

    /// Elements that mean in NITF, and in agencies' own formats, what they mean in HTML.
    private static let shared: Set<String> = [
        "p", "br", "hr", "ul", "ol", "li", "dl", "dt", "dd", "table", "caption", "thead", "tbody", "tfoot", "tr", "td",
        "th", "col", "colgroup", "pre", "em", "strong", "b", "i", "u", "sub", "sup", "q", "a", "h1", "h2", "h3", "h4",
        "h5", "h6", "blockquote", "img", "span", "div", "figure", "figcaption",
    ]

    /// Never text, whatever vocabulary they stray into; XHTML's the sanitiser knows.
    private static let code: Set<String> = ["script", "style", "head", "template"]

    /// Elements in which text runs in lines.
    private static let lines: Set<String> = [
        "p", "li", "dt", "dd", "td", "th", "caption", "pre", "em", "strong", "b", "i", "u", "sub", "sup", "q", "a",
        "h1", "h2", "h3", "h4", "h5", "h6", "span", "figcaption",
    ]
}
