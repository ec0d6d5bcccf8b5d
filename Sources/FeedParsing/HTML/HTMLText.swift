// The plain text of HTML, as one line: of a headline, a name, a right.
// Refuses to decode twice: what the markup says is text stays as it is, `&amp;amp;` gives `&amp;`.

private import XMLStream

/// The text of HTML.
package enum HTMLText {
    /// One line: markup and character references resolved once, white space folded. `1 < 2` and `AT&T` stay.
    package static func plainText(_ html: String) -> String {
        var line = TextLine()
        guard html.utf8.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }) else {
            line.append(Array(html.utf8)[...])
            return line.take()
        }
        if PlainReferences.resolve(html, into: &line) { return line.take() }
        let source = HTMLTokens(parsing: html)
        let roles = source.names.map(role(of:))
        var dropped = 0
        for token in source.tokens {
            if dropped > 0 {
                if token.kind == .start { dropped += 1 }
                if token.kind == .end { dropped -= 1 }
                continue
            }
            switch token.kind {
            case .text: line.append(source.bytes[token.range])
            case .code: break
            case .start, .end:
                switch roles[token.name] {
                case .inline: break
                case .dropped: dropped = token.kind == .start ? 1 : 0
                case .block: line.space()
                }
            }
        }
        return line.take()
    }

    // MARK: - Elements

    private enum Role { case inline, block, dropped }

    private static func role(of name: String) -> Role {
        if blockElements.contains(name) { return .block }
        return HTMLPolicy.rule(forElement: name) == .drop ? .dropped : .inline
    }

    private static let blockElements: Set<String> = [
        "address", "article", "aside", "blockquote", "body", "br", "caption", "center", "dd", "details", "dialog",
        "dir",
        "div",
        "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header",
        "hgroup", "hr", "html", "legend", "li", "listing", "main", "menu", "nav", "ol", "p", "pre", "section",
        "summary",
        "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "xmp",
    ]
}
