// Retention forgets and stays forgetful; reclassification decides anew and only once.

import FeedModel
import FoundationEssentials
import GRDB
import Testing

@testable import FeedStorage

private func days(_ count: Double) -> Date { start.addingTimeInterval(count * 86_400) }

@Suite struct HousekeepingTests {
    @Test func oldReportsGoWithTheirStoriesAndDoNotComeBack() async throws {
        let store = try FeedStore.inMemory()
        try await store.register("anp")
        let old = ToyDesk.report("anp", "old", title: "Oud", at: start)
        try await store.take(old, ToyDesk.report("anp", "new", title: "Nieuw", at: days(50)))
        #expect(try await store.retain(after: days(10), now: days(100)) == 1)
        #expect(try await store.all(in: "alles").map(\.headline) == ["Nieuw"])
        #expect(try await store.feedState("alles") == FeedState(changeNumber: 2, changedAt: days(100)))
        #expect(try await store.take(old, at: days(100)).decision.verdicts == [.dropped(reason: "expired")])
        #expect(try await store.inconsistencies() == [])
    }

    @Test func retainingAgainChangesNothing() async throws {
        let store = try FeedStore.inMemory()
        try await store.register("anp")
        try await store.take(ToyDesk.report("anp", "1", title: "Oud"), ToyDesk.report("anp", "2", title: "Ook oud"))
        #expect(try await store.retain(after: days(1), now: days(2)) == 2)
        let before = try await store.dump()
        #expect(try await store.retain(after: days(1), now: days(2)) == 0)
        #expect(try await store.dump() == before)
    }

    @Test func anExpiredEntryIsForgottenOncePublishersForgetIt() async throws {
        let store = try FeedStore.inMemory()
        try await store.register("anp")
        let listed = ToyDesk.report("anp", "listed", title: "Blijft staan")
        let gone = ToyDesk.report("anp", "gone", title: "Is weg")
        try await store.take(listed, gone)
        _ = try await store.retain(after: days(10), now: days(100))
        // Within a day the memory is not written again: a poll of known entries is read-only.
        let before = try await store.dump().filter { $0.hasPrefix("expired") }
        try await store.take(listed, at: days(100.5))
        #expect(try await store.dump().filter { $0.hasPrefix("expired") } == before)
        try await store.take(listed, at: days(150))
        _ = try await store.retain(after: days(110), now: days(200))
        #expect(try await store.take(listed, at: days(200)).decision.verdicts.map(\.kind) == ["dropped"])
        #expect(try await store.take(gone, at: days(200)).decision.verdicts.map(\.kind) == ["new"])
    }

    @Test func aStoryThatKeepsAReportShowsOneItStillHas() async throws {
        let store = try FeedStore.inMemory()
        try await store.register("anp", "rtr")
        try await store.take(ToyDesk.report("anp", "1", title: "Kop", at: start), at: start)
        try await store.take(ToyDesk.report("rtr", "1", title: "Kop", at: days(1)), at: days(1))
        let before = try #require(try await store.all(in: "alles").first)
        #expect(before.record.preferred.sourceID == "anp")
        #expect(try await store.retain(after: days(0.5), now: days(90)) == 1)
        let after = try #require(try await store.all(in: "alles").first)
        #expect(after.id == before.id)
        #expect(after.record.published == before.record.published)
        #expect(after.record.preferred.sourceID == "rtr")
        #expect(after.record.modified == days(90))
        #expect(try await store.feedState("alles").changeNumber == 3)
    }

    @Test func largeRetentionsRunInBatches() async throws {
        let store = try FeedStore.inMemory()
        try await store.register("anp")
        try await store.take((0..<1203).map { ToyDesk.report("anp", "\($0)", title: "Kop \($0 / 2)") })
        #expect(try await store.retain(after: days(1), now: days(2)) == 1203)
        #expect(try await store.totals() == StoreTotals(items: 0, stories: 0, duplicates: 0, damagedRows: 0))
        #expect(try await store.inconsistencies() == [])
    }

    @Test func retentionMakesTheFileSmaller() async throws {
        try await withTemporaryFolder { folder in
            let store = try FeedStore(path: folder("telex.db"))
            try await store.register("anp")
            let body = String(repeating: "lang ", count: 1000)
            try await store.take((0..<300).map { ToyDesk.report("anp", "\($0)", title: "Kop \($0)", body: body) })
            let pages = { @Sendable (reader: StoryReader) in
                try Int.fetchOne(reader.db, sql: "PRAGMA page_count") ?? 0
            }
            let before = try await store.read(pages)
            _ = try await store.retain(after: days(1), now: days(2))
            #expect(try await store.read(pages) < before / 4)
        }
    }

    @Test func aNewConfigurationDecidesAnewAndOnce() async throws {
        let store = try FeedStore.inMemory()
        try await store.register("anp")
        try await store.take((0..<450).map { ToyDesk.report("anp", "\($0)", title: "Kop \($0)", isForeign: $0 < 10) })
        let sports: @Sendable (StoryRecord, [Report]) -> [FeedMembership] = { record, reports in
            let isSport = reports.first?.entry.title == "Kop 449"
            return ToyDesk.memberships(record, reports).dropFirst()
                + [FeedMembership(feedID: "sport", isIncluded: isSport, reason: "word")]
        }
        #expect(try await store.reclassify(digest: "1", now: minutes(9), memberships: ToyDesk.memberships))
        #expect(try await store.changeNumber() == 1)
        #expect(try await store.reclassify(digest: "2", now: minutes(9), memberships: sports))
        #expect(try await store.all(in: "sport").map(\.headline) == ["Kop 449"])
        #expect(try await store.all(in: "alles").isEmpty)
        #expect(try await store.all(in: "buitenland").count == 10)
        #expect(try await store.feedState("sport").changedAt == minutes(9))
        #expect(try await store.feedState("buitenland").changeNumber == 1)
        let before = try await store.dump()
        #expect(try await !store.reclassify(digest: "2", now: minutes(99), memberships: sports))
        #expect(try await store.dump() == before)
        #expect(try await store.inconsistencies() == [])
    }

    @Test func housekeepingIsAnnounced() async throws {
        let store = try FeedStore.inMemory()
        try await store.register("anp")
        try await store.take(ToyDesk.report("anp", "1", title: "Kop"))
        var changes = store.changeStream().makeAsyncIterator()
        _ = try await store.reclassify(digest: "none", now: start) { _, _ in [] }
        #expect(await changes.next() == 2)
        _ = try await store.reclassify(digest: "all", now: start, memberships: ToyDesk.memberships)
        #expect(await changes.next() == 3)
        _ = try await store.retain(after: days(1), now: days(2))
        #expect(await changes.next() == 4)
    }
}
