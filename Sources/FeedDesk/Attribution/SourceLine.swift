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
        var head: [Substring] = []
        for paragraph in paragraphs where head.count < 2 { head += Self.lines(of: paragraph) }
        var tail: [Substring] = []
        for paragraph in paragraphs.reversed() where tail.count < 4 { tail += Self.lines(of: paragraph).reversed() }
        for line in head.prefix(2) + tail.prefix(4) {
            let whole = credits.agencies(ofSourceLine: line)
            let found = whole.isEmpty ? labelled(String(line)) : whole
            if !found.isEmpty { return found }
        }
        return tail.first.map { closing(String($0)) } ?? []
    }

    private static func lines(of paragraph: String) -> [Substring] {
        if !paragraph.hasByte(UInt8(ascii: "\n")) { return paragraph.isEmpty ? [] : [paragraph[...]] }
        return paragraph.utf8.split(separator: UInt8(ascii: "\n")).map(Substring.init)
    }

    /// The line says who supplied the text and nothing else: it is no part of the text.
    func isSourceLine(_ line: Substring) -> Bool {
        !credits.agencies(ofSourceLine: line).isEmpty
    }

    /// `Bron: ANP` as a line of its own or at the end of a paragraph; `door anp` as a line of its own.
    private func labelled(_ line: String) -> [AgencyCode] {
        let hasEnd = CreditLabel.hasEnd(line)
        for label in Self.labels where (hasEnd || label.place != .anywhere) && label.mayStand(in: line) {
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

    /// False where the line is too long for a code alone and no bracket ends it.
    private static func mayClose(_ line: String) -> Bool {
        let bytes = line.utf8.span
        guard bytes.count > longestClosing + 1 else { return true }
        let (first, last) = (bytes[0], bytes[bytes.count - 1])
        guard (0x21...0x7E).contains(first), first != UInt8(ascii: "="), (0x21...0x7E).contains(last),
            last != UInt8(ascii: ")")
        else { return true }
        for index in 0...longestClosing where !(0x20...0x7E).contains(bytes[index]) { return true }
        return false
    }

    /// Of a line that is a code alone, in characters.
    private static let longestClosing = 24

    /// `… tot morgen. (ANP/AFP)` and `==Kyodo`, or the code alone as the last paragraph.
    private func closing(_ line: String) -> [AgencyCode] {
        guard Self.mayClose(line) else { return [] }
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
        guard bare.prefix(Self.longestClosing + 1).count <= Self.longestClosing,
            let codes = CreditCodes(String(bare), agencies: credits.agencies),
            codes.isAllKnown
        else { return [] }
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

    /// Whether the line has one of the ends of the labels that may stand anywhere in it: `n:`, `e:`, `s:`, `n -`.
    static func hasEnd(_ line: String) -> Bool {
        let bytes = line.utf8.span
        var index = 2
        while index < bytes.count {
            switch (bytes[index], bytes[index - 1] | 0x20) {
            case (UInt8(ascii: ":"), UInt8(ascii: "n")), (UInt8(ascii: ":"), UInt8(ascii: "e")),
                (UInt8(ascii: ":"), UInt8(ascii: "s")):
                return true
            case (UInt8(ascii: "-"), 0x20) where bytes[index - 2] | 0x20 == UInt8(ascii: "n"): return true
            default: index += 1
            }
        }
        return false
    }

    /// Labels are rare, and looking for them character by character is slow: false where the line's bytes rule this one
    /// out.
    func mayStand(in line: String) -> Bool {
        let (bytes, label) = (line.utf8.span, text.utf8.span)
        guard bytes.count >= label.count else { return false }
        let last = place == .anywhere ? bytes.count - label.count : 0
        for start in 0...last where Self.mayMatch(bytes, label, at: start) { return true }
        return false
    }

    private static func mayMatch(_ bytes: Span<UInt8>, _ label: Span<UInt8>, at start: Int) -> Bool {
        for index in label.indices {
            let byte = bytes[start + index]
            // The Kelvin sign is a k in lower case, and the only such letter beyond ASCII.
            if byte >= 0x80, label[index] == UInt8(ascii: "k") { return true }
            let small = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
            if small != label[index] { return false }
        }
        return true
    }

    /// What follows the label; nil when the line does not have it.
    func rest(of line: String) -> Substring? {
        switch place {
        case .anywhere: return last(in: line.suffix(Self.reach))
        case .start: return startsLine(line) ? line.dropFirst(text.count) : nil
        case .byline:
            guard startsLine(line), line.count <= Self.longestByline, line.last != "." else { return nil }
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
