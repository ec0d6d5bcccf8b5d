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
            let found = labelled(line)
            if !found.isEmpty { return found }
        }
        return lines.last.map(closing) ?? []
    }

    /// `Bron: ANP` as a line of its own or as the end of the last sentence's line.
    private func labelled(_ line: String) -> [AgencyCode] {
        for label in Self.labels {
            guard let rest = line.textAfter(label, isAtStart: Self.openers.contains(label)) else { continue }
            let found = credits.agencies(in: String(rest.prefix(120)))
            if !found.isEmpty { return found }
        }
        return []
    }

    /// Labels that count anywhere in a line; those of `openers` only at its start, being words of running text too.
    private static let labels = [
        "bron:", "bronnen:", "bron -", "source:", "sources:", "quelle:", "quellen:", "fuente:", "fonte:", "tekst:",
        "door:", "door ", "by ", "©", "(c)", "copyright",
    ]
    private static let openers: Set<String> = ["door ", "by ", "door:", "tekst:", "copyright", "©", "(c)"]

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

extension String {
    /// What follows `label`, compared without regard to case; nil when it is not there.
    fileprivate func textAfter(_ label: String, isAtStart: Bool) -> Substring? {
        let wanted = Array(label.utf8)
        let bytes = Array(utf8)
        let starts = isAtStart ? 0..<1 : 0..<max(1, bytes.count)
        for start in starts where bytes.count - start >= wanted.count {
            let isHere = wanted.indices.allSatisfy { offset in
                let byte = bytes[start + offset]
                return (65...90).contains(byte) ? byte + 32 == wanted[offset] : byte == wanted[offset]
            }
            // "Bron:" and not the end of "Kroningsbron:".
            if isHere, start == 0 || !(97...122).contains(bytes[start - 1] | 32) {
                return Substring(String(decoding: bytes[(start + wanted.count)...], as: UTF8.self))
            }
        }
        return nil
    }
}
