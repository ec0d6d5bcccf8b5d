// Whether words before a credit can be the name of a place. Judges the shape of names; the lists of places only clear
// names that hold a word of organisations.

/// The shape of a place's name in a dateline.
enum DatelinePlace {
    /// A region may be short: `N.J.`, `NY`.
    static func isPlace(_ name: String, isRegion: Bool = false) -> Bool {
        let scalars = name.unicodeScalars
        guard (2...45).contains(scalars.count), scalars.allSatisfy(isNameScalar) else { return false }
        let words = name.split(separator: " ")
        guard (1...6).contains(words.count), let first = words.first else { return false }
        let keys = Folding.words(name)
        guard let firstKey = keys.first, !isLabel(name) else { return false }
        // The West Bank is no bank.
        if keys.contains(where: DatelineWords.organisations.contains), !KnownPlaces.contains(name) { return false }
        if isInCapitals(name) { return isRegion || !DatelineWords.notAgencies.contains(Folding.key(name)) }
        guard !DatelineWords.sentenceOpeners.contains(firstKey), isCapitalised(first) else { return false }
        return words.dropFirst().allSatisfy {
            isCapitalised($0) || DatelineWords.particles.contains(Folding.key(String($0)))
        }
            && areFullStopsShort(words)
    }

    /// Names a kind of copy, whatever its case: PORTRAIT, Het Weer, L'ANALYSE. Whole words: NIEUW-VENNEP is none.
    static func isLabel(_ name: String) -> Bool {
        let words = name.split(separator: " ")
        guard let first = words.first else { return false }
        let keys = words.prefix(2).map { Folding.key(String($0)) }
        if DatelineWords.labels.contains(keys[0]) { return true }
        if let apostrophe = first.firstIndex(where: apostrophes.contains), apostrophe > first.startIndex {
            return DatelineWords.articles.contains(Folding.key(String(first[..<apostrophe])))
                && DatelineWords.labels.contains(Folding.key(String(first[apostrophe...])))
        }
        return keys.count > 1 && DatelineWords.articles.contains(keys[0]) && DatelineWords.labels.contains(keys[1])
    }

    /// All capitals; the small 's and 't of 's-GRAVENHAGE and 't HARDE do not count.
    static func isInCapitals(_ name: String) -> Bool {
        var rest = name[...]
        if let first = rest.first, apostrophes.contains(first), let second = rest.dropFirst().first,
            "st".contains(second)
        {
            rest = rest.dropFirst(2)
        }
        return DatelineCopy.isInCapitals(rest)
    }

    private static let apostrophes: Set<Character> = ["'", "’", "‘", "`"]

    private static func isNameScalar(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII, (0x61...0x7A).contains(scalar.value | 0x20) { return true }
        if scalar.properties.isAlphabetic { return true }
        switch scalar {
        case " ", "-", "‑", "'", "’", "‘", "`", ".", "/", "(", ")": return true
        default: return scalar.properties.canonicalCombiningClass != .notReordered
        }
    }

    /// Begins with a capital, after an apostrophe, a bracket or a small 's or 't.
    private static func isCapitalised(_ word: Substring) -> Bool {
        guard let first = word.unicodeScalars.first(where: { $0.properties.isAlphabetic }) else { return false }
        if first.properties.isUppercase { return true }
        guard let opening = word.first, apostrophes.contains(opening), first == "s" || first == "t" else {
            return false
        }
        return word.count == 2 || word.unicodeScalars.contains { $0.properties.isUppercase }
    }

    /// `St. Anton` and `D.C.`, but not the end of a sentence.
    private static func areFullStopsShort(_ words: [Substring]) -> Bool {
        words.dropLast().allSatisfy { word in
            !word.hasSuffix(".") || word.split(separator: ".").allSatisfy { $0.count <= 4 }
        }
    }
}
