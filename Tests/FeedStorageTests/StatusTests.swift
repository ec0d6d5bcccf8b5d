// Counts for the status page, and explanations of single items.

import FeedModel
import FoundationEssentials
import Testing

@testable import FeedStorage

@Suite struct StatusTests {
    @Test func itemsAreCountedBySourceAndHour() async throws {
        let store = try FeedStore.inMemory()
        try await store.register("anp", "rtr")
        let now = minutes(24 * 60)
        try await store.take(
            ToyDesk.report("anp", "1", title: "Te oud", at: start),
            ToyDesk.report("anp", "2", title: "Oudste uur", at: minutes(1)),
            ToyDesk.report("anp", "3", title: "Dit uur", at: now),
            ToyDesk.report("anp", "4", title: "Ook dit uur", at: minutes(24 * 60 - 59)),
            ToyDesk.report("anp", "5", title: "Vorig uur", at: minutes(24 * 60 - 60)),
            ToyDesk.report("anp", "6", title: "In de toekomst", at: minutes(24 * 60 + 1))
        )
        try await store.take(ToyDesk.report("rtr", "1", title: "Dit uur", at: now))
        let statuses = try await store.sourceStatuses(now: now)
        #expect(statuses.map(\.counts.items) == [6, 1])
        #expect(statuses.map(\.counts.duplicates) == [0, 1])
        #expect(statuses.first?.counts.itemsPerHour == [1] + [Int](repeating: 0, count: 21) + [1, 2])
        #expect(statuses.last?.counts.itemsPerHour == [Int](repeating: 0, count: 23) + [1])
    }

    @Test func statesAloneAreThoseOfTheWholeStatus() async throws {
        let store = try FeedStore.inMemory()
        try await store.register("rtr", "anp", "weg")
        try await store.take(ToyDesk.report("anp", "1", title: "Kop"))
        try await store.register("rtr", "anp")
        let states = try await store.pollStates()
        #expect(states.map(\.sourceID) == ["anp", "rtr"])
        #expect(states == (try await store.sourceStatuses(now: start).map(\.state)))
    }

    @Test func sourcesWithoutItemsHaveEmptyHours() async throws {
        let store = try FeedStore.inMemory()
        try await store.register("anp")
        let counts = try await store.sourceStatuses(now: start).map(\.counts)
        #expect(counts == [SourceCounts(itemsPerHour: [Int](repeating: 0, count: 24))])
    }

    @Test func anItemIsExplainedByWhateverNamesIt() async throws {
        let store = try FeedStore.inMemory()
        try await store.register("anp", "rtr")
        try await store.take(ToyDesk.report("anp", "1", title: "Crisis op Curaçao in ÉÉN dag", isForeign: false))
        try await store.take(ToyDesk.report("rtr", "9", title: "Iets anders", at: minutes(1)))
        let story = try #require(try await store.all(in: "alles").last)
        for query in ["1", "guid-1", "https://anp.example/1", story.id.rawValue, "CURAÇAO", "één DAG"] {
            let found = try await store.explain(query)
            #expect(found.map(\.report.report.identity.sourceID) == ["anp"], "\(query)")
        }
        let explanation = try #require(try await store.explain("guid-1").first)
        #expect(explanation.story == story.record)
        #expect(explanation.verdict == .new(reason: "no such headline"))
        #expect(explanation.revision == nil)
        #expect(explanation.memberships.map(\.isIncluded) == [true, false])
        #expect(explanation.memberships.map(\.reason) == ["takes everything", "scope foreign, story false"])
        for query in ["", "bestaat niet", "%", "_"] {
            #expect(try await store.explain(query) == [], "\(query)")
        }
    }

    @Test func anAbsorbedStoryIsExplainedByItsOldName() async throws {
        let store = try FeedStore.inMemory()
        try await store.register("anp", "rtr")
        try await store.take(ToyDesk.report("anp", "1", title: "Kop"))
        try await store.take(ToyDesk.report("rtr", "2", title: "Andere"))
        let result = try await store.take(ToyDesk.report("rtr", "2", title: "Kop"))
        let absorbed = try #require(result.decision.absorbed.first)
        #expect(try await store.explain(absorbed.rawValue).count == 2)
    }

    @Test func explanationsAreFew() async throws {
        let store = try FeedStore.inMemory()
        try await store.register("anp")
        let reports = (0..<30).map { ToyDesk.report("anp", "\($0)", title: "Kop \($0)", at: minutes(Double($0))) }
        try await store.take(reports)
        let found = try await store.explain("kop")
        #expect(found.count == FeedStore.explanationLimit)
        #expect(found.first?.report.report.entry.title == "Kop 29")
    }
}
