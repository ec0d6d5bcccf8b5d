// Whatever is in a story, the documents parse, and what was written comes back.

import FeedModel
import FoundationEssentials
import TestSupport
import Testing
import XMLStream

@testable import FeedPublishing

struct WellFormednessTests {
    /// Collects the text of the document's elements by name.
    private final class Texts: XMLEventHandler {
        var elementCount = 0
        var text = ""
        private var depth = 0

        func startElement(_ tag: XMLStartTag) -> Bool {
            elementCount += 1
            depth += 1
            return true
        }

        func endElement() -> Bool {
            depth -= 1
            return true
        }

        func text(_ bytes: XMLBytes) { text += bytes.string }
    }

    private func parse(_ bytes: [UInt8]) -> (isDamaged: Bool, text: String, elementCount: Int) {
        let texts = Texts()
        let parser = XMLPushParser(handler: texts) { _ in 0 }
        parser.push(bytes[...])
        parser.finish()
        return (parser.isDamaged, texts.text, texts.elementCount)
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func anyTextBecomesAWellFormedDocument(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let page = Samples.page([Samples.random(using: &generator), Samples.random(using: &generator)])
        #expect(!parse(AtomFeed.render(page)).isDamaged, "seed \(seed)")
        #expect(!parse(RSSFeed.render(page)).isDamaged, "seed \(seed)")
        let json = Data(JSONFeed.render(page))
        #expect(throws: Never.self, "seed \(seed)") { try JSONDecoder().decode(AnyFields.self, from: json) }
    }

    @Test(arguments: 0..<100 as Range<UInt64>)
    func pageHasTheSameElementsWhateverTheText(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let story = Samples.random(using: &generator)
        let item = Array(StoryFragment.render(story, in: Samples.page([]), now: Samples.now).utf8)
        // The fragment is XML but for the picture, which HTML does not close.
        let text = String(decoding: item, as: UTF8.self).replacing("referrerpolicy=\"no-referrer\">", with: "/>")
        let parsed = parse(Array(text.utf8))
        #expect(!parsed.isDamaged, "seed \(seed)")
        #expect(parsed.elementCount <= 30, "seed \(seed)")
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func textComesBackAsWritten(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let text = Samples.randomText(using: &generator, length: 40)
        var xml = XMLWriter()
        xml.element("t", text)
        let expected = String(String.UnicodeScalarView(text.unicodeScalars.filter(Samples.isAllowed)))
        #expect(Array(parse(xml.bytes).text.utf8) == Array(expected.utf8), "seed \(seed)")
    }
}

/// Accepts any JSON object.
private struct AnyFields: Decodable {
    var version: String
}
