// Puts a story's dateline where agency copy has it: at the head of the first paragraph that has text. Expects HTML as
// the sanitizer serialises it and changes nothing else in it. Works on bytes: a `>` may carry a combining mark.

/// Writes datelines into sanitised HTML.
enum DatelinePlacement {
    /// The HTML with `GENÈVE (ANP/AFP) - ` before its first words; without a paragraph to put it in, one is made.
    static func insert(_ dateline: String?, into html: String) -> String {
        guard let dateline else { return html }
        let opening = Markup.escaped(dateline)
        var rest = html.utf8[...]
        while let block = nextBlock(in: rest) {
            switch block {
            case .passed(let end):
                rest = rest[end...]
            case .text(let start):
                return "\(html[..<start])\(opening) - \(html[start...])"
            case .other(let start):
                return "\(html[..<start])<p>\(opening)</p>\(html[start...])"
            }
        }
        return "<p>\(opening)</p>\(html)"
    }

    private typealias Bytes = Substring.UTF8View

    /// What stands next, and where to go on or to write.
    private enum Block {
        /// What only groups, and pictures, line breaks and empty paragraphs: go on behind it.
        case passed(end: String.Index)
        /// Text, or the inside of a paragraph that has some.
        case text(start: String.Index)
        /// A heading, list, table or quotation: not the agency's opening words.
        case other(start: String.Index)
    }

    private static func nextBlock(in html: Bytes) -> Block? {
        guard let start = html.firstIndex(where: { !isSpace($0) }) else { return nil }
        guard html[start] == UInt8(ascii: "<"), let inside = endOfTag(in: html[start...]) else {
            return .text(start: start)
        }
        switch String(Substring(html[html.index(after: start)..<inside].prefix(while: isNamePart))) {
        // Without a name: an end tag or a comment, of something that had no text.
        case "div", "section", "article", "main", "header", "img", "br", "hr", "":
            return .passed(end: inside)
        case let name where ["figure", "picture", "video", "audio"].contains(name):
            return .passed(end: html[inside...].firstRange(of: Array("</\(name)>".utf8))?.upperBound ?? inside)
        case "p":
            guard let closing = html[inside...].firstRange(of: Array("</p>".utf8)) else { return .text(start: inside) }
            let hasText = hasText(html[inside..<closing.lowerBound])
            return hasText ? .text(start: inside) : .passed(end: closing.upperBound)
        case "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "table", "blockquote", "pre", "details", "aside":
            return .other(start: start)
        default:
            return .text(start: start)
        }
    }

    /// Behind the `>` that ends the tag; a `>` inside a quoted attribute does not.
    private static func endOfTag(in html: Bytes) -> String.Index? {
        var quote: UInt8?
        for index in html.indices {
            switch (html[index], quote) {
            case (UInt8(ascii: ">"), nil): return html.index(after: index)
            case (UInt8(ascii: "\""), nil), (UInt8(ascii: "'"), nil): quote = html[index]
            case (let byte, let open?) where byte == open: quote = nil
            default: continue
            }
        }
        return nil
    }

    private static func hasText(_ html: Bytes) -> Bool {
        var rest = html
        while let start = rest.firstIndex(where: { !isSpace($0) }) {
            guard rest[start] == UInt8(ascii: "<"), let end = endOfTag(in: rest[start...]) else { return true }
            rest = rest[end...]
        }
        return false
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || (0x09...0x0D).contains(byte)
    }

    private static func isNamePart(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}
