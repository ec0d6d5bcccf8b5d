import TestSupport
import Testing
import XMLStream

@Suite struct CharacterFilterTests {
    private func filter(_ bytes: [UInt8]) -> (text: [UInt8], filter: CharacterFilter) {
        var filter = CharacterFilter()
        let text = Array(filter.filter(bytes[...]))
        filter.finish()
        return (text, filter)
    }

    @Test func cleanTextPasses() {
        let text = Array("Genève,\r\n\t東京 – 😀 en veel gewone tekst daarachter".utf8)
        let (clean, filter) = filter(text)
        #expect(clean == text)
        #expect(filter.firstDrop == nil)
        #expect(filter.multiByteCount == 5)
    }

    @Test(
        arguments: [
            [0x80], [0xC0, 0x80], [0xC1, 0xBF], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF0, 0x80, 0x80, 0x80],
            [0xF4, 0x90, 0x80, 0x80], [0xF5], [0xFF], [0xE2, 0x82],
        ] as [[UInt8]]
    )
    func whatIsNotUTF8IsDropped(_ illegal: [UInt8]) {
        let (clean, filter) = filter(Array("ab".utf8) + illegal + Array("c".utf8))
        #expect(clean == Array("abc".utf8))
        #expect(filter.illegalByteCount == illegal.count)
        #expect(filter.controlCount == 0)
    }

    @Test(arguments: [[0], [0x0B], [0x1F], [0xEF, 0xBF, 0xBE], [0xEF, 0xBF, 0xBF]] as [[UInt8]])
    func whatXMLForbidsIsDropped(_ control: [UInt8]) {
        let (clean, filter) = filter(control + Array("c".utf8))
        #expect(clean == Array("c".utf8))
        #expect(filter.controlCount == 1)
        #expect(filter.illegalByteCount == 0)
    }

    @Test func theFirstDropHasItsPlace() {
        let (_, filter) = filter(Array("een regel van meer dan zestien\ntwéé".utf8) + [0xFF])
        #expect(filter.firstDrop?.line == 2)
        #expect(filter.firstDrop?.column == 5)
    }

    @Test func anySplitGivesTheSame() {
        for seed in 1...100 as ClosedRange<UInt64> {
            var generator = SeededGenerator(seed: seed)
            let pieces: [[UInt8]] = [
                [0xFF], [0xC3, 0xA9], [0xE2, 0x82, 0xAC], [0xF0, 0x9F, 0x98, 0x80], [0xE2, 0x82], [7], [0x0A],
                Array("zestien tekens ok".utf8),
            ]
            let bytes = (0..<40).compactMap { _ in pieces.randomElement(using: &generator) }.flatMap { $0 }
            let whole = filter(bytes)
            var parts = CharacterFilter()
            var text: [UInt8] = []
            var start = 0
            while start < bytes.count {
                let end = min(bytes.count, start + Int.random(in: 1...7, using: &generator))
                text += parts.filter(bytes[start..<end])
                start = end
            }
            parts.finish()
            #expect(text == whole.text, "seed \(seed)")
            #expect(text == Array(String(decoding: text, as: UTF8.self).utf8))
            #expect(parts.illegalByteCount == whole.filter.illegalByteCount)
            #expect(parts.controlCount == whole.filter.controlCount)
            #expect(parts.firstDrop?.line == whole.filter.firstDrop?.line)
            #expect(parts.firstDrop?.column == whole.filter.firstDrop?.column)
        }
    }
}

@Suite struct CharacterDecoderTests {
    @Test func unknownEncodingsAreRefused() {
        #expect(CharacterDecoder(encoding: "X-ONBEKEND") == nil)
        #expect(CharacterDecoder(encoding: "CP1252//IGNORE") == nil)
    }

    @Test func textIsDecodedInAnyPieces() throws {
        let text = "Łódź 東京 😀 " + String(repeating: "lang ", count: 10_000)
        let bytes = text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
        let decoder = try #require(CharacterDecoder(encoding: "UTF-16LE"))
        var decoded: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: 7) {
            decoded += decoder.decode(bytes[start..<min(bytes.count, start + 7)])
        }
        decoder.finish()
        #expect(String(decoding: decoded, as: UTF8.self) == text)
        #expect(decoder.illegalByteCount == 0)
    }

    @Test func illegalBytesAreDroppedAndCounted() throws {
        let decoder = try #require(CharacterDecoder(encoding: "CP1252"))
        #expect(decoder.decode([0x41, 0x81, 0xE9][...]) == Array("Aé".utf8))
        #expect(decoder.illegalByteCount == 1)
    }

    @Test func aCharacterCutAtTheEndIsDropped() throws {
        let decoder = try #require(CharacterDecoder(encoding: "UTF-16LE"))
        #expect(decoder.decode([0x41, 0x00, 0x42][...]) == Array("A".utf8))
        decoder.finish()
        #expect(decoder.illegalByteCount == 1)
    }
}

@Suite struct DoubleEncodingTests {
    private func undone(_ text: String) -> String? {
        DoubleEncoding.undone(Array(text.utf8)[...]).map { String(decoding: $0, as: UTF8.self) }
    }

    @Test(arguments: ["Genève", "é", "1 × 2", "«Málaga»", "東京 – 😀", "don’t", "a\u{A0}b"])
    func textEncodedTwiceIsReadAsMeant(_ meant: String) {
        let twice = String(String.UnicodeScalarView(meant.utf8.map { Unicode.Scalar($0) }))
        #expect(undone(twice) == meant)
        #expect(undone(meant) == nil)
    }

    @Test(
        arguments: [
            "", "Â", "Ã©criture – twijfel", "Ã© en é", "NÃO É", "né\u{A0}: Ã", "Ã\u{A9}\u{20AC}", "\u{C3}\u{85}\u{C3}",
        ]
    )
    func textThatIsNotWhollyEncodedTwiceStays(_ text: String) {
        #expect(undone(text) == nil)
    }
}
