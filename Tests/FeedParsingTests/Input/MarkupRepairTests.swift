import TestSupport
import Testing
import XMLStream

@testable import FeedParsing

@Suite struct MarkupRepairTests {
    private func repair(_ text: String) -> String {
        String(decoding: MarkupRepair.repair(Array(text.utf8)), as: UTF8.self)
    }

    @Test(arguments: [
        ("<a>x & y</a>", "<a>x &amp; y</a>"),
        ("<a>x &amp; &#65; &naam; y</a>", "<a>x &amp; &#65; &naam; y</a>"),
        ("<a>1 < 2</a>", "<a>1 &lt; 2</a>"),
        ("<a>&#0;&#x1F;&#xD800;x</a>", "<a>x</a>"),
        ("<a><b>x</a>", "<a><b>x</b></a>"),
        ("<a></b>x</a>", "<a>x</a>"),
        ("<a>x", "<a>x</a>"),
        ("<a><![CDATA[x", "<a><![CDATA[x]]></a>"),
        ("<a><b><![CDATA[x</b>y</a>", "<a><b><![CDATA[x]]></b>y</a>"),
        ("<a b=c d='\"' e f=\"<&\"/>", "<a b=\"c\" d=\"&quot;\" e=\"\" f=\"&lt;&amp;\"></a>"),
        ("<!DOCTYPE a [<!ENTITY b \"c>\">]><a/>", "<a></a>"),
        ("<a><!-- x --><?php y ?>z</a>", "<a>z</a>"),
        ("<r><item><t>1<item><t>2</item></r>", "<r><item><t>1</t></item><item><t>2</t></item></r>"),
        ("x<a/>y", "<a>y</a>"),
    ])
    func markupIsMadeWellFormed(_ broken: String, _ repaired: String) {
        #expect(repair(broken) == repaired)
    }

    @Test func whateverComesInIsBalanced() {
        for seed in 1...200 as ClosedRange<UInt64> {
            var generator = SeededGenerator(seed: seed)
            let pieces = [
                "<a>", "</a>", "<b c='", "'>", "<item>", "</item>", "&", "&amp;", "<!--", "-->", "<![CDATA[", "]]>",
                "x",
                "<", "\"", "<d/>", ";",
            ]
            let broken = (0..<30).compactMap { _ in pieces.randomElement(using: &generator) }.joined()
            let recorder = EventRecorder()
            let parser = XMLPushParser(handler: recorder) { _ in 0 }
            parser.push(Array(repair("<r>" + broken).utf8)[...])
            parser.finish()
            #expect(parser.issues.filter(\.isFatal) == [], "seed \(seed): \(broken)")
            #expect(recorder.depth == 0)
        }
    }
}

private final class EventRecorder: XMLEventHandler {
    var depth = 0

    func startElement(_ tag: XMLStartTag) -> Bool {
        depth += 1
        return false
    }

    func endElement() -> Bool {
        depth -= 1
        return false
    }

    func text(_ bytes: XMLBytes) {}
}
