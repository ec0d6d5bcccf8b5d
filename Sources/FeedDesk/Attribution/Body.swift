// The body of an entry, read for its dateline: the text without it, and the same HTML without it.

import FeedModel

/// Sanitised HTML as copy: its paragraphs, and its dateline when it opens with one.
struct Body {
    /// Datelines after a preamble ("N i e u w bericht, vervangt: …") are looked for in this many lines.
    private static let preambleLines = 5

    private(set) var html: String
    /// Plain text without the dateline.
    private(set) var paragraphs: [String]
    /// The first paragraph that is no caption of a picture; after a preamble, the one that opened with the dateline.
    private(set) var lead: String
    private(set) var match: DatelineParser.Match?

    /// Lines before the text that only say who supplied it; no part of `paragraphs`.
    private let sourceLines: [String]

    init(html: String, parser: DatelineParser, sourceLine: SourceLine) {
        self.html = html
        var paragraphs = MarkupText.paragraphs(of: html)
        sourceLines = Self.takeSourceLines(from: &paragraphs, sourceLine)
        var preamble = 0
        if let found = Self.find(in: paragraphs, parser: parser) {
            match = found.match
            preamble = found.paragraph
            self.html = Self.cut(found, from: html, &paragraphs)
        }
        self.paragraphs = paragraphs.map(\.text)
        let opening = paragraphs.dropFirst(preamble).first { !$0.isCaption } ?? paragraphs.first { !$0.isCaption }
        lead = (opening ?? paragraphs.first)?.text ?? ""
    }

    /// The markup without what was found; the paragraphs lose it too.
    private static func cut(_ found: Found, from html: String, _ paragraphs: inout [Paragraph]) -> String {
        let scalars = paragraphs[found.paragraph].text.unicodeScalars
        let start = scalars.index(scalars.startIndex, offsetBy: found.range.lowerBound)
        let end = scalars.index(start, offsetBy: found.range.count)
        let ink = paragraphs[found.paragraph].inkBefore + scalars[..<start].count(where: MarkupText.isInk)
        let cut = ink..<(ink + scalars[start..<end].count(where: MarkupText.isInk))
        paragraphs[found.paragraph].text = (String(scalars[..<start]) + String(scalars[end...])).trimmingSpaces
        paragraphs.removeAll { $0.text.isEmpty }
        return MarkupCut.remove(cut, from: html)
    }

    /// Takes the lines before the text that only say who supplied it off its paragraphs.
    private static func takeSourceLines(from paragraphs: inout [Paragraph], _ sourceLine: SourceLine) -> [String] {
        var taken: [String] = []
        while let index = paragraphs.firstIndex(where: { !$0.isCaption }) {
            let text = paragraphs[index].text
            // The line ends within the first bytes, or is longer than one that says only who supplied the text.
            if !paragraphs[index].mayHaveLines, text.utf8.count > FreeTextCredits.longestLine { break }
            let head = text.utf8.prefix(FreeTextCredits.longestLine + 1)
            let end = head.firstIndex(of: UInt8(ascii: "\n")) ?? head.endIndex
            if end == head.endIndex, head.endIndex < text.endIndex { break }
            let line = text[..<end]
            guard sourceLine.isSourceLine(line) else { break }
            taken.append(String(line))
            paragraphs[index].inkBefore += line.unicodeScalars.count(where: MarkupText.isInk)
            paragraphs[index].text = String(text[line.endIndex...]).trimmingSpaces
            if paragraphs[index].text.isEmpty { paragraphs.remove(at: index) }
        }
        return taken
    }

    /// Everything that may say who supplied the text, from top to bottom.
    var lines: [String] { sourceLines + paragraphs }

    /// Paragraphs separated by a blank line.
    var text: String { paragraphs.joined(separator: "\n\n") }

    private struct Found {
        var paragraph: Int
        var range: Range<Int>
        var match: DatelineParser.Match
    }

    /// On the first line any dateline counts, on the next few only one that names who supplied the text.
    private static func find(in paragraphs: [Paragraph], parser: DatelineParser) -> Found? {
        var lines = 0
        for (index, paragraph) in paragraphs.enumerated() where !paragraph.isCaption {
            var start = 0
            var rest = paragraph.text[...]
            while true {
                guard lines < preambleLines else { return nil }
                if let match = parser.parse(rest, isFirst: lines == 0), lines == 0 || match.isCredited {
                    let range = (start + match.range.lowerBound)..<(start + match.range.upperBound)
                    return Found(paragraph: index, range: range, match: match)
                }
                lines += 1
                guard paragraph.mayHaveLines, let end = rest.utf8.firstIndex(of: UInt8(ascii: "\n")) else { break }
                start += rest.unicodeScalars.distance(from: rest.startIndex, to: end) + 1
                rest = rest[rest.utf8.index(after: end)...]
            }
        }
        return nil
    }
}
