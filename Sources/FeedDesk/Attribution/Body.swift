// The body of an entry, read for its dateline: the text without it, and the same HTML without it.

import FeedModel

/// Sanitised HTML as copy: its paragraphs, and its dateline when it opens with one.
struct Body {
    /// Datelines after a preamble ("N i e u w bericht, vervangt: …") are looked for in this many lines.
    private static let preambleLines = 5

    private(set) var html: String
    /// Plain text without the dateline.
    private(set) var paragraphs: [String]
    private(set) var match: DatelineParser.Match?

    init(html: String, parser: DatelineParser) {
        self.html = html
        let paragraphs = MarkupText.paragraphs(of: html)
        self.paragraphs = paragraphs.map(\.text)
        guard let found = Self.find(in: paragraphs, parser: parser) else { return }
        match = found.match
        let text = Array(paragraphs[found.paragraph].text.unicodeScalars)
        let ink = paragraphs[found.paragraph].inkBefore + text[..<found.range.lowerBound].count(where: MarkupText.isInk)
        let cut = ink..<(ink + text[found.range].count(where: MarkupText.isInk))
        self.html = MarkupCut.remove(cut, from: html)
        var rest = String.UnicodeScalarView()
        rest.append(contentsOf: text[..<found.range.lowerBound])
        rest.append(contentsOf: text[found.range.upperBound...])
        self.paragraphs[found.paragraph] = String(rest).trimmingSpaces
        self.paragraphs.removeAll(where: \.isEmpty)
    }

    /// Paragraphs separated by a blank line.
    var text: String { paragraphs.joined(separator: "\n\n") }

    var lead: String { paragraphs.first ?? "" }

    private struct Found {
        var paragraph: Int
        var range: Range<Int>
        var match: DatelineParser.Match
    }

    /// On the first line any dateline counts, on the next few only one that names who supplied the text.
    private static func find(in paragraphs: [Paragraph], parser: DatelineParser) -> Found? {
        var lines = 0
        for (index, paragraph) in paragraphs.enumerated() {
            var start = 0
            for line in paragraph.text.split(separator: "\n", omittingEmptySubsequences: false) {
                guard lines < preambleLines else { return nil }
                if let match = parser.parse(String(line)), lines == 0 || match.isCredited {
                    let range = (start + match.range.lowerBound)..<(start + match.range.upperBound)
                    return Found(paragraph: index, range: range, match: match)
                }
                lines += 1
                start += line.unicodeScalars.count + 1
            }
        }
        return nil
    }
}
