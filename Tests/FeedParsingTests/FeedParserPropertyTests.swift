// What holds for every document: cutting it into chunks changes nothing, cutting it short loses no whole item,
// and no byte anywhere brings the parser down.

import FeedModel
import FeedParsing
import TestSupport
import Testing

@Suite struct FeedParserPropertyTests {
    private enum Outcome: Equatable {
        case feed(ParsedFeed)
        case error(FeedParsingError)

        init(chunks: [ArraySlice<UInt8>], options: ParseOptions) {
            var parser = FeedParser(options: options)
            for chunk in chunks { parser.push(chunk) }
            do {
                self = .feed(try parser.finish())
            } catch {
                self = .error(error)
            }
        }
    }

    @Test(arguments: FeedFixture.all)
    func anySplitParsesTheSame(_ fixture: FeedFixture) throws {
        let options = try fixture.expected().options
        let bytes = try Fixtures.bytes(fixture.document)
        let whole = Outcome(chunks: [bytes[...]], options: options)
        #expect(Outcome(chunks: bytes.indices.map { bytes[$0...$0] }, options: options) == whole)
        for seed in 1...5 as ClosedRange<UInt64> {
            var generator = SeededGenerator(seed: seed)
            #expect(Outcome(chunks: split(bytes, using: &generator), options: options) == whole, "seed \(seed)")
        }
    }

    /// Long documents pass the size at which the kind and encoding are settled before all is there.
    @Test(arguments: [
        "encoding/windows-1251.xml", "encoding/utf-16le-with-mark.xml", "damage/illegal-utf8.xml",
        "rss/quoted-declaration.xml",
    ])
    func anySplitOfALongDocumentParsesTheSame(_ path: String) throws {
        let bytes = try longDocument(from: Fixtures.bytes("parsing/" + path))
        let whole = Outcome(chunks: [bytes[...]], options: ParseOptions())
        for seed in 1...3 as ClosedRange<UInt64> {
            var generator = SeededGenerator(seed: seed)
            let chunks = split(bytes, using: &generator)
            #expect(Outcome(chunks: chunks, options: ParseOptions()) == whole, "seed \(seed)")
        }
        guard case .feed(let feed) = whole else {
            Issue.record("no feed")
            return
        }
        #expect(feed.entries.count == 100)
    }

    @Test(arguments: FeedFixture.all.filter { !$0.document.contains("/encoding/") })
    func truncationKeepsTheWholeItemsBeforeTheCut(_ fixture: FeedFixture) throws {
        let expected = try fixture.expected()
        let bytes = try Fixtures.bytes(fixture.document)
        guard expected.feed?.damaged == nil, expected.error == nil else { return }
        for cut in stride(from: 0, to: bytes.count, by: 5) {
            let whole = itemCount(of: bytes[..<cut])
            switch Outcome(chunks: [bytes[..<cut]], options: expected.options) {
            case .feed(let feed): #expect(feed.entries.count >= whole, "cut at \(cut)")
            case .error: #expect(whole == 0, "cut at \(cut)")
            }
        }
    }

    @Test(arguments: FeedFixture.all)
    func changedBytesNeverTrap(_ fixture: FeedFixture) throws {
        let options = try fixture.expected().options
        let bytes = try Fixtures.bytes(fixture.document)
        for seed in 1...20 as ClosedRange<UInt64> {
            var generator = SeededGenerator(seed: seed)
            var changed = bytes
            for _ in 0..<Int.random(in: 1...8, using: &generator) {
                guard let index = changed.indices.randomElement(using: &generator) else { continue }
                switch Int.random(in: 0..<3, using: &generator) {
                case 0: changed[index] = UInt8.random(in: 0...255, using: &generator)
                case 1: changed.remove(at: index)
                default: changed.insert(contentsOf: "<&]]>\"'!\0".utf8.shuffled(using: &generator), at: index)
                }
            }
            // Splitting differently must not matter either, however broken the document.
            let whole = Outcome(chunks: [changed[...]], options: options)
            #expect(Outcome(chunks: split(changed, using: &generator), options: options) == whole, "seed \(seed)")
        }
    }

    // MARK: - Documents

    private func split(_ bytes: [UInt8], using generator: inout SeededGenerator) -> [ArraySlice<UInt8>] {
        var chunks: [ArraySlice<UInt8>] = []
        var start = 0
        while start < bytes.count {
            let end = min(bytes.count, start + Int.random(in: 0...max(1, bytes.count / 4), using: &generator))
            chunks.append(bytes[start..<end])
            start = end
        }
        return chunks
    }

    /// The items that are complete; fixtures have no end tag of an item inside CDATA or comments.
    private func itemCount(of bytes: ArraySlice<UInt8>) -> Int {
        let text = String(decoding: bytes, as: UTF8.self).lowercased()
        return ["</item>", "</entry>", "</s:item>", "</at:entry>"].map { text.split(separator: $0).count }
            .reduce(0) { $0 + max(0, $1 - 1) }
    }

    /// The document with its only item a hundred times, in its own encoding.
    private func longDocument(from bytes: [UInt8]) throws -> [UInt8] {
        let width = bytes.starts(with: [0xFF, 0xFE]) ? 2 : 1
        func wide(_ text: String) -> [UInt8] { text.utf8.flatMap { width == 2 ? [$0, 0] : [$0] } }
        func place(of tag: String) throws -> Int {
            let wanted = wide(tag)
            return try #require(bytes.indices.first { bytes[$0...].starts(with: wanted) })
        }
        let start = try place(of: "<item>")
        let end = try place(of: "</item>") + wide("</item>").count
        return Array(bytes[..<start]) + (0..<100).flatMap { _ in bytes[start..<end] } + bytes[end...]
    }
}
