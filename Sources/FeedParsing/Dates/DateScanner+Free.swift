// Dates in words: RFC 822, RFC 850, asctime, and the order and language people prefer.
// Refuses texts with words that are no part of a date, so that prose never becomes one.

extension DateScanner {
    /// Reads the whole text; false when it is no date.
    mutating func scanFree() -> Bool {
        while !isAtEnd {
            let byte = peek()
            let isUnderstood: Bool
            switch byte {
            case 0x30...0x39: isUnderstood = scanDigits()
            case 0x41...0x5A, 0x61...0x7A, 0x80...0xFF: isUnderstood = scanWord()
            case UInt8(ascii: "+"): isUnderstood = fields.offset == nil || fields.offset == 0 ? scanOffset() : false
            case UInt8(ascii: "-"):
                if fields.hour != nil, fields.offset ?? 0 == 0, digitCount(at: 1) > 0 {
                    isUnderstood = scanOffset()
                } else {
                    position += 1
                    isUnderstood = true
                }
            case UInt8(ascii: "("):
                while !isAtEnd, peek() != UInt8(ascii: ")") { position += 1 }
                position += 1
                isUnderstood = true
            case 0...0x20, UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: "'"),
                UInt8(ascii: ";"),
                UInt8(ascii: "|"):
                position += 1
                isUnderstood = true
            default: isUnderstood = false
            }
            guard isUnderstood else { return false }
        }
        return fields.year != nil && fields.month != nil
    }

    // MARK: - Digits

    private mutating func scanDigits() -> Bool {
        let digits = digitCount()
        let next = peek(digits)
        if digits <= 2, next == UInt8(ascii: ":") || (next == UInt8(ascii: "h") && Self.isDigit(peek(digits + 1))) {
            return scanTime()
        }
        if digits <= 4, next == UInt8(ascii: "/") || next == UInt8(ascii: ".") || next == UInt8(ascii: "-"),
            (1...2).contains(digitCount(at: digits + 1)), fields.month == nil, fields.day == nil, fields.year == nil
        {
            return scanNumericDate(separator: next)
        }
        guard let value = number(digits: digits) else { return false }
        if digits <= 2, fields.hour == nil, let half = dayHalf() {
            fields.hour = value
            fields.isAfternoon = half
            return true
        }
        if let unit = DateWords.unit(of: wordAhead()) {
            position += wordLength()
            return set(unit, value, digits)
        }
        if digits == 4 { return set(.year, value, digits) }
        guard digits <= 2 else { return false }
        if fields.day == nil {
            skipOrdinalSuffix()
            return set(.day, value, digits)
        }
        return set(.year, value, digits)
    }

    private mutating func set(_ unit: DateWords.Unit, _ value: Int, _ digits: Int) -> Bool {
        switch unit {
        case .year:
            guard fields.year == nil else { return false }
            fields.year = DateFields.fullYear(value, digits: digits)
        case .month:
            guard fields.month == nil else { return false }
            fields.month = value
        case .day:
            guard fields.day == nil else { return false }
            fields.day = value
        }
        return true
    }

    private mutating func scanNumericDate(separator: UInt8) -> Bool {
        let firstDigits = digitCount()
        guard let first = number(digits: firstDigits), skip(separator), let second = number(digits: digitCount()) else {
            return false
        }
        guard skip(separator), (1...4).contains(digitCount()) else { return false }
        let thirdDigits = digitCount()
        guard let third = number(digits: thirdDigits) else { return false }
        if firstDigits > 2 {
            fields.year = first
            fields.month = second
            fields.day = third
            return thirdDigits <= 2
        }
        let monthComesFirst = separator == UInt8(ascii: "/") ? first <= 12 : second > 12
        fields.month = monthComesFirst ? first : second
        fields.day = monthComesFirst ? second : first
        fields.year = DateFields.fullYear(third, digits: thirdDigits)
        return thirdDigits != 1
    }

    /// `16th`, `1er`, `3rd`, `2º`.
    private mutating func skipOrdinalSuffix() {
        if DateWords.ordinalSuffixes.contains(wordAhead()) { position += wordLength() }
    }

    // MARK: - Words

    private mutating func scanWord() -> Bool {
        let isFirst = position == 0 || bytes[..<position].allSatisfy { $0 <= 0x20 }
        if let half = dayHalf() {
            fields.isAfternoon = half
            return true
        }
        let length = wordLength()
        let word = wordAhead()
        position += length
        if let month = DateWords.month(word) {
            // The last one counts: "mar" is a Tuesday to the French, before it is March to anyone.
            fields.month = month
            return true
        }
        if DateWords.ignored.contains(word) { return true }
        if fields.hour == nil { return isFirst || DateWords.isWeekday(word) || DateWords.zones[word] != nil }
        if let offset = DateWords.zones[word] {
            if fields.offset == nil { fields.offset = offset }
            return true
        }
        if DateWords.isWeekday(word) { return true }
        // A zone nobody knows is taken for UTC; two of them are prose.
        guard fields.offset == nil, word.utf8.count <= 5 else { return false }
        fields.offset = 0
        return true
    }

    /// AM, pm, `p.m.`, 오후 at the cursor: true for the afternoon. Moves behind it.
    private mutating func dayHalf() -> Bool? {
        var distance = 0
        while peek(distance) == 0x20 { distance += 1 }
        let first = peek(distance) | 0x20
        guard first == UInt8(ascii: "a") || first == UInt8(ascii: "p") || first >= 0x80 else { return nil }
        var ahead = self
        ahead.position += distance
        let word = ahead.wordAhead()
        if let half = DateWords.dayHalves[word] {
            position += distance + ahead.wordLength()
            // Korea has one zone, and those who write its words do not name it.
            if first >= 0x80, fields.offset == nil { fields.offset = 9 * 3600 }
            return half
        }
        let isDotted = peek(distance + 1) == UInt8(ascii: ".") && peek(distance + 2) | 0x20 == UInt8(ascii: "m")
        guard isDotted, first < 0x80 else { return nil }
        position += distance + 3
        return first == UInt8(ascii: "p")
    }

    private func wordLength() -> Int {
        var length = 0
        while Self.isLetter(peek(length)) || peek(length) >= 0x80 { length += 1 }
        return length
    }

    /// The word at the cursor, lower case and without accents.
    private func wordAhead() -> String {
        DateWords.folded(bytes[position..<position + wordLength()])
    }
}
