// Agencies named in free text: credit lines, authors, rights, names of feeds. Credits only agencies the table knows,
// and nobody who made the picture.

import FeedModel

/// Finds the agencies a short free text names.
struct FreeTextCredits: Sendable {
    /// Longer texts are no credit.
    private static let longest = 400
    /// The most words an agency's name has.
    private static let longestName = 4

    let agencies: AgencyTable

    /// A word of the text as printed, and the sign before it.
    private struct Word {
        var text: Substring
        var follows: Character?
        var precedes: Character?
    }

    /// The agencies named, in order, without doubles.
    func agencies(in text: String) -> [AgencyCode] {
        guard text.utf8.count <= Self.longest else { return [] }
        let whole = text.trimmingSpaces
        if whole.count > 1, let agency = agencies.agency(named: whole) { return [agency.code] }
        let words = words(of: text)
        var found: [AgencyCode] = []
        var index = 0
        while index < words.count {
            if Self.isPicture(words[index]) {
                // "Tekst: ANP, foto: EPA": what follows is credited for the picture.
                index = nextClause(in: words, after: index)
                continue
            }
            guard let (code, count) = agency(at: index, in: words) else {
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

    private func agency(at index: Int, in words: [Word]) -> (AgencyCode, Int)? {
        for count in stride(from: min(Self.longestName, words.count - index), through: 1, by: -1) {
            let name = words[index..<(index + count)].map { String($0.text) }.joined(separator: " ")
            guard let agency = agencies.agency(named: name) else { continue }
            if count > 1 || isCredit(words, index) { return (agency.code, 1 + count - 1) }
        }
        return nil
    }

    /// A short code means other things too: it has to be printed as one, and two letters need a credit's company.
    private func isCredit(_ words: [Word], _ index: Int) -> Bool {
        let word = words[index]
        if word.text.count > 4 { return true }
        let isCapitals = DatelineCopy.isInCapitals(word.text)
        guard isCapitals || word.text.allSatisfy(\.isLowercase) else { return false }
        if words.contains(where: { Self.ambiguity.contains(Folding.key(String($0.text))) }) { return false }
        guard word.text.count <= 2 else { return true }
        guard isCapitals else { return false }
        let companions: Set<Character> = ["©", "(", "/", "[", ":"]
        if let follows = word.follows, companions.contains(follows) { return true }
        if word.precedes == "/" { return true }
        // "© 2026 AP", "Copyright 2026 The AP".
        return index > 0
            && words[..<index].allSatisfy {
                $0.follows == "©" || Self.copyright.contains($0.text.lowercased()) || $0.text.allSatisfy(\.isNumber)
            }
    }

    /// Words that give AP and its like another meaning.
    private static let ambiguity: Set<String> = ["persoonsgegevens", "privacy", "police", "assen"]
    private static let copyright: Set<String> = ["copyright", "c", "the", "by", "door", "bron"]

    private static func isPicture(_ word: Word) -> Bool {
        DatelineWords.pictures.contains(Folding.key(String(word.text)))
    }

    private func nextClause(in words: [Word], after index: Int) -> Int {
        let ends: Set<Character> = [",", ";", "|", ".", "\n"]
        var next = index + 1
        while next < words.count {
            if let sign = words[next].follows, ends.contains(sign) { return next }
            next += 1
        }
        return next
    }

    private func words(of text: String) -> [Word] {
        var words: [Word] = []
        var sign: Character?
        var index = text.startIndex
        while index < text.endIndex {
            let start = index
            while index < text.endIndex, text[index].isLetter || text[index].isNumber || isInner(text, index) {
                index = text.index(after: index)
            }
            if index > start {
                words.append(Word(text: text[start..<index], follows: sign, precedes: nil))
                sign = nil
                continue
            }
            let character = text[index]
            if !character.isWhitespace || character == "\n" {
                sign = character
                if let last = words.indices.last, words[last].precedes == nil { words[last].precedes = character }
            }
            index = text.index(after: index)
        }
        return words
    }

    /// A hyphen or apostrophe between letters belongs to the word: Agence France-Presse.
    private func isInner(_ text: String, _ index: String.Index) -> Bool {
        guard text[index] == "-" || text[index] == "’" || text[index] == "'", index > text.startIndex else {
            return false
        }
        let next = text.index(after: index)
        return text[text.index(before: index)].isLetter && next < text.endIndex && text[next].isLetter
    }
}

extension String {
    /// Without the white space at both ends.
    var trimmingSpaces: String {
        guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace })
        else {
            return ""
        }
        return String(self[first...last])
    }
}
