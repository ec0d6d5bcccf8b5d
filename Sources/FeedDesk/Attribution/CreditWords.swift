// The words of a credit line, read one after another: who asks for the first few does not pay for the rest.

/// A word of a text as printed, and the signs around it.
struct CreditWord {
    var text: Substring
    var follows: Character?
    var precedes: Character?
    var isAddress = false

    var isYear: Bool { text.count == 4 && text.allSatisfy(\.isNumber) }
}

/// Reads a text's words: letters, digits, what joins them, and addresses as wholes.
struct CreditWords {
    private let text: Substring
    private var index: Substring.Index
    private var words: [CreditWord] = []
    private var sign: Character?

    init(_ text: Substring) {
        self.text = text
        index = text.startIndex
    }

    static func all(of text: Substring) -> [CreditWord] {
        var reader = CreditWords(text)
        return reader.words(upTo: .max)
    }

    /// The text's first words: `count` of them, or as many as it has. `precedes` may yet be missing in the last.
    mutating func words(upTo count: Int) -> [CreditWord] {
        while words.count < count, index < text.endIndex { readOn() }
        return words
    }

    private mutating func readOn() {
        let start = index
        if let end = CreditAddress.end(ofAddressIn: text[index...]) {
            add(CreditWord(text: text[start..<end], follows: sign, isAddress: true), until: end)
            return
        }
        var end = index
        while end < text.endIndex, isWord(at: end) || isInner(end) { end = after(end) }
        if end > start {
            add(CreditWord(text: text[start..<end], follows: sign), until: end)
            return
        }
        if ascii(at: index) != 0x20 {
            let character = text[index]
            if !character.isWhitespace || character == "\n" {
                sign = character
                if let last = words.indices.last, words[last].precedes == nil { words[last].precedes = character }
            }
        }
        index = after(index)
    }

    private mutating func add(_ word: CreditWord, until end: Substring.Index) {
        words.append(word)
        sign = nil
        index = end
    }

    // MARK: - Characters

    private func isWord(at index: Substring.Index) -> Bool {
        guard let byte = ascii(at: index) else { return text[index].isLetter || text[index].isNumber }
        return Self.isLetter(byte) || (0x30...0x39).contains(byte)
    }

    private func isLetter(at index: Substring.Index) -> Bool {
        ascii(at: index).map(Self.isLetter) ?? text[index].isLetter
    }

    /// A hyphen or apostrophe between letters belongs to the word: Agence France-Presse.
    private func isInner(_ index: Substring.Index) -> Bool {
        if let byte = ascii(at: index), byte != UInt8(ascii: "-"), byte != UInt8(ascii: "'") { return false }
        guard text[index] == "-" || text[index] == "’" || text[index] == "'", index > text.startIndex else {
            return false
        }
        let next = text.index(after: index)
        return text[text.index(before: index)].isLetter && next < text.endIndex && isLetter(at: next)
    }

    private func after(_ index: Substring.Index) -> Substring.Index {
        ascii(at: index) == nil ? text.index(after: index) : text.utf8.index(after: index)
    }

    /// The character at `index` where it is one byte: ASCII, no mark behind it, and no half of a line end.
    private func ascii(at index: Substring.Index) -> UInt8? {
        let byte = text.utf8[index]
        guard byte < 0x80, byte != 0x0D else { return nil }
        let next = text.utf8.index(after: index)
        return next == text.endIndex || text.utf8[next] < 0x80 ? byte : nil
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}
