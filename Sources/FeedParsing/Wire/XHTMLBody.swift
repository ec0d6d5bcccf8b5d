// XHTML inside an item: its text without the page around it.

enum XHTMLBody {
    /// What the body of a page holds, as HTML. Left out: the page's own header (dpa puts headline, topics and time
    /// there) and a heading that says the headline again.
    static func html(of page: WireElement, headline: String?, context: WireContext) -> String {
        var body = page.first("body") ?? page
        if body.elements.contains(where: { $0.name != "header" && $0.text != nil }) {
            body.nodes.removeAll { node in
                guard case .element(let element) = node else { return false }
                return element.name == "header" || repeats(headline, element)
            }
        }
        return WireMarkup.html(of: body, as: .xhtml, context: context)
    }

    /// The same for markup that is no page: paragraphs in whatever elements an agency has for its texts. Empty where
    /// there are none: then it is data.
    static func html(ofFragment content: WireElement, context: WireContext) -> String {
        let isText = ["p", "P", "div"].contains { !content.descendants($0).isEmpty }
        guard isText else { return "" }
        let isXHTML = content.elements.allSatisfy { ["body", "div", "p", "section", "article"].contains($0.name) }
        let body = content.elements.first { $0.name == "body" } ?? content
        return WireMarkup.html(of: body, as: isXHTML ? .xhtml : .other, context: context)
    }

    static func repeats(_ headline: String?, _ element: WireElement) -> Bool {
        guard let headline, ["h1", "h2", "hl1", "hl2"].contains(element.name) else { return false }
        return element.text?.lowercased() == headline.lowercased()
    }
}
