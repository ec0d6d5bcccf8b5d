// Dates as datelines print them, in six languages: recognised so that they can be left out, never read as instants.

/// `Mon, Dec. 9`, `21 ene`, `January 21.`, `1 LUG`, `10 juil 2024`, `24/01`, and `3` after a comma.
enum DatelineDate {
    private enum Part { case month, day, year, numeric, weekday, filler, other }

    /// The text without the date at its end, and whether there was one.
    static func removeDate(atEndOf text: String) -> (rest: String, isDated: Bool) {
        // There is no date without a figure.
        guard text.utf8.contains(where: { (0x30...0x39).contains($0) }) else { return (text, false) }
        let words = text.split(separator: " ")
        var parts: [Part] = []
        for word in words.reversed() {
            let part = classify(word)
            guard part != .other, parts.count < 7 else { break }
            parts.append(part)
        }
        // A lone filler or weekday at the front of the run belongs to the place: "Den Haag, di" has no date.
        while let last = parts.last, last == .filler { parts.removeLast() }
        guard isDate(parts, precededByComma: words.dropLast(parts.count).last?.hasSuffix(",") ?? false) else {
            return (text, false)
        }
        let rest = words.dropLast(parts.count).joined(separator: " ")
        // "MOSCOW. Jan 24": the full stop parts the place from its date; in "St. Paul, Minn." it is part of a name.
        let isSentence = rest.hasSuffix(".") && !rest.contains(",")
        return (isSentence ? String(rest.dropLast()) : rest, true)
    }

    private static func isDate(_ parts: [Part], precededByComma: Bool) -> Bool {
        if parts.contains(.numeric) { return true }
        if parts.contains(.month) { return parts.contains(.day) }
        // `MADRID, 3 (EFE)`: a day alone needs the comma.
        return parts == [.day] && precededByComma
    }

    private static func classify(_ word: Substring) -> Part {
        var bare = word
        while let first = bare.first, first == "," || first == "." { bare.removeFirst() }
        while let last = bare.last, last == "," || last == "." { bare.removeLast() }
        let text = String(bare)
        guard let first = text.unicodeScalars.first else { return .filler }
        if (48...57).contains(first.value) { return classifyNumber(text) }
        let key = Folding.key(text)
        if DatelineWords.months.contains(key) { return .month }
        if DatelineWords.weekdays.contains(key) { return .weekday }
        return key == "de" || key == "gmt" || key == "uur" ? .filler : .other
    }

    private static func classifyNumber(_ text: String) -> Part {
        let groups = text.split(whereSeparator: { "/-.:".contains($0) })
        if groups.count > 1 {
            return groups.allSatisfy { $0.count <= 4 && $0.allSatisfy(\.isWholeNumber) } ? .numeric : .other
        }
        let digits = text.prefix(while: \.isWholeNumber)
        let suffix = text.dropFirst(digits.count).lowercased()
        if digits.count == 4, suffix.isEmpty { return .year }
        guard digits.count <= 2, ["", "st", "nd", "rd", "th", "er", "º", "e", "ste"].contains(suffix) else {
            return .other
        }
        return .day
    }
}
