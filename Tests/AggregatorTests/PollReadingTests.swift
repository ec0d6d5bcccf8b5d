// Several documents of one source: what holds for all of them, and what for one alone.

import FeedDesk
import FeedFetching
import FeedModel
import FoundationEssentials
import Testing

@testable import Aggregator

@Suite struct PollReadingTests {
    private let desk = Desk(configuration: Configuration())
    private let now = Date(timeIntervalSince1970: 1_768_471_200)
    private let source = Source(id: "map", url: "file:///srv/in", interval: .seconds(300))

    private func delivered(_ number: Int, sender: String, version: Int = 1) -> FetchedDocument {
        let text = """
            <newsMessage><header><sender>\(sender)</sender></header><itemSet>\
            <newsItem guid="urn:x:\(number)" version="\(version)"><contentMeta><headline>Kop \(number)</headline>\
            </contentMeta><contentSet><inlineData contenttype="text/plain">Versie \(version).</inlineData></contentSet>\
            </newsItem></itemSet></newsMessage>
            """
        return FetchedDocument(
            bytes: Array(text.utf8),
            contentType: nil,
            url: "file:///srv/in/\(number)-\(version).xml"
        )
    }

    private func read(_ documents: [FetchedDocument]) -> PollReading {
        PollReading(documents, of: source, desk: desk, now: now)
    }

    @Test func theTitleOfOneSenderIsNotThatOfTheOthers() {
        let mixed = read([delivered(1, sender: "reuters.com"), delivered(2, sender: "Press Association")])
        #expect(mixed.feed?.title == nil)
        #expect(mixed.reports.map(\.attribution.agencies) == [[], []])
        let same = read([delivered(1, sender: "Press Association"), delivered(2, sender: "Press Association")])
        #expect(same.feed?.title == "Press Association")
        #expect(same.reports.map(\.attribution.agencies) == [["PA"], ["PA"]])
    }

    @Test func ofTheVersionsLeftInTheFolderTheHighestCounts() {
        let left = [delivered(1, sender: "x", version: 10), delivered(1, sender: "x", version: 9)]
        #expect(read(left).reports.map(\.attribution.lead) == ["Versie 10."])
        #expect(read(left.reversed()).reports.map(\.attribution.lead) == ["Versie 10."])
    }
}
