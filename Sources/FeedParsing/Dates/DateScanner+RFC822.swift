// RFC 822 and RFC 5322 dates as nearly all feeds write them, in one go. Refuses everything else, which is no verdict.

extension DateScanner {
    /// Reads `Tue, 03 Mar 2026 08:05:00 +0100`: weekday and seconds may be missing, the day have one digit, the zone be
    /// GMT. False when the text is not all of this: then the cursor may be anywhere.
    mutating func scanRFC822() -> Bool {
        if Self.isLetter(peek()) {
            guard Self.isLetter(peek(1)), Self.isLetter(peek(2)), peek(3) == UInt8(ascii: ",") else { return false }
            position += 4
            skipSpaces()
        }
        guard let day = number(digits: digitCount() == 1 ? 1 : 2), skip(0x20), let month = scanMonth(), skip(0x20),
            let year = number(digits: 4), skip(0x20)
        else { return false }
        guard let hour = number(digits: 2), skip(UInt8(ascii: ":")), let minute = number(digits: 2) else {
            return false
        }
        var second = 0
        if skip(UInt8(ascii: ":")) {
            guard let value = number(digits: 2) else { return false }
            second = value
        }
        guard skip(0x20) else { return false }
        (fields.year, fields.month, fields.day) = (year, month, day)
        (fields.hour, fields.minute, fields.second) = (hour, minute, second)
        if peek() | 0x20 == UInt8(ascii: "g"), peek(1) | 0x20 == UInt8(ascii: "m"), peek(2) | 0x20 == UInt8(ascii: "t")
        {
            position += 3
            fields.offset = 0
        } else {
            guard digitCount(at: 1) == 4, scanOffset() else { return false }
        }
        skipSpaces()
        return isAtEnd
    }

    /// The English name of a month, cut to three letters.
    private mutating func scanMonth() -> Int? {
        let name = UInt32(peek() | 0x20) << 16 | UInt32(peek(1) | 0x20) << 8 | UInt32(peek(2) | 0x20)
        guard !Self.isLetter(peek(3)) else { return nil }
        position += 3
        switch name {
        case 0x6A_616E: return 1
        case 0x66_6562: return 2
        case 0x6D_6172: return 3
        case 0x61_7072: return 4
        case 0x6D_6179: return 5
        case 0x6A_756E: return 6
        case 0x6A_756C: return 7
        case 0x61_7567: return 8
        case 0x73_6570: return 9
        case 0x6F_6374: return 10
        case 0x6E_6F76: return 11
        case 0x64_6563: return 12
        default: return nil
        }
    }
}
