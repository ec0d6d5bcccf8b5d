// The characters a dateline is read from, and the small questions asked about them. Knows no agency and no place.

/// The head of a line, as Unicode scalars with checked access.
struct DatelineCopy {
    /// A pair of brackets (or slashes) in the copy.
    struct Bracketed {
        var outer: Range<Int>
        var inner: Range<Int>
        /// `/TASS/` rather than brackets.
        var isSlashed: Bool
    }

    private let scalars: [Unicode.Scalar]
    /// The line ends here, rather than at the reach.
    private let isWhole: Bool

    /// The first line of a text, as far as it is looked at.
    init(_ text: Substring, reach: Int) {
        var scalars: [Unicode.Scalar] = []
        scalars.reserveCapacity(reach)
        let bytes = text.utf8.span
        var index = 0
        while index < bytes.count, scalars.count < reach, bytes[index] < 0x80, bytes[index] != 0x0A {
            scalars.append(Unicode.Scalar(bytes[index]))
            index += 1
        }
        for scalar in text.unicodeScalars[text.utf8.index(text.startIndex, offsetBy: index)...] {
            if scalar == "\n" || scalars.count == reach { break }
            scalars.append(scalar)
        }
        self.scalars = scalars
        isWhole = scalars.count < reach
    }

    private subscript(index: Int) -> Unicode.Scalar? {
        scalars.indices.contains(index) ? scalars[index] : nil
    }

    func text(_ range: Range<Int>) -> String {
        let scalars = scalars[range.clamped(to: 0..<scalars.count)]
        var bytes: [UInt8] = []
        bytes.reserveCapacity(scalars.count + 8)
        for scalar in scalars { bytes.append(scalar: scalar) }
        return String(decoding: bytes, as: UTF8.self)
    }

    func skipSpaces(_ start: Int) -> Int {
        var index = start
        while let scalar = self[index], MarkupText.isSpace(scalar) { index += 1 }
        return index
    }

    /// The end of a stretch without the space at its end.
    func trimmedEnd(_ range: Range<Int>) -> Int {
        var end = range.upperBound
        while end > range.lowerBound, let scalar = self[end - 1], MarkupText.isSpace(scalar) { end -= 1 }
        return end
    }

    /// The next pair of ( ), [ ] or / / from `start`.
    func bracketed(from start: Int) -> Bracketed? {
        var index = start
        while let scalar = self[index] {
            switch scalar {
            case "(": return closed(index, by: ")")
            case "[": return closed(index, by: "]")
            case "/" where isSlashOpening(index): return closed(index, by: "/")
            default: index += 1
            }
        }
        return nil
    }

    /// ` /TASS/`: a slash after a space and before a letter.
    private func isSlashOpening(_ index: Int) -> Bool {
        guard let before = self[index - 1], let after = self[index + 1] else { return false }
        return MarkupText.isSpace(before) && after.properties.isAlphabetic
    }

    private func closed(_ opening: Int, by closing: Unicode.Scalar) -> Bracketed? {
        var index = opening + 1
        while let scalar = self[index], scalar != closing { index += 1 }
        guard self[index] == closing else { return nil }
        return Bracketed(
            outer: opening..<(index + 1),
            inner: (opening + 1)..<index,
            isSlashed: closing == "/"
        )
    }

    /// What stands between a credit and the text: ` - `, `.- `, ` — `, ` = `, `. `; `end` is where the text begins.
    func separator(at start: Int) -> (isPresent: Bool, end: Int) {
        var index = skipSpaces(start)
        let isAttached = index == start
        let first = index
        while let scalar = self[index], Self.isSeparator(scalar) || (scalar == "." && index - first < 2) {
            index = skipSpaces(index + 1)
        }
        guard index > first else { return (false, first) }
        // "(AP)-woordvoerder" is a word.
        if isAttached, index == first + 1, let next = self[index], next.properties.isLowercase { return (false, first) }
        return (true, index)
    }

    private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "‑", "=", ":", "|", "•": true
        default: isDash(scalar)
        }
    }

    private static func isDash(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "-", "–", "—", "―", "‒", "−", "_": true
        default: false
        }
    }

    /// The first dash from `start` that has space around it: where it begins and where the text after it does.
    func spacedDash(from start: Int) -> (start: Int, end: Int)? {
        var index = start
        while let scalar = self[index] {
            if Self.isDash(scalar), let before = self[index - 1], index > start {
                var end = index + 1
                while let next = self[end], Self.isDash(next) { end += 1 }
                if let after = self[end], MarkupText.isSpace(after), MarkupText.isSpace(before) || before == "." {
                    return (index, skipSpaces(end))
                }
                index = end
            } else {
                index += 1
            }
        }
        return nil
    }

    /// The first colon from `start` with a space behind it: where it stands and where the text after it begins.
    func spacedColon(from start: Int) -> (start: Int, end: Int)? {
        var index = start
        while let scalar = self[index] {
            if scalar == ":", let after = self[index + 1], MarkupText.isSpace(after) {
                return (index, skipSpaces(index + 1))
            }
            index += 1
        }
        return nil
    }

    /// A capital, a digit or an opening quotation mark; or the end of the line.
    func startsSentence(at start: Int) -> Bool {
        var index = start
        while let scalar = self[index], Self.openers.contains(scalar) { index += 1 }
        guard let scalar = self[index] else { return isWhole }
        // 's, 't and 'n begin a Dutch sentence in lower case.
        if index > start, scalar.properties.isLowercase { return true }
        return scalar.properties.isUppercase || scalar.properties.numericType != nil
            || (scalar.properties.isAlphabetic && !scalar.properties.isLowercase)
    }

    private static let openers: Set<Unicode.Scalar> = [
        "\"", "'", "‘", "’", "“", "”", "„", "‚", "«", "»", "‹", ",", "(", "[", "¿", "¡", "€", "$", "£",
    ]

    /// The text goes on with a name in capitals: `FRANKRIJK - DUITSLAND: waar te zien`.
    func opensInCapitals(at start: Int, with isName: (String) -> Bool) -> Bool {
        let words = text(start..<scalars.count).split(separator: " ").prefix(3)
            .prefix { Self.isInCapitals($0) }
            .map { $0.prefix { !",.:;!?/".contains($0) } }
        return words.indices.contains { isName(words[...$0].joined(separator: " ")) }
    }

    /// `PSV – FEYENOORD 2-1`: a score among the first words.
    func isScore(at start: Int) -> Bool {
        text(start..<scalars.count).split(separator: " ").prefix(4).contains { word in
            let goals = word.split(separator: "-", omittingEmptySubsequences: false)
            return goals.count == 2 && goals.allSatisfy { (1...3).contains($0.count) && $0.allSatisfy(\.isNumber) }
        }
    }

    /// Where the copy goes on after a label such as `UPDATE 2 - ` or `VIDEO: `; nil when it opens with none.
    func endOfLabel(_ labels: Set<String>) -> Int? {
        var index = skipSpaces(0)
        let start = index
        while let scalar = self[index], scalar.properties.isAlphabetic || scalar == "'" || scalar == "’" { index += 1 }
        guard labels.contains(Folding.key(text(start..<index))) else { return nil }
        var next = skipSpaces(index)
        while let scalar = self[next], scalar.properties.numericType != nil { next += 1 }
        let separator = separator(at: next)
        return separator.end
    }

    /// Letters, all of them capitals.
    static func isInCapitals(_ text: some StringProtocol) -> Bool {
        var hasCapital = false
        for scalar in text.unicodeScalars {
            if scalar.isASCII {
                if (0x61...0x7A).contains(scalar.value) { return false }
                if (0x41...0x5A).contains(scalar.value) { hasCapital = true }
                continue
            }
            if scalar.properties.isLowercase { return false }
            if scalar.properties.isUppercase { hasCapital = true }
        }
        return hasCapital
    }
}
