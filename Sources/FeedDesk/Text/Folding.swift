// One spelling for letters that readers take for the same: case, accents, ligatures, full-width and other
// compatibility forms. Frozen tables of our own, so that no library update changes what a stored hash means.

/// Folding of single characters; part of every frozen recipe.
enum Folding {
    /// What a character is once folded.
    enum Folded {
        /// Nothing is left: combining marks, quotation marks, invisible characters.
        case dropped
        case space
        case hyphen
        /// A sign or separator that is no letter or digit.
        case punctuation(Unicode.Scalar)
        /// A letter or digit, in lower case.
        case letter(Unicode.Scalar)
        /// A letter that is spelt out: ß, Ⅳ.
        case letters([Unicode.Scalar])
        /// A currency sign: kept, because it tells amounts apart.
        case currency(Unicode.Scalar)
    }

    /// Changes whenever a character could fold differently.
    static let version = 1

    static func fold(_ scalar: Unicode.Scalar) -> Folded {
        let value = scalar.value
        if value < 0x80 { return foldASCII(scalar) }
        if let folded = table[value] { return folded }
        if isDropped(value) { return .dropped }
        if isSpace(value) { return .space }
        // Hyphen, no-break hyphen, figure dash, en dash, em dash, bar, minus.
        if (0x2010...0x2015).contains(value) || value == 0x2212 { return .hyphen }
        // Full-width ASCII.
        if (0xFF01...0xFF5E).contains(value), let plain = Unicode.Scalar(value - 0xFEE0) { return foldASCII(plain) }
        if (0xA2...0xA5).contains(value) || (0x20A0...0x20CF).contains(value) { return .currency(scalar) }
        return isPunctuation(value) ? .punctuation(scalar) : .letter(scalar)
    }

    /// The words of a text: folded, in order, everything else taken as what separates them.
    static func words(_ text: some StringProtocol) -> [String] {
        key(text).utf8.split(separator: 0x20).compactMap { String($0) }
    }

    /// The words of a text joined by single spaces: equal for texts that differ in case, accents and punctuation only.
    static func key(_ text: some StringProtocol) -> String {
        var key: [UInt8] = []
        key.reserveCapacity(text.utf8.count)
        var isApart = false
        for scalar in text.unicodeScalars {
            if scalar >= "a", scalar <= "z" {
                if isApart, !key.isEmpty { key.append(0x20) }
                isApart = false
                key.append(scalar: scalar)
                continue
            }
            let folded = fold(scalar)
            switch folded {
            case .letter, .letters:
                if isApart, !key.isEmpty { key.append(0x20) }
                isApart = false
            case .dropped: continue
            case .space, .hyphen, .punctuation, .currency: isApart = true
            }
            if case .letter(let letter) = folded { key.append(scalar: letter) }
            if case .letters(let letters) = folded { for letter in letters { key.append(scalar: letter) } }
        }
        return String(decoding: key, as: UTF8.self)
    }

    private static let table: [UInt32: Folded] = {
        var table: [UInt32: Folded] = [:]
        for line in letters.split(separator: "\n") {
            let parts = line.split(separator: " ", maxSplits: 1)
            guard let form = parts.first, let variants = parts.last, parts.count == 2 else { continue }
            let letters = Array(form.unicodeScalars)
            let folded = letters.count == 1 ? Folded.letter(letters[0]) : .letters(letters)
            for variant in variants.unicodeScalars { table[variant.value] = folded }
        }
        return table
    }()

    private static func foldASCII(_ scalar: Unicode.Scalar) -> Folded {
        switch scalar {
        case "a"..."z", "0"..."9": .letter(scalar)
        case "A"..."Z": .letter(Unicode.Scalar(UInt8(truncatingIfNeeded: scalar.value + 0x20)))
        case "'", "\"", "`": .dropped
        case "-": .hyphen
        case "$": .currency(scalar)
        case _ where scalar.value <= 0x20 || scalar.value == 0x7F: .space
        default: .punctuation(scalar)
        }
    }

    private static func isSpace(_ value: UInt32) -> Bool {
        switch value {
        case 0x80...0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
        default: false
        }
    }

    private static func isDropped(_ value: UInt32) -> Bool {
        switch value {
        // Combining marks.
        case 0x300...0x36F, 0x483...0x489, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x20D0...0x20FF, 0xFE20...0xFE2F: true
        // Soft hyphen, zero-width characters, directions, byte order mark, variation selectors.
        case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF, 0xFE00...0xFE0F: true
        // Quotation marks, accents used as such, primes, trade mark.
        case 0xAB, 0xB4, 0xBB, 0x2BC, 0x2018...0x201F, 0x2032...0x2037, 0x2039, 0x203A, 0x2122: true
        default: false
        }
    }

    private static func isPunctuation(_ value: UInt32) -> Bool {
        switch value {
        case 0xA1, 0xA6...0xBF, 0xD7, 0xF7, 0x60C, 0x61B, 0x61F, 0x2016...0x206F: true
        // Arrows, operators, boxes, dingbats; CJK punctuation; private use; specials; pictographs.
        case 0x2190...0x2BFF, 0x2E00...0x2E7F, 0x3001...0x303F, 0xE000...0xF8FF, 0xFE30...0xFE6F, 0xFFF0...0xFFFF: true
        case 0x1F000...0x1FAFF: true
        default: false
        }
    }
}

extension [UInt8] {
    /// Adds a character in UTF-8.
    mutating func append(scalar: Unicode.Scalar) {
        if scalar.value < 0x80 {
            append(UInt8(truncatingIfNeeded: scalar.value))
        } else {
            append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        }
    }
}
