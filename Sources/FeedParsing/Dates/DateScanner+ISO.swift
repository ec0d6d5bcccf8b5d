// ISO 8601, RFC 3339 and W3CDTF, with their basic forms, ordinal and week dates, and numbers of seconds.
// Refuses what needs words to be understood, but for a zone's name.

extension DateScanner {
    /// Reads the whole text; false when it is not of this kind, which does not mean that it is no date.
    mutating func scanISO() -> Bool {
        guard scanISODate() else { return false }
        if isAtEnd { return true }
        if peek() | 0x20 == UInt8(ascii: "t") {
            position += 1
            skipSpaces()
        } else {
            guard peek() <= 0x20 else { return false }
            skipSpaces()
            if isAtEnd { return true }
        }
        guard peek(1) == UInt8(ascii: ":") || peek(2) == UInt8(ascii: ":") ? scanTime() : scanBasicTime() else {
            return false
        }
        return scanISOZone()
    }

    private mutating func scanISOZone() -> Bool {
        skipSpaces()
        if isAtEnd { return true }
        if peek() == UInt8(ascii: "+") || peek() == UInt8(ascii: "-") {
            guard scanOffset() else { return false }
            skipSpaces()
        }
        // Also after an offset: 2020-11-08T16:20:00-05:00Z is found in the wild.
        if skip(UInt8(ascii: "Z")) || skip(UInt8(ascii: "z")) { skipSpaces() }
        return isAtEnd
    }

    private mutating func scanISODate() -> Bool {
        let digits = digitCount()
        if digits == 4 {
            guard let year = number(digits: 4) else { return false }
            return scanAfterYear(year)
        }
        if digits == 2, peek(2) == UInt8(ascii: "-"), digitCount(at: 3) == 2, peek(5) == UInt8(ascii: "-"),
            digitCount(at: 6) == 2
        {
            guard let year = number(digits: 2), skip(UInt8(ascii: "-")) else { return false }
            return scanMonthAndDay(DateFields.fullYear(year, digits: 2), separator: UInt8(ascii: "-"))
        }
        return scanBasicDate(digits)
    }

    private mutating func scanAfterYear(_ year: Int) -> Bool {
        fields.year = year
        let separator = peek()
        let hasSeparator = separator == UInt8(ascii: "-")
        if peek(hasSeparator ? 1 : 0) | 0x20 == UInt8(ascii: "w") {
            position += hasSeparator ? 2 : 1
            guard let week = number(digits: 2) else { return false }
            var weekday = 1
            if skip(UInt8(ascii: "-")) || Self.isDigit(peek()) {
                guard let value = number(digits: 1) else { return false }
                weekday = value
            }
            return fields.setWeek(week, weekday: weekday, year: year)
        }
        guard hasSeparator || separator == UInt8(ascii: "/") || separator == UInt8(ascii: ".") else {
            return isAtEnd || peek() <= 0x20 && digitCount(at: 1) == 0
        }
        position += 1
        if hasSeparator, digitCount() == 3, let ordinal = number(digits: 3) {
            return fields.setOrdinal(ordinal, year: year)
        }
        return scanMonthAndDay(year, separator: separator)
    }

    private mutating func scanMonthAndDay(_ year: Int, separator: UInt8) -> Bool {
        fields.year = year
        let monthDigits = digitCount()
        guard monthDigits <= 2, let month = number(digits: monthDigits) else { return false }
        fields.month = month
        guard skip(separator) else { return separator == UInt8(ascii: "-") }
        let dayDigits = digitCount()
        guard dayDigits <= 2, let day = number(digits: dayDigits) else { return false }
        fields.day = day
        return true
    }

    /// Digits alone: their number tells what they are.
    private mutating func scanBasicDate(_ digits: Int) -> Bool {
        switch digits {
        case 5: return scanTwoDigitYear() && scanOrdinal()
        case 6: return scanTwoDigitYear() && scanBasicMonthAndDay()
        case 7:
            fields.year = number(digits: 4)
            return scanOrdinal()
        case 8:
            fields.year = number(digits: 4)
            return scanBasicMonthAndDay()
        case 12, 14:
            fields.year = number(digits: 4)
            return scanBasicMonthAndDay() && scanBasicTime()
        case 9, 10, 13: return scanUnixTime(digits)
        default: return false
        }
    }

    private mutating func scanTwoDigitYear() -> Bool {
        guard let year = number(digits: 2) else { return false }
        fields.year = DateFields.fullYear(year, digits: 2)
        return true
    }

    private mutating func scanOrdinal() -> Bool {
        guard let year = fields.year, let ordinal = number(digits: 3) else { return false }
        return fields.setOrdinal(ordinal, year: year)
    }

    private mutating func scanBasicMonthAndDay() -> Bool {
        fields.month = number(digits: 2)
        fields.day = number(digits: 2)
        return fields.month != nil && fields.day != nil
    }

    /// Seconds since 1970, or milliseconds where they have 13 digits.
    private mutating func scanUnixTime(_ digits: Int) -> Bool {
        guard let value = number(digits: digits) else { return false }
        let seconds = digits == 13 ? value / 1000 : value
        fields.year = 1970
        // An offset carries them, so that the fields stay what they are: a calendar date.
        fields.offset = -seconds
        fields.milliseconds = digits == 13 ? value % 1000 : 0
        skipSpaces()
        return isAtEnd
    }
}
