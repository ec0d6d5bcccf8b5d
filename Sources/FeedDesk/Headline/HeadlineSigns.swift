// From characters to words: what separates words in a headline, what belongs to a figure, and what is left out.
// Part of the frozen headline recipe, version 1.

/// Folded characters of a headline.
enum HeadlineSigns {
    /// Folded text with its punctuation still in it, white space folded and trimmed: what markers are looked for in.
    static func read(_ text: String) -> [Unicode.Scalar] {
        var signs: [Unicode.Scalar] = []
        signs.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            let value = scalar.value
            if value &- 0x61 < 26 || value &- 0x30 < 10 {
                signs.append(scalar)
                continue
            }
            // Then spaces and capitals.
            if value == 0x20 {
                if let last = signs.last, last != " " { signs.append(" ") }
                continue
            }
            if value &- 0x41 < 26 {
                signs.append(Unicode.Scalar(UInt8(truncatingIfNeeded: value | 0x20)))
                continue
            }
            switch Folding.fold(scalar) {
            case .letter(let letter): signs.append(letter)
            case .letters(let letters): signs += letters
            case .hyphen: signs.append("-")
            case .punctuation(let sign), .currency(let sign): signs.append(sign)
            case .space: if let last = signs.last, last != " " { signs.append(" ") }
            case .dropped: break
            }
        }
        if signs.last == " " { signs.removeLast() }
        return signs
    }

    /// The words of a headline in UTF-8, with spaces before, between and after them. Figures keep their decimal point and
    /// their sign; currency and per cent signs are words.
    static func line(_ signs: [Unicode.Scalar]) -> [UInt8] {
        var line: [UInt8] = []
        line.reserveCapacity(signs.count + 16)
        for (index, sign) in signs.enumerated() {
            // Small letters, digits and spaces: nearly all there is.
            let value = sign.value
            if value &- 0x61 < 26 || value &- 0x30 < 10 || value == 0x20 {
                line.append(UInt8(truncatingIfNeeded: value))
                continue
            }
            let before = index > 0 ? signs[index - 1] : nil
            let after = index + 1 < signs.count ? signs[index + 1] : nil
            switch sign {
            case ".", ",", ":":
                if isDigit(before), isDigit(after) {
                    line.append(UInt8(ascii: "."))
                } else if !(sign == "." && isLetter(before) && isLetter(after)) {
                    // "U.S." and "nu.nl" keep their letters together.
                    line.append(0x20)
                }
            case "-", "+":
                line.append(scalar: isDigit(after) && (line.isEmpty || line.last == 0x20) ? sign : " ")
            case "%":
                line.append(contentsOf: " % ".utf8)
            default:
                if case .currency = Folding.fold(sign) {
                    line.append(0x20)
                    line.append(scalar: sign)
                    line.append(0x20)
                } else {
                    line.append(scalar: isDigit(sign) || isLetter(sign) ? sign : " ")
                }
            }
        }
        return line
    }

    /// Whether any word is left.
    static func hasWords(_ signs: [Unicode.Scalar]) -> Bool {
        line(signs).contains { $0 != 0x20 }
    }

    static func isDigit(_ sign: Unicode.Scalar?) -> Bool {
        guard let sign else { return false }
        return (48...57).contains(sign.value)
    }

    static func isLetter(_ sign: Unicode.Scalar?) -> Bool {
        guard let sign, !isDigit(sign) else { return false }
        switch Folding.fold(sign) {
        case .letter, .letters: return true
        case .dropped, .space, .hyphen, .punctuation, .currency: return false
        }
    }
}
