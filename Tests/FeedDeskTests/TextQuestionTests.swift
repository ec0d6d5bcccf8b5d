// The shortcuts over bytes give what the question about characters gives.

import FeedModel
import TestSupport
import Testing

@testable import FeedDesk

@Suite struct TextQuestionTests {
    @Test func whiteSpaceIsUnicodes() {
        for value in UInt32(0)...0x3100 {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let isSpace = value < 0x80 ? value <= 0x20 : scalar.properties.isWhitespace
            #expect(MarkupText.isSpace(scalar) == isSpace, "U+\(String(value, radix: 16))")
        }
    }

    @Test(arguments: 0..<8 as Range<UInt64>) func wordsTakenAtOnceAreTheCharactersTakenOneByOne(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<400 {
            let html = Self.text(using: &generator)
            var fast = MarkupScanner(html)
            var slow = MarkupScanner(html)
            while let words = fast.nextWords() ?? fast.next().map({ ($0.range, -1) }) {
                var ink = 0
                while slow.index < words.range.upperBound, let (token, _) = slow.next() {
                    if case .character(let scalar) = token, MarkupText.isInk(scalar) { ink += 1 }
                }
                #expect(slow.index == words.range.upperBound, "\(html)")
                #expect(words.ink == -1 || words.ink == ink, "\(html)")
            }
        }
    }

    @Test(arguments: 0..<8 as Range<UInt64>) func signsAreFoundWhereTheyAreCharacters(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<400 {
            let text = Self.text(using: &generator)
            #expect(text[...].firstIndex(ofASCII: "/") == text.firstIndex(of: "/"), "\(text)")
            #expect(text.hasByte(0x2F) == text.utf8.contains(0x2F))
            let scalars = text.unicodeScalars
            let isTrimmed = text.first.map { !$0.isWhitespace } ?? true && text.last.map { !$0.isWhitespace } ?? true
            #expect((text.trimmingSpaces.unicodeScalars.elementsEqual(scalars)) == isTrimmed, "\(text)")
        }
    }

    @Test func wordsOfALineAreReadAsFarAsAsked() {
        var reader = CreditWords("Bron: ANP/AFP en www.voorbeeld.nl, l’Agence France-Presse"[...])
        #expect(reader.words(upTo: 2).map(\.text) == ["Bron", "ANP"])
        let words = reader.words(upTo: .max)
        #expect(words.map(\.text) == ["Bron", "ANP", "AFP", "en", "www.voorbeeld.nl", "l’Agence", "France-Presse"])
        #expect(words[1].follows == ":" && words[1].precedes == "/" && words[4].isAddress)
    }

    /// Signs, spaces, marks, tags and references, in any order.
    private static func text(using generator: inout SeededGenerator) -> String {
        let pieces = [
            "a", "Bé", " ", "  ", "\u{A0}", "\u{301}", "/", "//", "#", "<b>", "</b>", "<", "&amp;", "&", "’",
            "\u{2009}",
            "\u{AD}", "\u{200B}", "\u{FEFF}", "\u{3000}", "字", "\n", "\t", "\u{600}", "\u{85}", "😀", "\u{205F}", ">",
        ]
        return (0..<Int.random(in: 0...14, using: &generator))
            .map { _ in pieces[Int.random(in: 0..<pieces.count, using: &generator)] }.joined()
    }
}

@Suite struct SourceLineTests {
    @Test(arguments: [
        ("Een zin over iets. Bron: ANP", ["ANP"]), ("BRONNEN: Reuters, AFP", ["RTR", "AFP"]), ("(c) AFP 2026", ["AFP"]),
        ("Een zin over iets.\nbron - ANP", ["ANP"]), ("Te\u{212A}st: ANP, beeld: EPA", ["ANP"]), ("© Reuters", ["RTR"]),
        ("Door ANP", ["ANP"]), ("Kroningsbron: ANP wil weten hoe het zit", []), ("Bron\u{301}: ANP wist het", []),
        ("Doornroosje en ANP", []),
    ])
    func labelsAreFoundWhereTheyStandForThemselves(text: String, codes: [String]) {
        let found = SourceLine(agencies: .shipped).agencies(in: [text])
        #expect(found.map(\.rawValue) == codes)
    }
}
