// The line of a text that says where it is from: "Bron: ANP", "door Reuters", "© AFP", a code in brackets at the end.
// Lines about pictures credit nobody.

import FeedModel

/// Reads the source lines of a body.
struct SourceLine: Sendable {
    private let credits: FreeTextCredits

    init(agencies: AgencyTable) {
        credits = FreeTextCredits(agencies: agencies)
    }

    /// The agencies named by the first source line found: before the text, then after it, then the closing code.
    func agencies(in paragraphs: [String]) -> [AgencyCode] {
        let lines = paragraphs.flatMap { $0.split(separator: "\n").map(String.init) }
        for line in lines.prefix(2) + lines.suffix(4).reversed() {
            let whole = credits.agencies(ofSourceLine: line)
            let found = whole.isEmpty ? labelled(line) : whole
            if !found.isEmpty { return found }
        }
        return lines.last.map(closing) ?? []
    }

    /// The line says who supplied the text and nothing else: it is no part of the text.
    func isSourceLine(_ line: some StringProtocol) -> Bool {
        !credits.agencies(ofSourceLine: String(line)).isEmpty
    }

    /// `Bron: ANP` as a line of its own or at the end of a paragraph; `door anp` as a line of its own.
    private func labelled(_ line: String) -> [AgencyCode] {
        for label in Self.labels {
            guard let rest = label.rest(of: line) else { continue }
            // The next sentence may name an agency it does not rest on.
            let sentence = rest.split(separator: ". ", maxSplits: 1).first ?? rest
            let found = credits.agencies(in: String(sentence.prefix(120)))
            if !found.isEmpty { return found }
        }
        return []
    }

    private static let labels =
        ["bron:", "bronnen:", "bron -", "source:", "sources:", "quelle:", "quellen:", "fuente:", "fonte:"]
        .map { CreditLabel(text: $0, place: .anywhere) }
        + ["door:", "tekst:", "copyright", "©", "(c)"].map { CreditLabel(text: $0, place: .start) }
        + ["door ", "by "].map { CreditLabel(text: $0, place: .byline) }

    /// `… tot morgen. (ANP/AFP)` and `==Kyodo`, or the code alone as the last paragraph.
    private func closing(_ line: String) -> [AgencyCode] {
        let text = line.trimmingSpaces
        if text.hasSuffix(")"), let opening = text.lastIndex(of: "(") {
            let before = text[..<opening].reversed().first { !$0.isWhitespace }
            let ends: Set<Character> = [".", "!", "?", "”", "\"", "'", "’", "…"]
            guard before.map(ends.contains) ?? true else { return [] }
            let inner = text[text.index(after: opening)...].dropLast()
            guard let codes = CreditCodes(String(inner), agencies: credits.agencies), codes.hasKnown else { return [] }
            return codes.codes.filter { credits.agencies.agency(named: $0.rawValue) != nil }
        }
        let bare = text.drop { $0 == "=" }
        guard bare.count <= 24, let codes = CreditCodes(String(bare), agencies: credits.agencies), codes.isAllKnown
        else {
            return []
        }
        return codes.codes
    }
}

/// A word that announces who supplied a text.
private struct CreditLabel {
    enum Place {
        case anywhere, start
        /// At the start of a short line that is no sentence: "Door de storm …" is one.
        case byline
    }

    /// Ends of paragraphs longer than this are not searched.
    private static let reach = 300
    private static let longestByline = 60

    /// In lower case.
    var text: String
    var place: Place

    /// What follows the label; nil when the line does not have it.
    func rest(of line: String) -> Substring? {
        switch place {
        case .anywhere: return last(in: line.suffix(Self.reach))
        case .start: return startsLine(line) ? line.dropFirst(text.count) : nil
        case .byline:
            guard line.count <= Self.longestByline, line.last != ".", startsLine(line) else { return nil }
            return line.dropFirst(text.count)
        }
    }

    private func startsLine(_ line: String) -> Bool {
        line.prefix(text.count).lowercased() == text
    }

    /// After the last occurrence that begins a word: "Bron:" and not the end of "Kroningsbron:".
    private func last(in line: Substring) -> Substring? {
        var start = line.endIndex
        while start > line.startIndex {
            start = line.index(before: start)
            guard line[start...].prefix(text.count).lowercased() == text else { continue }
            let isWord = start == line.startIndex || !line[line.index(before: start)].isLetter
            if isWord { return line[start...].dropFirst(text.count) }
        }
        return nil
    }
}
