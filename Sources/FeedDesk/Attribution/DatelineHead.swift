// What stands before the credit of a dateline: places, a region, a date. Refuses whatever reads like a sentence, an
// organisation or a person's words.

/// `WILLEMSTAD/ORANJESTAD`, `GROSSETO, Italy`, `Nueva Delhi, 21 ene`, `Jan 30`, or nothing at all.
struct DatelineHead: Equatable {
    /// In the spelling printed.
    private(set) var places: [String] = []
    /// What follows a place in smaller letters or short form: `Italy`, `Minn.`
    private(set) var regions: [String] = []
    private(set) var hasDate = false
    /// Every place is printed in capitals.
    private(set) var isInCapitals = false

    /// Nil when the text is no head of a dateline.
    init?(_ text: String) {
        let trimmed = Self.trim(text)
        guard !trimmed.isEmpty else { return }
        let (rest, isDated) = DatelineDate.removeDate(atEndOf: trimmed)
        hasDate = isDated
        let segments = rest.split(separator: ",").map { Self.trim($0) }.filter { !$0.isEmpty }
        guard segments.count <= 4 else { return nil }
        for (index, segment) in segments.enumerated() {
            if index == 0, Self.isPlainPlace(segment) {
                places.append(segment)
                continue
            }
            let found = Self.split(segment)
            let isFurther = index > 0
            if isFurther, Self.isRegion(segment, after: places) {
                regions.append(segment)
            } else if found.allSatisfy({ DatelinePlace.isPlace($0, isRegion: isFurther) }) {
                places += found
            } else {
                return nil
            }
        }
        guard places.count <= 5, !places.isEmpty || hasDate else { return nil }
        isInCapitals = !places.isEmpty && places.allSatisfy(DatelinePlace.isInCapitals)
    }

    /// A country, region or date stands behind the place, or another place that is known beside it: the head of a
    /// dateline, whether or not its place is known.
    var hasEvidence: Bool {
        hasDate || regions.contains(where: KnownPlaces.isRegion)
            || (places.count > 1 && places.contains(where: KnownPlaces.contains))
    }

    /// Words of nothing but capitals that mean nothing else: what most datelines begin with is one place, told here
    /// without a look at each character. False says nothing.
    private static func isPlainPlace(_ name: String) -> Bool {
        let bytes = name.utf8.span
        guard (2...45).contains(bytes.count) else { return false }
        var words = 1
        for index in bytes.indices {
            if (0x41...0x5A).contains(bytes[index]) { continue }
            guard bytes[index] == 0x20, index > 0, bytes[index - 1] != 0x20 else { return false }
            words += 1
        }
        guard words <= 6, bytes[bytes.count - 1] != 0x20 else { return false }
        return !Folding.words(name).contains(where: DatelineWords.doubtful.contains)
    }

    private static func trim(_ text: some StringProtocol) -> String {
        guard let first = text.firstIndex(where: { !isEnd($0) }), let last = text.lastIndex(where: { !isEnd($0) })
        else { return "" }
        return String(text[first...last])
    }

    private static func isEnd(_ character: Character) -> Bool {
        switch character {
        case " ", ",", "-", "–", "—", ":", "=", "\n": true
        default: false
        }
    }

    /// After a place in capitals a state or country follows in small letters or short form: `ST. PAUL, Minn.`,
    /// `NEW YORK, NY`. A long name in capitals is a further place: `PARIJS, LONDEN`.
    private static func isRegion(_ segment: String, after places: [String]) -> Bool {
        guard !places.isEmpty, DatelinePlace.isPlace(segment, isRegion: true) else { return false }
        let isShort = segment.unicodeScalars.count { $0.properties.isAlphabetic } <= 3
        return isShort || !DatelinePlace.isInCapitals(segment) || !places.allSatisfy(DatelinePlace.isInCapitals)
    }

    /// The places of a list: `PARIJS/LONDEN`, `Berlin / Wien`, `ROTTERDAM EN DEN HAAG`.
    private static func split(_ list: String) -> [String] {
        var places: [String] = []
        for part in list.split(separator: "/") {
            let name = trim(part)
            if let last = places.last, DatelineWords.riverNames.contains(Folding.key(name)) {
                places[places.count - 1] = last + "/" + name
                continue
            }
            var words: [Substring] = []
            for word in name.split(separator: " ") {
                if !words.isEmpty, conjunctions.contains(word.lowercased()) {
                    places.append(words.joined(separator: " "))
                    words = []
                } else {
                    words.append(word)
                }
            }
            places.append(words.joined(separator: " "))
        }
        return places
    }

    private static let conjunctions: Set<String> = ["en", "and", "und", "et", "&"]
}
