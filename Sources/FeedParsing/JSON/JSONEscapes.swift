// The escape sequences of JSON strings (RFC 8259, section 7) made the characters they stand for.
// Refuses characters that no feed may hold: controls are dropped as in XML, half a surrogate pair is U+FFFD.

enum JSONEscapes {
    /// The UTF-8 of a string that is written as `bytes`.
    static func resolved(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count)
        var position = bytes.startIndex
        while let escape = bytes[position...].firstIndex(of: UInt8(ascii: "\\")) {
            output += bytes[position..<escape]
            position = escape + 1
            guard position < bytes.endIndex else { break }
            let letter = bytes[position]
            position += 1
            switch letter {
            case UInt8(ascii: "n"): output.append(0x0A)
            case UInt8(ascii: "t"): output.append(0x09)
            case UInt8(ascii: "r"): output.append(0x0D)
            case UInt8(ascii: "b"), UInt8(ascii: "f"): output.append(0x20)
            case UInt8(ascii: "u"): append(scalar(in: bytes, at: &position), to: &output)
            // `\"`, `\\`, `\/`, and what escapes nothing.
            default: output.append(letter)
            }
        }
        output += bytes[position...]
        return output
    }

    private static let replacement = Unicode.Scalar(0xFFFD as UInt16) ?? " "

    private static func scalar(in bytes: ArraySlice<UInt8>, at position: inout Int) -> Unicode.Scalar {
        guard let unit = unit(in: bytes, at: position) else { return replacement }
        position += 4
        if let scalar = Unicode.Scalar(unit) { return scalar }
        guard UTF16.isLeadSurrogate(unit), bytes[position...].starts(with: #"\u"#.utf8),
            let trail = Self.unit(in: bytes, at: position + 2), UTF16.isTrailSurrogate(trail)
        else { return replacement }
        position += 6
        let value = 0x10000 + (UInt32(unit & 0x3FF) << 10 | UInt32(trail & 0x3FF))
        return Unicode.Scalar(value) ?? replacement
    }

    /// Four hexadecimal digits.
    private static func unit(in bytes: ArraySlice<UInt8>, at position: Int) -> UInt16? {
        let digits = bytes[min(position, bytes.endIndex)...].prefix(4)
        guard digits.count == 4 else { return nil }
        var unit: UInt16 = 0
        for digit in digits {
            guard let value = hexadecimal(digit) else { return nil }
            unit = unit << 4 | UInt16(value)
        }
        return unit
    }

    private static func hexadecimal(_ digit: UInt8) -> UInt8? {
        switch digit {
        case 0x30...0x39: digit - 0x30
        case 0x41...0x46: digit - 0x37
        case 0x61...0x66: digit - 0x57
        default: nil
        }
    }

    private static func append(_ scalar: Unicode.Scalar, to output: inout [UInt8]) {
        switch scalar.value {
        case 0x00...0x08, 0x0B, 0x0C, 0x0E...0x1F, 0x7F, 0xFFFE, 0xFFFF: return
        default: output += UTF8.encode(scalar)?.map { $0 } ?? []
        }
    }
}
