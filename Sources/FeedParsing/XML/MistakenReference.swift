// Control characters U+0080 to U+009F in text: never meant, but windows-1252 codes in numeric references.

import FeedModel

enum MistakenReference {
    /// The text with the characters that were meant; U+FFFD where windows-1252 has none.
    static func corrected(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var meant: [UInt8] = []
        var copied = text.startIndex
        for index in text.indices.dropLast() where text[index] == 0xC2 && (0x80...0x9F).contains(text[index + 1]) {
            meant += text[copied..<index]
            let character = Windows1252.character(text[index + 1])
            (character.utf8CodeUnitCount == 0 ? "\u{FFFD}" : character).withUTF8Buffer { meant += $0 }
            copied = index + 2
        }
        return copied == text.startIndex ? text : (meant + text[copied...])[...]
    }
}
