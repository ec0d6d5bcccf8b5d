// Puts a story's dateline where agency copy has it: at the head of the first paragraph that has text. Expects HTML as
// the sanitizer serialises it and changes nothing else in it.

/// Writes datelines into sanitised HTML.
enum DatelinePlacement {
    /// The HTML with `GENÈVE (ANP/AFP) - ` before its first words; without a paragraph to put it in, one is made.
    static func insert(_ dateline: String?, into html: String) -> String {
        guard let dateline else { return html }
        let opening = Markup.escaped(dateline)
        var rest = html[...]
        while let block = nextBlock(in: rest) {
            switch block {
            case .wrapper(let end), .withoutText(let end):
                rest = rest[end...]
            case .paragraph(let start):
                return "\(html[..<start])\(opening) - \(html[start...])"
            case .other(let start):
                return "\(html[..<start])<p>\(opening)</p>\(html[start...])"
            }
        }
        return "<p>\(opening)</p>\(html)"
    }

    /// What stands next, and where to go on or to write.
    private enum Block {
        /// A start tag that only groups: look inside.
        case wrapper(end: String.Index)
        /// Pictures, line breaks and empty paragraphs: look behind.
        case withoutText(end: String.Index)
        /// Text, or the inside of a paragraph that has some.
        case paragraph(start: String.Index)
        /// A heading, list, table or quotation: not the agency's opening words.
        case other(start: String.Index)
    }

    private static func nextBlock(in html: Substring) -> Block? {
        guard let start = html.firstIndex(where: { !$0.isWhitespace }) else { return nil }
        guard html[start] == "<", let tagEnd = html[start...].firstIndex(of: ">") else {
            return .paragraph(start: start)
        }
        let inside = html.index(after: tagEnd)
        let name = html[html.index(after: start)..<tagEnd].prefix { $0.isLetter || $0.isNumber }
        switch name {
        case "div", "section", "article", "main", "header":
            return .wrapper(end: inside)
        case "img", "br", "hr":
            return .withoutText(end: inside)
        case "figure", "picture", "video", "audio":
            return .withoutText(end: html[inside...].firstRange(of: "</\(name)>")?.upperBound ?? inside)
        case "p":
            guard let closing = html[inside...].firstRange(of: "</p>") else { return .paragraph(start: inside) }
            let hasText = hasText(html[inside..<closing.lowerBound])
            return hasText ? .paragraph(start: inside) : .withoutText(end: closing.upperBound)
        case "":
            // An end tag or a comment: of something that had no text.
            return .withoutText(end: inside)
        case "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "table", "blockquote", "pre", "details", "aside":
            return .other(start: start)
        default:
            return .paragraph(start: start)
        }
    }

    private static func hasText(_ html: Substring) -> Bool {
        var isInTag = false
        for character in html {
            switch character {
            case "<": isInTag = true
            case ">": isInTag = false
            default: if !isInTag, !character.isWhitespace { return true }
            }
        }
        return false
    }
}
