// A cursor over the bytes of a date, and the parts that all notations share: numbers, time of day, zone.
// Refuses to look ahead further than a part needs.

/// Reads one date from left to right into `fields`.
struct DateScanner {
    let bytes: [UInt8]
    var position = 0
    var fields = DateFields()

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        skipSpaces()
    }

    // MARK: - Bytes

    /// The byte at the cursor, or so many after it; 0 past the end.
    func peek(_ distance: Int = 0) -> UInt8 {
        let index = position + distance
        return index < bytes.count ? bytes[index] : 0
    }

    var isAtEnd: Bool { position >= bytes.count }

    mutating func skipSpaces() {
        while position < bytes.count, bytes[position] <= 0x20 { position += 1 }
    }

    mutating func skip(_ byte: UInt8) -> Bool {
        guard peek() == byte, byte != 0 else { return false }
        position += 1
        return true
    }

    static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
    static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

    /// How many digits stand at the cursor, or so many bytes after it.
    func digitCount(at distance: Int = 0) -> Int {
        var count = 0
        while Self.isDigit(peek(distance + count)) { count += 1 }
        return count
    }

    /// The next `count` bytes, which must be digits, as a number; nil where they are more than a number can hold.
    mutating func number(digits count: Int) -> Int? {
        guard (1...15).contains(count), position + count <= bytes.count else { return nil }
        var value = 0
        for byte in bytes[position..<position + count] {
            guard Self.isDigit(byte) else { return nil }
            value = value * 10 + Int(byte - 0x30)
        }
        position += count
        return value
    }

    // MARK: - Time of day

    /// `h:mm`, `hh:mm:ss`, with fractions of the last; false (and the cursor anywhere) when it is none.
    mutating func scanTime() -> Bool {
        let digits = digitCount()
        guard (1...2).contains(digits), let hour = number(digits: digits), fields.hour == nil else { return false }
        fields.hour = hour
        guard skip(UInt8(ascii: ":")) || skip(UInt8(ascii: "h")) else { return false }
        guard let minute = number(digits: min(digitCount(), 2)) else { return false }
        fields.minute = minute
        if peek() == UInt8(ascii: ":"), Self.isDigit(peek(1)) {
            position += 1
            guard let second = number(digits: min(digitCount(), 2)) else { return false }
            fields.second = second
        }
        scanFraction()
        return !Self.isDigit(peek())
    }

    /// ISO 8601's basic form: `hh`, `hhmm`, `hhmmss`, with fractions of seconds.
    mutating func scanBasicTime() -> Bool {
        let digits = digitCount()
        guard digits == 2 || digits == 4 || digits == 6, let hour = number(digits: 2) else { return false }
        fields.hour = hour
        if digits >= 4 {
            guard let minute = number(digits: 2) else { return false }
            fields.minute = minute
        }
        if digits == 6 {
            guard let second = number(digits: 2) else { return false }
            fields.second = second
            scanFraction()
        }
        return true
    }

    private mutating func scanFraction() {
        let mark = peek()
        guard mark == UInt8(ascii: ".") || mark == UInt8(ascii: ","), Self.isDigit(peek(1)) else { return }
        position += 1
        var scale = 100
        while Self.isDigit(peek()) {
            fields.milliseconds += Int(peek() - 0x30) * scale
            scale /= 10
            position += 1
        }
    }

    // MARK: - Zone

    /// `+hh`, `+hhmm`, `+hh:mm`, `-h:mm`; false when it is none, or further from UTC than any zone.
    mutating func scanOffset() -> Bool {
        guard peek() == UInt8(ascii: "+") || peek() == UInt8(ascii: "-") else { return false }
        let sign = peek() == UInt8(ascii: "-") ? -1 : 1
        position += 1
        let digits = digitCount()
        var minutes = 0
        let hours: Int
        switch digits {
        case 1, 2:
            guard let value = number(digits: digits) else { return false }
            hours = value
            if peek() == UInt8(ascii: ":"), digitCount(at: 1) == 2 {
                position += 1
                guard let value = number(digits: 2) else { return false }
                minutes = value
            }
        case 3, 4:
            guard let value = number(digits: digits) else { return false }
            hours = value / 100
            minutes = value % 100
        default: return false
        }
        guard hours < 24, minutes < 60 else { return false }
        fields.offset = sign * (hours * 3600 + minutes * 60)
        return true
    }
}
