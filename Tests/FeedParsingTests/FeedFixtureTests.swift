// Every document of Fixtures/parsing with an expectation beside it: one oddity each, named by its file.

import FeedParsing
import FoundationEssentials
import TestSupport
import Testing

/// A document and the path of its expectation, both below Fixtures.
struct FeedFixture: CustomTestStringConvertible, Sendable {
    let document: String

    var expectation: String { String(document.dropLast(4)) + ".json" }
    var testDescription: String { document }

    func expected() throws -> FixtureExpectation {
        try JSONDecoder().decode(FixtureExpectation.self, from: Data(try Fixtures.bytes(expectation)))
    }

    static let folders = ["rss", "rdf", "atom", "damage", "encoding", "wire"]

    static let all: [FeedFixture] = folders.flatMap { folder in
        let files = (try? Fixtures.files(in: "parsing/\(folder)", suffix: ".xml")) ?? []
        return files.map { FeedFixture(document: "parsing/\(folder)/\($0)") }
    }
}

@Suite struct FeedFixtureTests {
    @Test func everyFolderHasFixtures() {
        for folder in FeedFixture.folders {
            #expect(FeedFixture.all.contains { $0.document.hasPrefix("parsing/\(folder)/") })
        }
    }

    @Test(arguments: FeedFixture.all)
    func documentGivesWhatIsExpected(_ fixture: FeedFixture) throws {
        let expected = try fixture.expected()
        let bytes = try Fixtures.bytes(fixture.document)
        do {
            let feed = FeedDump(try FeedParser.parse(bytes, options: expected.options))
            let wanted = try #require(expected.feed, "a feed where none was expected")
            #expect(feed.items == wanted.items)
            #expect(feed == wanted)
        } catch let error as FeedParsingError {
            #expect(error.description == expected.error)
        }
    }
}
