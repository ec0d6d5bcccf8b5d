// Entries that say only when they were last changed: dated by it once, and not moved by it later.

import FeedModel
import FoundationEssentials
import Testing

@testable import FeedDesk

@Suite struct UpdatedDateTests {
    private let anp = Source.test("anp", priority: 10)
    private let rtr = Source.test("rtr")
    private let now = noon.addingTimeInterval(72 * 3600)
    private let headline = "Overleg over wapenstilstand loopt vast"

    private func newsroom(retention: Duration = .seconds(30 * 86_400)) -> Newsroom {
        var configuration = Configuration()
        configuration.sources = [anp, rtr]
        configuration.storage.retention = retention
        return Newsroom(configuration)
    }

    /// Without `published`; `hours` after `noon`.
    private func entry(_ id: String, _ summary: String, updated hours: Double?) -> ParsedEntry {
        var entry = ParsedEntry.test(id, headline, summary, minutes: nil)
        entry.updated = hours.map { noon.addingTimeInterval($0 * 3600) }
        return entry
    }

    private func identity(_ source: SourceID, _ id: String) -> EntryIdentity {
        EntryIdentity(sourceID: source, key: "1g:\(id)")
    }

    @Test func theStoryIsPublishedWhenItsEntryWasUpdated() throws {
        var room = newsroom()
        let decision = room.poll(anp, [entry("a", "GENÈVE (ANP) - Geen akkoord.", updated: 1)], now: now)
        let record = try #require(decision.stories.first?.record)
        #expect(record.published == noon + 3600)
        #expect(record.updated == noon + 3600)
        #expect(record.modified == now)
    }

    @Test func aMovingUpdatedAloneIsNoRevision() {
        var room = newsroom()
        room.poll(anp, [entry("a", "GENÈVE (ANP) - Geen akkoord.", updated: 1)], now: now)
        let again = room.poll(anp, [entry("a", "GENÈVE (ANP) - Geen akkoord.", updated: 74)], now: now + 10_800)
        #expect(again.isEmpty)
        #expect(again.verdicts == [.unchanged])
        #expect(room.reports[identity("anp", "a")]?.report.date == noon + 3600)
    }

    @Test(arguments: [nil, -5, 2, 71, 90] as [Double?])
    func aRevisionKeepsTheDateUnderWhichItsReportWasTakenIn(hours: Double?) throws {
        var room = newsroom()
        room.poll(anp, [entry("a", "GENÈVE (ANP) - Geen akkoord.", updated: 1)], now: now)
        let revised = entry("a", "GENÈVE (ANP) - Toch een akkoord.", updated: hours)
        room.poll(anp, [revised], now: now + 60)
        let record = try #require(room.story(of: identity("anp", "a"))?.record)
        #expect(record.published == noon + 3600)
        #expect(record.updated == now + 60)
        #expect(room.reports[identity("anp", "a")]?.report.date == noon + 3600)
        #expect(room.poll(anp, [revised], now: now + 120).isEmpty)
    }

    @Test func aPublishedDateThatGoesMissingStillCounts() {
        var room = newsroom()
        room.poll(anp, [.test("a", headline, "GENÈVE (ANP) - Geen akkoord.")], now: now)
        room.poll(anp, [entry("a", "GENÈVE (ANP) - Toch een akkoord.", updated: 71)], now: now + 60)
        #expect(room.reports[identity("anp", "a")]?.report.date == noon)
    }

    @Test func aRevisionStretchesNoStoryToALaterEvent() {
        var room = newsroom()
        room.poll(anp, [entry("a", "GENÈVE (ANP) - Geen akkoord.", updated: 0)], now: now)
        room.poll(anp, [entry("a", "GENÈVE (ANP) - Toch een akkoord.", updated: 72)], now: now)
        // Three days after the report, and an hour after its revision.
        room.poll(rtr, [.test("r", headline, "GENEVE (Reuters) - No deal.", minutes: 73 * 60)], now: now + 7200)
        #expect(room.stories.count == 2)
    }

    @Test func aRevisionIsStillFoundByReportsOfItsOwnTime() {
        var room = newsroom()
        room.poll(anp, [entry("a", "GENÈVE (ANP) - Geen akkoord.", updated: 0)], now: now)
        room.poll(anp, [entry("a", "GENÈVE (ANP) - Toch een akkoord.", updated: 72)], now: now)
        room.poll(rtr, [.test("r", headline, "GENEVE (Reuters) - No deal.", minutes: 5)], now: now + 60)
        #expect(room.stories.count == 1)
    }

    @Test func retentionGoesByUpdatedToo() {
        var room = newsroom(retention: .seconds(86_400))
        let decision = room.poll(anp, [entry("a", "GENÈVE (ANP) - Geen akkoord.", updated: 47)], now: now)
        #expect(decision.verdicts == [.dropped(reason: "older than the retention of 24h")])
        #expect(room.poll(anp, [entry("a", "GENÈVE (ANP) - Geen akkoord.", updated: 49)], now: now).stories.count == 1)
    }

    @Test func aDateInTheFutureCountsAsFirstSeen() throws {
        var room = newsroom()
        let decision = room.poll(anp, [entry("a", "GENÈVE (ANP) - Geen akkoord.", updated: 100)], now: now)
        #expect(decision.stories.first?.record.published == now)
    }
}
