// The plain text of HTML: of a headline, and of a body paragraph by paragraph.
// Refuses to decode twice: what the markup says is text stays as it is, `&amp;amp;` gives `&amp;`.

private import XMLStream

/// The text of HTML.
package enum HTMLText {
    /// One line: markup and character references resolved once, white space folded. `1 < 2` and `AT&T` stay.
    package static func plainText(_ html: String) -> String {
        if html.utf8.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }) {
            return lines(of: html, breaksAtBlocks: false).first ?? ""
        }
        var line = TextLine()
        line.append(Array(html.utf8)[...])
        return line.take()
    }

    /// The text of each block element, in document order, each one line; never an empty one. Two line breaks part
    /// paragraphs too.
    package static func paragraphs(_ html: String) -> [String] {
        lines(of: html, breaksAtBlocks: true)
    }

    private static func lines(of html: String, breaksAtBlocks: Bool) -> [String] {
        let source = HTMLTokens(parsing: html)
        let roles = source.names.map(role(of:))
        var lines: [String] = []
        var line = TextLine()
        var dropped = 0
        var breaks = 0
        for token in source.tokens {
            if dropped > 0 {
                if token.kind == .start { dropped += 1 }
                if token.kind == .end { dropped -= 1 }
                continue
            }
            switch token.kind {
            case .text:
                let text = source.bytes[token.range]
                if text.contains(where: { $0 > 0x20 }) { breaks = 0 }
                line.append(text)
            case .code: break
            case .start, .end:
                switch roles[token.name] {
                case .inline: continue
                case .dropped:
                    dropped = token.kind == .start ? 1 : 0
                    continue
                case .lineBreak: breaks += token.kind == .start ? 1 : 0
                case .block: breaks = 2
                }
                if breaksAtBlocks, breaks >= 2 {
                    if !line.isEmpty { lines.append(line.take()) }
                } else {
                    line.space()
                }
            }
        }
        if !line.isEmpty { lines.append(line.take()) }
        return lines
    }

    // MARK: - Elements

    private enum Role { case inline, block, lineBreak, dropped }

    private static func role(of name: String) -> Role {
        if name == "br" { return .lineBreak }
        if blockElements.contains(name) { return .block }
        return HTMLPolicy.rule(forElement: name) == .drop ? .dropped : .inline
    }

    private static let blockElements: Set<String> = [
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir",
        "div",
        "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header",
        "hgroup", "hr", "html", "legend", "li", "listing", "main", "menu", "nav", "ol", "p", "pre", "section",
        "summary",
        "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "xmp",
    ]
}
