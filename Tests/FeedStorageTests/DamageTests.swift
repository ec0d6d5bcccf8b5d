// Rows that cannot be read: counted, left where they are, written anew by the next document.

import FeedModel
import FoundationEssentials
import GRDB
import Testing

@testable import FeedStorage

@Suite struct DamageTests {
    private func damaged(_ sql: String) async throws -> FeedStore {
        let store = try FeedStore.inMemory()
        try await store.register("anp", "rtr")
        try await store.take(
            ToyDesk.report("anp", "1", title: "Een", isForeign: true),
            ToyDesk.report("anp", "2", title: "Twee", at: minutes(1))
        )
        try await store.take(ToyDesk.report("rtr", "1", title: "Een", at: minutes(2)))
        try await store.writer.write { db in try db.execute(sql: sql) }
        return store
    }

    @Test func aDamagedReportIsLeftOutAndCounted() async throws {
        let store = try await damaged("UPDATE report SET authors = '{' WHERE sourceID = 'rtr'")
        let stories = try await store.all(in: "alles")
        #expect(stories.map(\.reports.count) == [1, 1])
        #expect(try await store.totals() == StoreTotals(items: 3, stories: 2, duplicates: 1, damagedRows: 1))
    }

    @Test func theNextDocumentRepairsADamagedReport() async throws {
        let store = try await damaged("UPDATE report SET evidence = 'guess' WHERE sourceID = 'rtr'")
        try await store.take(ToyDesk.report("rtr", "1", title: "Een", at: minutes(2)))
        #expect(try await store.all(in: "alles").map(\.reports.count).max() == 2)
        #expect(try await store.inconsistencies() == [])
    }

    @Test func theNextDocumentRepairsADamagedStory() async throws {
        let store = try await damaged("UPDATE story SET agencies = 'ANP' WHERE isForeign")
        #expect(try await store.all(in: "alles").map(\.headline) == ["Twee"])
        try await store.take(
            ToyDesk.report("anp", "1", title: "Een", isForeign: true),
            ToyDesk.report("anp", "2", title: "Twee", at: minutes(1))
        )
        #expect(try await store.all(in: "alles").map(\.headline) == ["Twee", "Een"])
        #expect(try await store.inconsistencies() == [])
    }

    @Test func aDamagedReportFollowsItsStoryIntoAnother() async throws {
        let store = try await damaged("UPDATE report SET authors = '{' WHERE sourceID = 'rtr'")
        let result = try await store.take(ToyDesk.report("anp", "1", title: "Twee"), at: minutes(3))
        #expect(result.decision.absorbed.count == 1)
        #expect(try await store.totals().items == 3)
        #expect(try await store.inconsistencies() == [])
    }

    @Test func pagesAreFullInSpiteOfDamage() async throws {
        let store = try FeedStore.inMemory()
        try await store.register("anp")
        let reports = (0..<20).map { ToyDesk.report("anp", "\($0)", title: "Kop \($0)", at: minutes(Double($0))) }
        try await store.take(reports)
        try await store.writer.write { db in
            try db.execute(sql: "UPDATE report SET authors = 'x' WHERE CAST(identityKey AS INTEGER) > 7")
        }
        let page = try await store.stories(in: "alles", limit: 5, before: nil, publishedAfter: nil)
        #expect(page.map(\.headline) == (3...7).reversed().map { "Kop \($0)" })
        #expect(try await store.stories(in: "alles", changedAfter: 0, limit: 3).count == 3)
    }

    @Test func aDamagedPollStateIsDueAtOnceAndMadeAnew() async throws {
        let store = try await damaged("UPDATE source SET outcome = 'vague', nextPoll = NULL WHERE id = 'anp'")
        #expect(try await store.sourceStatuses(now: start).map(\.state.sourceID) == ["anp", "rtr"])
        try await store.register("anp", "rtr")
        try await store.finish(poll("anp", at: minutes(1)))
        #expect(try await store.sourceStatuses(now: start).first?.state == poll("anp", at: minutes(1)).state)
    }
}
