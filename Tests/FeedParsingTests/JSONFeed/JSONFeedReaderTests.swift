// JSON Feeds against what is expected of them: Fixtures/parsing/json, a feed and its expected reading side by side.

import FeedModel
import FeedParsing
import Foundation
import TestSupport
import Testing

struct JSONFeedReaderTests {
    static let names: [String] = {
        let files = (try? Fixtures.files(in: "parsing/json", suffix: ".json")) ?? []
        return files.map { String($0.dropLast(5)) }
    }()

    private func read(_ bytes: [UInt8], _ options: ParseOptions = ParseOptions()) -> String {
        do {
            return FeedText.describe(try JSONFeedReader.read(bytes, options: options))
        } catch {
            return "error: \(error)\n"
        }
    }

    @Test(arguments: names)
    func feedReadsAsExpected(name: String) throws {
        let bytes = try Fixtures.bytes("parsing/json/\(name).json")
        #expect(read(bytes) == (try Fixtures.text("parsing/json/\(name).expected")))
    }

    @Test func thereAreFixtures() {
        #expect(Self.names.count > 20)
    }

    @Test(arguments: names)
    func truncationAndDamageNeverTrap(name: String) throws {
        let bytes = try Fixtures.bytes("parsing/json/\(name).json")
        var generator = SeededGenerator(seed: 11)
        for length in stride(from: 0, through: bytes.count, by: max(1, bytes.count / 60)) {
            _ = read(Array(bytes.prefix(length)))
        }
        for _ in 0..<30 {
            var damaged = bytes
            for _ in 0..<3 {
                damaged[Int.random(in: damaged.indices, using: &generator)] = UInt8.random(
                    in: 0...255,
                    using: &generator
                )
            }
            _ = read(damaged)
        }
    }

    @Test func linksResolveAgainstTheAddressOfTheDocument() throws {
        let text =
            #"{"version":"https://jsonfeed.org/version/1.1","items":[{"id":"x","url":"a","content_html":"<a href='b'>b</a>"}]}"#
        let feed = try JSONFeedReader.read(
            Array(text.utf8),
            options: ParseOptions(baseURL: "http://a.example/f/feed.json")
        )
        #expect(feed.entries.first?.url == "http://a.example/f/a")
        #expect(feed.entries.first?.id == "x")
        #expect(feed.entries.first?.contentHTML == "<a href=\"http://a.example/f/b\">b</a>")
    }

    @Test func rawKeepsHTMLAndLinksAsWritten() throws {
        let text =
            #"{"version":"https://jsonfeed.org/version/1.1","items":[{"id":"x","url":"a","content_html":"<script>x</script>"}]}"#
        let options = ParseOptions(baseURL: "http://a.example/", keepsRaw: true)
        let feed = try JSONFeedReader.read(Array(text.utf8), options: options)
        #expect(feed.entries.first?.url == "a")
        #expect(feed.entries.first?.contentHTML == "<script>x</script>")
    }

    @Test func otherEncodingsAreRepairedAndTold() throws {
        let text = #"{"version":"https://jsonfeed.org/version/1.1","title":"café","items":[]}"#
        for isBig in [true, false] {
            let units = ([0xFEFF] + Array(text.utf16)).flatMap { unit in
                isBig ? [UInt8(unit >> 8), UInt8(unit & 0xFF)] : [UInt8(unit & 0xFF), UInt8(unit >> 8)]
            }
            let feed = try JSONFeedReader.read(units, options: ParseOptions())
            #expect(feed.title == "café")
            #expect(feed.issues.count == 1 && feed.isDamaged)
        }
        let latin = Array(text.utf8.filter { $0 != 0xC3 })
        #expect(try JSONFeedReader.read(latin, options: ParseOptions()).title == "caf\u{FFFD}")
    }

    @Test(.timeLimit(.minutes(5)), arguments: ["[", "{\"a\":", "[{\"a\":[", "\"", "\\", "1", "-"])
    func deepAndLongTextsAreRefused(piece: String) {
        let text = "{\"version\":\"https://jsonfeed.org/version/1\",\"x\":" + String(repeating: piece, count: 200_000)
        #expect(read(Array(text.utf8)).hasPrefix("error: not a feed: this is JSON that breaks off"))
    }
}
