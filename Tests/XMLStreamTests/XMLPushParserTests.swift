import TestSupport
import Testing
import XMLStream

/// Writes down what it is told, one line an event.
final class EventLog: XMLEventHandler {
    private(set) var lines: [String] = []

    func startElement(_ tag: XMLStartTag) -> Bool {
        let attributes = (0..<tag.attributeCount).map { index in
            let prefix = tag.attributePrefix(at: index).string
            return " \(prefix)|\(tag.attributeName(at: index).string)=\(tag.attributeValue(at: index).string)"
        }
        lines.append("<\(tag.code):\(tag.namePrefix.string)|\(tag.localName.string)\(attributes.joined())")
        return !tag.localName.matches("stil")
    }

    func endElement() -> Bool {
        lines.append(">")
        return true
    }

    func text(_ bytes: XMLBytes) { lines.append(bytes.string) }

    static func of(_ document: String, keepsGoing: Bool = false) -> (lines: [String], parser: XMLPushParser) {
        let log = EventLog()
        let parser = XMLPushParser(handler: log, keepsGoing: keepsGoing) { $0.namespaceURI == "urn:x" ? 7 : 0 }
        parser.push(Array(document.utf8)[...])
        parser.finish()
        return (log.lines, parser)
    }
}

@Suite struct XMLPushParserTests {
    @Test func eventsComeInOrderWithNamespacesResolved() {
        let (lines, parser) = EventLog.of("<a xmlns:p='urn:x'><p:b p:c='1' d='2'>tekst<![CDATA[<i>]]></p:b></a>")
        #expect(lines == ["<0:|a", "<7:p|b p|c=1 |d=2", "tekst<i>", ">", ">"])
        #expect(!parser.isDamaged)
        #expect(parser.issues == [])
    }

    @Test func attributesAreFoundByCode() {
        final class Finder: XMLEventHandler {
            var found: [String?] = []

            func startElement(_ tag: XMLStartTag) -> Bool {
                found.append(tag.value(2)?.string)
                found.append(tag.value(3)?.string)
                return false
            }

            func endElement() -> Bool { false }
            func text(_ bytes: XMLBytes) {}
        }
        let finder = Finder()
        let parser = XMLPushParser(handler: finder) { ["a": 1, "b": 2][$0.local] ?? 0 }
        parser.push(Array("<a b='x'/>".utf8)[...])
        parser.finish()
        #expect(finder.found == ["x", nil])
    }

    @Test func referencesResolveOnceInTextAndAttributes() {
        let value = "&eacute;&amp;amp;&#38;x;&onbekend;&lt;"
        let (lines, parser) = EventLog.of("<a b='\(value)'>&eacute;&amp;amp;&onbekend;<![CDATA[&eacute;]]></a>")
        #expect(lines == ["<0:|a |b=é&amp;&x;&onbekend;<", "é&amp;&onbekend;&eacute;", ">"])
        #expect(!parser.isDamaged)
        #expect(parser.issues.map(\.message) == ["entity not declared: &eacute;"])
    }

    @Test func withADTDElsewhereAnEntityMayBeDeclaredThere() {
        let (lines, parser) = EventLog.of("<!DOCTYPE a SYSTEM 'http://127.0.0.1:9/a.dtd'><a>&eacute;</a>")
        #expect(lines == ["<0:|a", "é", ">"])
        #expect(parser.issues == [])
    }

    @Test func plainEntitiesOfTheDocumentResolveAndNoOthers() {
        let subset =
            #"<!ENTITY p "plat"><!ENTITY q "&p;&p;"><!ENTITY r "<b/>"><!ENTITY s SYSTEM "file:///etc/hostname">"#
        let (lines, parser) = EventLog.of("<!DOCTYPE a [\(subset)]><a>&p; &q; &r; &s;</a>")
        #expect(lines == ["<0:|a", "plat &q; &r; &s;", ">"])
        #expect(!parser.isDamaged)
    }

    @Test func eventsStopAtTheFirstFatalError() {
        let (lines, parser) = EventLog.of("<a><b>x</c><d/></a>")
        #expect(lines.first == "<0:|a")
        #expect(!lines.contains("<0:|d"))
        #expect(parser.isDamaged)
        #expect(parser.isStopped)
        #expect(parser.issues.first?.line == 1)
    }

    @Test func keepingGoingTellsWhatFollowsAnError() {
        let (lines, parser) = EventLog.of("<a><b>x</c><d/></a>", keepsGoing: true)
        #expect(lines.contains("<0:|d"))
        #expect(parser.isDamaged)
    }

    @Test func anUndeclaredPrefixIsAnIssueButNotFatal() {
        let (lines, parser) = EventLog.of("<a><x:b/></a>")
        #expect(lines == ["<0:|a", "<0:x|b", ">", ">"])
        #expect(!parser.isDamaged)
        #expect(parser.issues.count == 1)
    }

    @Test func theDeclaredEncodingIsIgnored() {
        let (lines, _) = EventLog.of("<?xml version='1.0' encoding='ISO-8859-1'?><a>é</a>")
        #expect(lines == ["<0:|a", "é", ">"])
    }

    @Test func textNobodyWantsIsNotTold() {
        let (lines, _) = EventLog.of("<a><stil>x<b>y</b>z</stil></a>")
        #expect(lines == ["<0:|a", "<0:|stil", "<0:|b", "y", ">", "z", ">", ">"])
    }

    @Test func longTextComesInOnePiece() {
        let text = String(repeating: "lang é ", count: 20_000)
        let (lines, _) = EventLog.of("<a>\(text)<![CDATA[\(text)]]></a>")
        #expect(lines == ["<0:|a", text + text, ">"])
    }

    @Test func referencesToControlCharactersAreNoticed() {
        #expect(EventLog.of("<a>x&#150;y</a>").parser.hasMistakenReference)
        #expect(!EventLog.of("<a>x&#160;é</a>").parser.hasMistakenReference)
    }

    @Test func depthIsLimited() {
        let (lines, parser) = EventLog.of(String(repeating: "<a>", count: 50_000))
        #expect(lines.count == XMLPushParser.depthLimit)
        #expect(parser.isDamaged)
        #expect(parser.issues.contains { $0.message == "nested too deep" })
    }

    @Test func issuesAreBounded() {
        let broken = "<a>" + String(repeating: "<x:b/>", count: 10_000) + "</a>"
        #expect(EventLog.of(broken).parser.issues.count == 50)
    }

    @Test func manyDistinctNamesAreTold() {
        let document = "<a>" + (0..<10_000).map { "<n\($0) xmlns='urn:x'/>" }.joined() + "</a>"
        let (lines, _) = EventLog.of(document)
        #expect(lines.filter { $0.hasPrefix("<7:|n") }.count == 10_000)
    }

    @Test func stoppingEndsTheEvents() {
        let log = EventLog()
        let parser = XMLPushParser(handler: log) { _ in 0 }
        parser.push(Array("<a><b/>".utf8)[...])
        parser.stop()
        parser.push(Array("<c/></a>".utf8)[...])
        parser.finish()
        #expect(!log.lines.contains("<0:|c"))
        #expect(parser.issues == [])
    }

    @Test func anySplitTellsTheSame() {
        let document = "<a xmlns:p='urn:x'><p:b c='&eacute;1'>é&euro;<![CDATA[<i>€]]>ü</p:b><!-- – --><?pi?><d/></a>"
        let whole = EventLog.of(document).lines
        let bytes = Array(document.utf8)
        for seed in 1...50 as ClosedRange<UInt64> {
            var generator = SeededGenerator(seed: seed)
            let log = EventLog()
            let parser = XMLPushParser(handler: log) { $0.namespaceURI == "urn:x" ? 7 : 0 }
            var start = 0
            while start < bytes.count {
                let end = min(bytes.count, start + Int.random(in: 1...9, using: &generator))
                parser.push(bytes[start..<end])
                start = end
            }
            parser.finish()
            #expect(log.lines == whole, "seed \(seed)")
            #expect(!parser.isDamaged)
        }
    }
}
