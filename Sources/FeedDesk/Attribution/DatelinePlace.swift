// Whether words before a credit can be the name of a place. Knows the shape of names, no list of them.

/// The shape of a place's name in a dateline.
enum DatelinePlace {
    /// A region may be short: `N.J.`, `NY`.
    static func isPlace(_ name: String, isRegion: Bool = false) -> Bool {
        let scalars = name.unicodeScalars
        guard (2...45).contains(scalars.count), scalars.allSatisfy(isNameScalar) else { return false }
        let words = name.split(separator: " ")
        guard (1...6).contains(words.count), let first = words.first else { return false }
        let keys = Folding.words(name)
        guard let firstKey = keys.first, !keys.contains(where: DatelineWords.organisations.contains),
            !DatelineWords.labels.contains(firstKey)
        else { return false }
        if isInCapitals(name) { return isRegion || !DatelineWords.notAgencies.contains(Folding.key(name)) }
        guard !DatelineWords.sentenceOpeners.contains(firstKey), isCapitalised(first) else { return false }
        return words.dropFirst().allSatisfy {
            isCapitalised($0) || DatelineWords.particles.contains(Folding.key(String($0)))
        }
            && areFullStopsShort(words)
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
