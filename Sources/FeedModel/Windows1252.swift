// What windows-1252 has where Unicode has control characters: one table for every room that meets them.

/// The characters of the encoding standard's windows-1252 at 0x80 to 0x9F.
package enum Windows1252 {
    /// The character meant by the number or byte; empty at the five gaps, and for everything outside 0x80 to 0x9F.
    package static func character(_ code: UInt8) -> StaticString {
        code >= 0x80 && code <= 0x9F ? characters[Int(code - 0x80)] : ""
    }

    private static let characters: [StaticString] = [
        "€", "", "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", "", "Ž", "",
        "", "‘", "’", "“", "”", "•", "–", "—", "˜", "™", "š", "›", "œ", "", "ž", "Ÿ",
    ]
}
