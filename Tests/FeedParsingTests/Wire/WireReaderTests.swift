// Wire documents of hostile or unusual shape: bounds, wrappers, items inside items.

import FeedModel
import FeedParsing
import TestSupport
import Testing

@Suite struct WireReaderTests {
    private func parse(_ text: String, options: ParseOptions = ParseOptions()) throws -> ParsedFeed {
        try FeedParser.parse(Array(text.utf8), options: options)
    }

    private func item(_ number: Int, _ inside: String = "") -> String {
        """
        <newsItem guid="urn:x:\(number)" version="1"><contentMeta><headline>Kop \(number)</headline></contentMeta>\
        \(inside)</newsItem>
        """
    }

    private func message(_ items: String) -> String {
        "<newsMessage><header><sender>x.example</sender></header><itemSet>\(items)</itemSet></newsMessage>"
    }

    private func xhtml(_ body: String) -> String {
        "<contentSet><inlineXML><html><body>\(body)</body></html></inlineXML></contentSet>"
    }

    @Test func anItemOfEndlessElementsIsCutAndTheNextIsWhole() throws {
        let endless = xhtml("<p>Begin</p>" + String(repeating: "<br/>", count: 150_000) + "<p>Einde</p>")
        let feed = try parse(message(item(1, endless) + item(2, xhtml("<p>Heel</p>"))))
        #expect(feed.entries.map(\.title) == ["Kop 1", "Kop 2"])
        #expect(feed.entries[0].contentHTML?.hasPrefix("<p>Begin</p>") == true)
        #expect(feed.entries[0].contentHTML?.contains("Einde") == false)
        #expect(feed.entries[1].contentHTML == "<p>Heel</p>")
        #expect(feed.issues.map(\.message) == ["item too large; the rest of it is not read"])
    }

    @Test func deepNestingKeepsTheText() throws {
        let depth = 900
        let deep = String(repeating: "<b>", count: depth) + "diep" + String(repeating: "</b>", count: depth)
        let feed = try parse(message(item(1, xhtml("<p>\(deep) en verder</p>")) + item(2)))
        #expect(feed.entries.count == 2)
        let html = try #require(feed.entries[0].contentHTML)
        #expect(html.contains("diep"))
        #expect(html.contains("en verder"))
    }

    @Test func nestingBeyondAnyDocumentEndsInAnAnswer() throws {
        let open = String(repeating: "<a>", count: 100_000)
        #expect(try parse(message(item(1) + open)).isDamaged)
        #expect(try parse("<NewsML><NewsItem>" + open).format == .newsML1)
    }

    @Test func attributesBeyondTheFirstAreNotKept() throws {
        let many = (1...5000).map { "a\($0)=\"x\"" }.joined(separator: " ")
        let feed = try parse(
            "<newsItem guid=\"urn:x:1\" \(many)><contentMeta><headline>Kop</headline></contentMeta></newsItem>"
        )
        #expect(feed.entries.map(\.id) == ["urn:x:1"])
    }

    @Test func noMoreItemsAreReadThanOfAnyFeed() throws {
        let feed = try parse(message((1...(FeedParser.mostEntries + 5)).map { item($0) }.joined()))
        #expect(feed.entries.count == FeedParser.mostEntries)
        #expect(feed.issues.contains { $0.message.contains("5 more were skipped") })
    }

    @Test func aMessageInsideAnotherElementIsRead() throws {
        let feed = try parse("<Publish><Queue/><Body>" + item(1) + item(2) + "</Body><Queue/></Publish>")
        #expect(feed.format == .newsMLG2)
        #expect(feed.entries.map(\.id) == ["urn:x:1", "urn:x:2"])
    }

    @Test func anItemInsideAnItemIsOneOfItsOwn() throws {
        let inner =
            "<NewsItem><NewsComponent><NewsLines><HeadLine>Binnen</HeadLine></NewsLines></NewsComponent></NewsItem>"
        let feed = try parse(
            "<NewsML><NewsItem><NewsComponent><NewsLines><HeadLine>Buiten</HeadLine></NewsLines>\(inner)"
                + "</NewsComponent></NewsItem></NewsML>"
        )
        #expect(feed.entries.map(\.title) == ["Binnen", "Buiten"])
    }

    @Test func entitiesOfOthersStayOut() throws {
        let bomb = """
            <!DOCTYPE NewsML [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>
            <NewsML><NewsItem><NewsComponent><NewsLines><HeadLine>Kop &b;&c;</HeadLine></NewsLines></NewsComponent></NewsItem></NewsML>
            """
        let title = try #require(try parse(bomb).entries.first?.title)
        #expect(title.hasPrefix("Kop"))
        #expect(!title.contains("root:"))
        #expect(title.utf8.count < 1000)
    }

    @Test func whatRunsIsTakenOutOfEveryKindOfBody() throws {
        let hostile = "<p onclick=\"x()\">Tekst<script>x()</script><a href=\"javascript:x()\">link</a></p>"
        let nitf =
            "<contentSet><inlineXML><nitf><body><body.content>\(hostile)</body.content></body></nitf></inlineXML></contentSet>"
        let escaped = hostile.replacing("<", with: "&lt;")
        let data = "<contentSet><inlineData contenttype=\"text/html\">\(escaped)</inlineData></contentSet>"
        let own = "<contentSet><inlineXML><TEXT>\(hostile)</TEXT></inlineXML></contentSet>"
        for body in [xhtml(hostile), nitf, data, own] {
            let html = try #require(try parse(message(item(1, body))).entries.first?.contentHTML)
            #expect(html.contains("Tekst"))
            #expect(!html.contains("x()"), "\(html)")
        }
    }

    @Test func aFeedsTagInAWireTextIsNotTheFeed() throws {
        let feed = try parse(
            "<newsItem guid=\"urn:x:1\"><contentMeta><headline>Over <feedback/> geven</headline>"
                + "</contentMeta></newsItem>"
        )
        #expect(feed.entries.map(\.title) == ["Over geven"])
    }

    @Test func rawLeavesMarkupAndAddressesAsWritten() throws {
        let options = ParseOptions(baseURL: "https://x.example/map/", keepsRaw: true)
        let feed = try parse(
            message(item(1, xhtml("<p onclick=\"x\"><a href=\"/een\">link</a></p>"))),
            options: options
        )
        #expect(feed.entries.first?.contentHTML == "<p onclick=\"x\"><a href=\"/een\">link</a></p>")
    }

    @Test func filesOfTheAgencyAreNoAddresses() throws {
        let files = """
            <contentSet><remoteContent href="foto.jpg" contenttype="image/jpeg"/>\
            <remoteContent href="urn:foto:1"/><remoteContent href="https://x.example/b.jpg" size="-3"/></contentSet>
            """
        let local = try parse(message(item(1, files)), options: ParseOptions(baseURL: "file:///srv/in/1.xml"))
        #expect(local.entries.first?.enclosures == [Enclosure(url: "https://x.example/b.jpg")])
        let served = try parse(message(item(1, files)), options: ParseOptions(baseURL: "https://x.example/in/1.xml"))
        #expect(
            served.entries.first?.enclosures.map(\.url) == ["https://x.example/in/foto.jpg", "https://x.example/b.jpg"]
        )
        #expect(served.entries.first?.image == "https://x.example/in/foto.jpg")
    }
}
