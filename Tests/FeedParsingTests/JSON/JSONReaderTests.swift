// JSON documents against what is expected of them: Fixtures/parsing/json, ninjs and anp, each beside its reading.

import FeedModel
import Foundation
import TestSupport
import Testing

@testable import FeedParsing

struct JSONReaderTests {
    static let names: [String] = ["json", "ninjs", "anp"].flatMap { folder in
        let files = (try? Fixtures.files(in: "parsing/\(folder)", suffix: ".json")) ?? []
        return files.map { "\(folder)/\($0.dropLast(5))" }
    }

    private func read(_ bytes: [UInt8], _ options: ParseOptions = ParseOptions()) -> String {
        do {
            return FeedText.describe(try FeedParser.parse(bytes, options: options))
        } catch {
            return "error: \(error)\n"
        }
    }

    @Test(arguments: names)
    func feedReadsAsExpected(name: String) throws {
        let bytes = try Fixtures.bytes("parsing/\(name).json")
        #expect(read(bytes) == (try Fixtures.text("parsing/\(name).expected")))
    }

    @Test func thereAreFixtures() {
        #expect(Self.names.count > 50)
    }

    @Test(arguments: names)
    func truncationAndDamageNeverTrap(name: String) throws {
        let bytes = try Fixtures.bytes("parsing/\(name).json")
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
        let feed = try FeedParser.parse(
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
        let feed = try FeedParser.parse(Array(text.utf8), options: options)
        #expect(feed.entries.first?.url == "a")
        #expect(feed.entries.first?.contentHTML == "<script>x</script>")
    }

    @Test func otherEncodingsAreRead() throws {
        let text = #"{"version":"https://jsonfeed.org/version/1.1","title":"café","items":[]}"#
        for (mark, isBig) in [([0xFEFF], true), ([0xFEFF], false), ([], true), ([], false)] as [([UInt16], Bool)] {
            let units = (mark + Array(text.utf16)).flatMap { unit in
                isBig ? [UInt8(unit >> 8), UInt8(unit & 0xFF)] : [UInt8(unit & 0xFF), UInt8(unit >> 8)]
            }
            #expect(try FeedParser.parse(units).title == "café")
        }
        let scalars = text.unicodeScalars.flatMap { [0, 0, UInt8($0.value >> 8), UInt8($0.value & 0xFF)] }
        #expect(try FeedParser.parse(scalars).title == "café")
        let latin = text.unicodeScalars.map { UInt8($0.value) }
        #expect(try FeedParser.parse(latin).title == "café")
    }

    @Test(arguments: names)
    func aTextThatBreaksOffGivesNoItemThatWasNotWhole(name: String) throws {
        let bytes = try Fixtures.bytes("parsing/\(name).json")
        guard let whole = try? FeedParser.parse(bytes) else { return }
        for length in stride(from: 1, to: bytes.count, by: max(1, bytes.count / 200)) {
            // What is told at the end of the document (a base, a format) may be missing; items may not differ.
            guard let part = try? FeedParser.parse(Array(bytes.prefix(length))) else { continue }
            #expect(whole.entries.starts(with: part.entries))
            #expect(part.isDamaged || part.entries == whole.entries)
        }
    }

    @Test func itemsBeyondTheMostAreSkippedAndCounted() throws {
        let item = #"{"uri":"urn:1","headline":"x"}"#
        let text = "[" + repeatElement(item, count: FeedParser.mostEntries + 3).joined(separator: ",") + "]"
        let feed = try FeedParser.parse(Array(text.utf8))
        #expect(feed.entries.count == FeedParser.mostEntries)
        #expect(feed.issues.contains { $0.message.contains("3 more were skipped") })
    }

    @Test(.timeLimit(.minutes(5)))
    func endlessMembersAndValuesAreReadInLinearTime() throws {
        let members = repeatElement(#""x":0,"#, count: 200_000).joined()
        let item = "{" + members + #""uri":"urn:1","headline":"breed"}"#
        #expect(read(Array(item.utf8)).hasPrefix("error: not a feed"))
        let feed = #"{"items":[{"content_text":"a",\#(members)"id":"1"}]}"#
        #expect(try FeedParser.parse(Array(feed.utf8)).entries.map(\.id) == ["1"])
        let values = repeatElement("0,", count: JSONScanner.mostNodes).joined()
        #expect(read(Array("{\"items\":[\(values)0]}".utf8)).contains("more than \(JSONScanner.mostNodes) values"))
    }

    @Test(.timeLimit(.minutes(5)), arguments: ["[", "{\"a\":", "[{\"a\":[", "\"", "\\", "1", "-"])
    func deepAndLongTextsAreRefused(piece: String) {
        let text = "{\"version\":\"https://jsonfeed.org/version/1\",\"x\":" + String(repeating: piece, count: 200_000)
        #expect(read(Array(text.utf8)).hasPrefix("error: not a feed: this is JSON that breaks off"))
    }
}
