// Control characters U+0080 to U+009F in text: never meant. Either UTF-8 that was taken for Latin-1 before it was
// written out, or windows-1252 codes in numeric references.

enum MistakenReference {
    /// The text without such characters, as it was meant.
    static func corrected(_ text: ArraySlice<UInt8>) -> [UInt8] {
        let scalars = String(decoding: text, as: UTF8.self).unicodeScalars
        guard scalars.contains(where: { $0.value >= 0x80 && $0.value < 0xA0 }) else { return Array(text) }
        if scalars.allSatisfy({ $0.value < 0x100 }) {
            let bytes = scalars.map { UInt8(truncatingIfNeeded: $0.value) }
            if String(validating: bytes, as: UTF8.self) != nil { return bytes }
        }
        var meant = String.UnicodeScalarView()
        for scalar in scalars {
            let isControl = scalar.value >= 0x80 && scalar.value < 0xA0
            meant.append(isControl ? windows1252[Int(scalar.value) - 0x80] : scalar)
        }
        return Array(String(meant).utf8)
    }

    /// What windows-1252 has at 0x80 to 0x9F; its five gaps become U+FFFD.
    private static let windows1252: [Unicode.Scalar] = Array(
        ("\u{20AC}\u{FFFD}\u{201A}\u{0192}\u{201E}\u{2026}\u{2020}\u{2021}\u{02C6}\u{2030}\u{0160}\u{2039}\u{0152}"
            + "\u{FFFD}\u{017D}\u{FFFD}\u{FFFD}\u{2018}\u{2019}\u{201C}\u{201D}\u{2022}\u{2013}\u{2014}\u{02DC}\u{2122}"
            + "\u{0161}\u{203A}\u{0153}\u{FFFD}\u{017E}\u{0178}").unicodeScalars
    )
}
