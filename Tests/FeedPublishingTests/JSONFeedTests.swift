// JSON Feed read back as any reader would.

import FeedModel
import FoundationEssentials
import Testing

@testable import FeedPublishing

struct JSONFeedTests {
    /// The fields the product's surface promises.
    private struct Feed: Decodable {
        struct Item: Decodable {
            struct Author: Decodable { var name: String }
            struct Telex: Decodable {
                struct Report: Decodable {
                    var source: String
                    var id: String
                    var url: String?
                    var title: String?
                    var published: String
                    var agencies: [String]
                }
                var headlineHash: String?
                var dateline: String?
                var places: [String]
                var agencies: [String]
                var foreign: Bool?
                var reports: [Report]
            }
            var id: String
            var title: String
            var url: String
            var contentHtml: String?
            var contentText: String?
            var datePublished: String
            var dateModified: String
            var authors: [Author]
            var tags: [String]?
            var _telex: Telex
        }
        var version: String
        var nextUrl: String?
        var items: [Item]
    }

    private func read(_ page: FeedPage) throws -> Feed {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return try decoder.decode(Feed.self, from: Data(JSONFeed.render(page)))
    }

    @Test func storyCarriesItsCreditsAndReports() throws {
        let item = try #require(try read(Samples.page([Samples.quake])).items.first)
        #expect(item._telex.headlineHash == "00abcdef01234567")
        #expect(item._telex.dateline == "SANTIAGO (ANP/RTR/AFP)")
        #expect(item._telex.places == ["SANTIAGO", "ANTOFAGASTA"])
        #expect(item._telex.agencies == ["ANP", "RTR", "AFP"])
        #expect(item._telex.foreign == true)
        #expect(item._telex.reports.map(\.source) == ["anp", "reuters", "afp"])
        #expect(item._telex.reports.first?.id == "buitenland/1001")
        #expect(item._telex.reports.first?.url == "https://anp.example.org/buitenland/1001")
        #expect(item._telex.reports.first?.published == "2026-01-24T09:42:00Z")
        #expect(item._telex.reports.map(\.agencies) == [["ANP"], ["RTR"], ["AFP"]])
        #expect(item.authors.map(\.name) == ["ANP", "RTR", "AFP"])
        #expect(item.tags == ["SANTIAGO", "ANTOFAGASTA"])
        #expect(item.datePublished == "2026-01-24T09:42:00Z")
        #expect(item.dateModified == "2026-01-24T10:13:00Z")
    }

    @Test func hostileTextComesBackWithoutWhatXMLForbids() throws {
        let item = try #require(try read(Samples.page(Samples.hostile)).items.first)
        #expect(item.title.hasPrefix("]]> <script>alert(1)</script> & \"aanhalingstekens\" 'zo' "))
        #expect(!item.title.unicodeScalars.contains { $0.value < 0x20 })
    }

    @Test func everyItemHasATextOfOneKind() throws {
        for item in try read(Samples.page(Samples.ordinary + Samples.hostile)).items {
            #expect((item.contentHtml == nil) != (item.contentText == nil))
        }
    }

    @Test func unknownScopeIsAbsent() throws {
        var story = Samples.quake
        story.record.isForeign = nil
        #expect(try read(Samples.page([story])).items.first?._telex.foreign == nil)
    }

    @Test func nextPageIsNamedWhenThereIsOne() throws {
        #expect(try read(Samples.page([])).nextUrl == nil)
        let next = try read(Samples.page([], number: 3, hasOlder: true)).nextUrl
        #expect(next == "https://nieuws.example.nl/buitenland.json?page=4")
    }
}
