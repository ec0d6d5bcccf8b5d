// From characters to words: what separates words in a headline, what belongs to a figure, and what is left out.
// Part of the frozen headline recipe, version 1.

/// Folded characters of a headline.
enum HeadlineSigns {
    /// Folded text with its punctuation still in it, white space folded and trimmed: what markers are looked for in.
    static func read(_ text: String) -> [Unicode.Scalar] {
        var signs: [Unicode.Scalar] = []
        for scalar in text.unicodeScalars {
            switch Folding.fold(scalar) {
            case .word(let folded): signs += folded
            case .hyphen: signs.append("-")
            case .punctuation(let sign), .currency(let sign): signs.append(sign)
            case .space: if let last = signs.last, last != " " { signs.append(" ") }
            case .dropped: break
            }
        }
        if signs.last == " " { signs.removeLast() }
        return signs
    }

    /// The words of a headline. Figures keep their decimal point and their sign; currency and per cent signs are words.
    static func words(_ signs: [Unicode.Scalar]) -> [String] {
        var line = String.UnicodeScalarView()
        for (index, sign) in signs.enumerated() {
            let before = index > 0 ? signs[index - 1] : nil
            let after = index + 1 < signs.count ? signs[index + 1] : nil
            switch sign {
            case ".", ",", ":":
                if isDigit(before), isDigit(after) {
                    line.append(".")
                } else if !(sign == "." && isLetter(before) && isLetter(after)) {
                    // "U.S." and "nu.nl" keep their letters together.
                    line.append(" ")
                }
            case "-", "+":
                line.append(isDigit(after) && (line.isEmpty || line.last == " ") ? sign : " ")
            case "%":
                line.append(contentsOf: " % ".unicodeScalars)
            default:
                if case .currency = Folding.fold(sign) {
                    line.append(" ")
                    line.append(sign)
                    line.append(" ")
                } else if isDigit(sign) || isLetter(sign) {
                    line.append(sign)
                } else {
                    line.append(" ")
                }
            }
        }
        // By scalars: a mark that follows a space is one character with it, which would part nothing.
        return line.split(separator: " ").map { String($0) }
    }

    static func isDigit(_ sign: Unicode.Scalar?) -> Bool {
        guard let sign else { return false }
        return (48...57).contains(sign.value)
    }

    static func isLetter(_ sign: Unicode.Scalar?) -> Bool {
        guard let sign, !isDigit(sign), case .word = Folding.fold(sign) else { return false }
        return true
    }
}
