// Behaviour that takes more than a small document to show.

import FeedModel
import FeedParsing
import Testing

@Suite struct FeedParserTests {
    private func parse(_ text: String, options: ParseOptions = ParseOptions()) throws -> ParsedFeed {
        try FeedParser.parse(Array(text.utf8), options: options)
    }

    @Test func nothingIsNoFeed() {
        #expect(throws: FeedParsingError.empty) { try FeedParser.parse([]) }
    }

    @Test func relativeLinksResolveAgainstTheDocument() throws {
        let options = ParseOptions(baseURL: "https://nieuws.example/feeds/rss.xml")
        let text = "<rss><channel><link>/</link><item><link>../1</link><guid>a/b</guid></item></channel></rss>"
        let feed = try parse(text, options: options)
        #expect(feed.homePageURL == "https://nieuws.example/")
        #expect(feed.entries.first?.url == "https://nieuws.example/1")
        #expect(feed.entries.first?.id == "a/b")
    }

    @Test func endlessWhiteSpaceBeforeTheDocumentIsSkipped() throws {
        var parser = FeedParser(options: ParseOptions())
        for _ in 0..<1000 { parser.push([UInt8](repeating: 0x0A, count: 10_000)[...]) }
        parser.push(Array("<rss><channel><item><pubDate>gisteren</pubDate></item></channel></rss>".utf8)[...])
        let feed = try parser.finish()
        #expect(feed.entries.count == 1)
        #expect(feed.issues.map(\.line) == [10_000_001])
    }

    @Test(.timeLimit(.minutes(5)))
    func deepNestingEndsWithTheItemsBeforeIt() throws {
        let deep = String(repeating: "<a>", count: 100_000)
        let text = "<rss><channel><item><title>Eerste</title></item><item><description>" + deep
        let feed = try parse(text)
        #expect(feed.isDamaged)
        #expect(feed.entries.first?.title == "Eerste")
    }

    @Test(.timeLimit(.minutes(5)))
    func endlessBrokenMarkupIsReadInLinearTime() throws {
        for piece in ["<![CDATA[", "<!--", "<?", "<a b=\"", "&x", "</", "<!", "<a <a "] {
            let broken = String(repeating: piece, count: 100_000)
            let feed = try parse("<rss><channel><item><title>Eerste</title></item>" + broken)
            #expect(feed.entries.first?.title == "Eerste", "\(piece)")
        }
    }

    @Test(.timeLimit(.minutes(5)))
    func endlessEnclosuresAreReadInLinearTime() throws {
        let enclosures = (0..<60_000).map { "<enclosure url=\"http://a.example/\($0)\"/>" }.joined()
        let feed = try parse("<rss><channel><item>" + enclosures + enclosures + "</item></channel></rss>")
        #expect(feed.entries.first?.enclosures.count == 1000)
    }

    @Test(.timeLimit(.minutes(5)))
    func endlessItemsInDeepDamageAreReadInLinearTime() throws {
        let nested = String(repeating: "<a>", count: 600)
        let items = String(repeating: "<item>", count: 60_000)
        let feed = try parse("<rss><channel><item><title>Eerste</title></item></b>" + nested + items)
        #expect(feed.entries.first?.title == "Eerste")
    }

    @Test func entriesBeyondTheMostAreSkippedAndCounted() throws {
        let most = FeedParser.mostEntries
        let items = (0...most).map { "<item><title>Bericht \($0)</title></item>" }.joined()
        let feed = try parse("<rss><channel>" + items + "</channel></rss>")
        #expect(feed.entries.count == most)
        #expect(feed.entries.last?.title == "Bericht \(most - 1)")
        #expect(feed.issues.map(\.message) == ["only the first \(most) entries are read; 1 more were skipped"])
        #expect(!feed.isDamaged)
    }

    @Test(.timeLimit(.minutes(5)))
    func entriesOfJSONBeyondTheMostAreSkippedAndCounted() throws {
        let most = FeedParser.mostEntries
        let items = (0..<most + 20_000).map { "{\"id\":\($0)}" }.joined(separator: ",")
        let feed = try parse("{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[\(items)]}")
        #expect(feed.entries.count == most)
        #expect(feed.issues.last?.message == "only the first \(most) entries are read; 20000 more were skipped")
        #expect(feed.issues.count <= 101)
    }

    @Test func itemsBeyondTheReplayLimitAreKept() throws {
        let item =
            "<item><title>Bericht</title><description>\(String(repeating: "woord ", count: 2000))</description></item>"
        var parser = FeedParser(options: ParseOptions(keepsRaw: true))
        parser.push(Array("<rss><channel>".utf8)[...])
        for _ in 0..<1500 { parser.push(Array(item.utf8)[...]) }
        parser.push(Array("</channel></rss>".utf8)[...])
        let feed = try parser.finish()
        #expect(feed.entries.count == 1500)
        #expect(!feed.isDamaged)
    }

    @Test func damageIsReportedWithItsPlace() throws {
        let feed = try parse("<rss>\n<channel>\n<item><title>a & b</title></item></channel></rss>")
        let issue = try #require(feed.issues.first)
        #expect(issue.line == 3)
        #expect(issue.column > 1)
        #expect(!issue.message.isEmpty)
        #expect(!issue.message.contains("\n"))
    }

    @Test func illegalBytesAreCountedAndPlaced() throws {
        let text =
            "<rss><channel>\n<item><title>Genève é".utf8 + [0xFF, 0xFE] + "x</title></item></channel></rss>".utf8
        let feed = try FeedParser.parse(Array(text))
        #expect(feed.entries.first?.title == "Genève éx")
        #expect(feed.issues == [ParseIssue(line: 2, column: 22, message: "2 bytes dropped that are not UTF-8")])
    }

    @Test func jsonGoesToItsOwnReader() throws {
        let feed = try parse(#"{"version": "https://jsonfeed.org/version/1.1", "title": "T", "items": []}"#)
        #expect(feed.format == .jsonFeed11)
        #expect(feed.title == "T")
    }

    @Test func everyErrorIsOneLine() {
        for text in ["<html><title>a\nb</title>", "een\ntwee", "<a\n><b/></a>"] {
            #expect {
                try FeedParser.parse(Array(text.utf8))
            } throws: { error in
                !"\(error)".contains("\n") && "\(error)".hasPrefix("not a feed: this is ")
            }
        }
    }
}
