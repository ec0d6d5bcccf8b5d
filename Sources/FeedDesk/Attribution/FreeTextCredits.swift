// Agencies named in free text: credit lines, authors, rights, names of feeds. Credits only agencies the table knows,
// and nobody who made the picture.

import FeedModel

/// Finds the agencies a short free text names.
struct FreeTextCredits: Sendable {
    /// Longer texts are no credit.
    private static let longest = 400
    /// A line that only says where a text is from is short.
    static let longestLine = 120
    /// The most words an agency's name has.
    private static let longestName = 4

    let agencies: AgencyTable
    private let addresses: CreditAddress
    /// The first words of the agencies' names, in lower case.
    private let openings: Set<String>

    init(agencies: AgencyTable) {
        self.agencies = agencies
        addresses = CreditAddress(agencies: agencies)
        let names = agencies.agencies.flatMap { [$0.code.rawValue, $0.name] + $0.aliases }
        openings = Set(names.map { String($0.lowercased().prefix { $0 != " " }) })
    }

    /// The agencies named, in order, without doubles.
    func agencies(in text: String) -> [AgencyCode] {
        guard text.utf8.count <= Self.longest else { return [] }
        let whole = text.trimmingSpaces
        if whole.count > 1, let agency = agencies.agency(named: whole) { return [agency.code] }
        let words = CreditWords.all(of: text[...])
        var found: [AgencyCode] = []
        var index = 0
        while index < words.count {
            if Self.isPicture(words[index]) {
                // "Tekst: ANP, foto: EPA": what follows is credited for the picture.
                index = nextClause(in: words, after: index)
                continue
            }
            guard let (code, count) = agency(at: index, in: words, isCredit: Self.isCredit) else {
                index += 1
                continue
            }
            index += count
            // "AP Photo", but not "ANP, foto: EPA".
            let isPhoto = index < words.count && words[index].follows == nil && Self.isPicture(words[index])
            if !isPhoto, !found.contains(code) { found.append(code) }
        }
        return found
    }

    /// The agencies of a line that says where a text is from and nothing else: `EFE`, `Bron: ANP`, `(ANP/AFP)`,
    /// `© 2024 AFP`; none when it says anything else.
    func agencies(ofSourceLine line: Substring) -> [AgencyCode] {
        guard line.utf8.count <= Self.longestLine else { return [] }
        var reader = CreditWords(line)
        var found: [AgencyCode] = []
        var index = 0
        while true {
            // Most lines are refused at their first word: the others are not even read.
            let head = reader.words(upTo: index + 1)
            guard index < head.count else { break }
            guard mayStandOnSourceLine(head[index]) else { return [] }
            let words = reader.words(upTo: index + Self.longestName)
            if let (code, count) = agency(at: index, in: words, isCredit: Self.isPrintedAsCredit) {
                if !found.contains(code) { found.append(code) }
                index += count
            } else if words[index].isYear || Self.announcements.contains(Folding.key(String(words[index].text))) {
                index += 1
            } else {
                return []
            }
        }
        return found
    }

    private func mayStandOnSourceLine(_ word: CreditWord) -> Bool {
        word.isAddress || word.isYear || openings.contains(word.text.lowercased())
            || Self.announcements.contains(Folding.key(word.text))
    }

    /// What may stand on such a line besides agencies.
    private static let announcements: Set<String> = [
        "agencia", "and", "bron", "bronnen", "by", "c", "copyright", "door", "en", "et", "fonte", "fuente", "par",
        "persbureau", "por", "quelle", "quellen", "redactie", "source", "sources", "tekst", "the", "und", "via", "von",
        "y",
    ]

    private func agency(
        at index: Int,
        in words: [CreditWord],
        isCredit: ([CreditWord], Int) -> Bool
    ) -> (AgencyCode, Int)? {
        if words[index].isAddress { return addresses.agency(at: words[index].text).map { ($0, 1) } }
        guard openings.contains(words[index].text.lowercased()) else { return nil }
        for count in stride(from: min(Self.longestName, words.count - index), through: 1, by: -1) {
            let name = words[index..<(index + count)].map { String($0.text) }.joined(separator: " ")
            guard let agency = agencies.agency(named: name) else { continue }
            if count > 1 || isCredit(words, index) { return (agency.code, count) }
        }
        return nil
    }

    /// A short code is printed as one, so that Ansa and Efe can be people.
    private static func isPrintedAsCredit(_ words: [CreditWord], _ index: Int) -> Bool {
        let code = words[index].text
        return code.count > 4 || DatelineCopy.isInCapitals(code) || (code.count > 2 && code.allSatisfy(\.isLowercase))
    }

    /// A short code means other things too: two letters need a credit's company.
    private static func isCredit(_ words: [CreditWord], _ index: Int) -> Bool {
        guard isPrintedAsCredit(words, index) else { return false }
        let word = words[index]
        if word.text.count > 4 { return true }
        if words.contains(where: { ambiguity.contains(Folding.key(String($0.text))) }) { return false }
        guard word.text.count <= 2 else { return true }
        if wholeLines.contains(String(word.text)) { return false }
        let companions: Set<Character> = ["©", "(", "/", "[", ":"]
        if let follows = word.follows, companions.contains(follows) { return true }
        if word.precedes == "/" { return true }
        // "© 2026 AP", "Copyright 2026 The AP".
        return index > 0
            && words[..<index].allSatisfy {
                $0.follows == "©" || copyright.contains($0.text.lowercased()) || $0.text.allSatisfy(\.isNumber)
            }
    }

    /// Words that give AP and its like another meaning.
    private static let ambiguity: Set<String> = ["persoonsgegevens", "privacy", "police", "assen"]
    /// The European Parliament is EP far more often than Europa Press is.
    private static let wholeLines: Set<String> = ["EP"]
    private static let copyright: Set<String> = ["copyright", "c", "the", "by", "door", "bron"]

    private static func isPicture(_ word: CreditWord) -> Bool {
        DatelineWords.pictures.contains(Folding.key(String(word.text)))
    }

    private func nextClause(in words: [CreditWord], after index: Int) -> Int {
        let ends: Set<Character> = [",", ";", "|", ".", "\n"]
        var next = index + 1
        while next < words.count {
            if let sign = words[next].follows, ends.contains(sign) { return next }
            next += 1
        }
        return next
    }
}
