// One poll, one transaction: what the desk is shown, and what becomes of its decision.

import FeedModel
import FoundationEssentials
import GRDB
import Synchronization
import Testing

@testable import FeedStorage

@Suite struct CommitTests {
    /// What a desk that decides nothing is shown.
    private func known(to store: FeedStore, _ lookup: ReportLookup, at now: Date = start) async throws -> KnownReports {
        let seen = Mutex(KnownReports())
        _ = try await store.commit(poll("anp", at: now), lookup: lookup) { known in
            seen.withLock { $0 = known }
            return PollDecision()
        }
        return seen.withLock { $0 }
    }

    @Test func theSecondSourceJoinsTheStoryOfTheFirst() async throws {
        let store = try FeedStore.inMemory()
        try await store.register("anp", "rtr")
        try await store.take(ToyDesk.report("anp", "1", title: "Kop"))
        let result = try await store.take(ToyDesk.report("rtr", "1", title: "Kop", at: minutes(1)), at: minutes(1))
        #expect(result.decision.verdicts.map(\.kind) == ["joined"])
        let story = try #require(try await store.all(in: "alles").first)
        #expect(story.reports.map(\.identity.sourceID) == ["anp", "rtr"])
        #expect(story.record.agencies == ["ANP", "RTR"])
        #expect(try await store.totals() == StoreTotals(items: 2, stories: 1, duplicates: 1, damagedRows: 0))
    }

    @Test func pollingTheSameAgainChangesNothingButTheState() async throws {
        let store = try FeedStore.inMemory()
        try await store.register("anp")
        let reports = (0..<30).map { ToyDesk.report("anp", "\($0)", title: "Kop \($0)") }
        let first = try await store.take(reports)
        let before = try await store.dump().filter { !$0.hasPrefix("source") }
        let second = try await store.take(reports, at: minutes(5))
        #expect(first.changeNumber == 1)
        #expect(second.changeNumber == 1)
        #expect(second.decision.isEmpty)
        #expect(try await store.dump().filter { !$0.hasPrefix("source") } == before)
    }

    @Test func onlyAnEntryThatIsNewToItsSourceDatesItsNews() async throws {
        let store = try FeedStore.inMemory()
        try await store.register("anp", "rtr")
        let report = ToyDesk.report("anp", "1", title: "Kop")
        #expect(try await store.take(report).state.lastNew == start)
        let joined = ToyDesk.report("rtr", "1", title: "Kop", at: minutes(1))
        #expect(try await store.take(joined, at: minutes(1)).state.lastNew == minutes(1))
        #expect(try await store.pollStates().map(\.lastNew) == [start, minutes(1)])
        // What the next poll goes on from is what the store holds.
        let revised = ToyDesk.report("anp", "1", title: "Kop", body: "Meer")
        for (reports, date) in [([report], minutes(5)), ([revised], minutes(10)), ([], minutes(15))] {
            var record = poll("anp", at: date)
            record.state.lastNew = start
            let result = try await store.commit(record, lookup: ToyDesk.lookup(reports)) {
                ToyDesk.decide(reports, known: $0, now: date)
            }
            #expect(result.state == record.state)
            #expect(try await store.pollStates().first == record.state)
        }
    }

    @Test func theDeskSeesWholeStoriesAndThoseTheirKeysLeadTo() async throws {
        let store = try FeedStore.inMemory()
        try await store.register("anp", "rtr", "afp")
        // Story one: anp 1 and rtr 1 by "Kop", then rtr 1 gets the headline of story two.
        try await store.take(ToyDesk.report("anp", "1", title: "Kop"))
        try await store.take(ToyDesk.report("rtr", "1", title: "Kop", at: minutes(1)))
        try await store.take(ToyDesk.report("afp", "1", title: "Andere kop", at: minutes(2)))
        try await store.take(ToyDesk.report("afp", "2", title: "Niets mee te maken", at: minutes(2)))
        let revised = ToyDesk.report("rtr", "1", title: "Andere kop", at: minutes(1))
        _ = try await store.commit(poll("rtr"), lookup: ToyDesk.lookup([revised])) { known in
            guard let stored = known.reports.first(where: { $0.report.identity == revised.identity }) else {
                return PollDecision()
            }
            return PollDecision(
                reports: [ReportWrite(report: revised, storyID: stored.storyID, verdict: .revised(reason: "headline"))]
            )
        }
        let identity = EntryIdentity(sourceID: "anp", key: "1")
        let seen = try await known(to: store, ReportLookup(identities: [identity], matchKeys: []))
        #expect(seen.reports.map(\.report.identity.description) == ["afp/1", "anp/1", "rtr/1"])
        #expect(seen.stories.count == 2)
        #expect(seen.stories.map(\.id) == seen.stories.map(\.id).sorted())
        let byKey = ReportLookup(identities: [], matchKeys: [ToyDesk.hash("Kop")])
        #expect(try await known(to: store, byKey).reports.count == 3)
        let unknown = EntryIdentity(sourceID: "anp", key: "9")
        #expect(try await known(to: store, ReportLookup(identities: [unknown], matchKeys: [])).reports.isEmpty)
    }

    @Test func anAbsorbedStoryIsGoneAndItsNameLeadsToTheSurvivor() async throws {
        let store = try FeedStore.inMemory()
        try await store.register("anp", "rtr")
        try await store.take(ToyDesk.report("anp", "1", title: "Kop"))
        try await store.take(ToyDesk.report("rtr", "1", title: "Andere", at: minutes(1)))
        let ids = Set(try await store.all(in: "alles").map(\.id))
        let result = try await store.take(ToyDesk.report("rtr", "1", title: "Kop", at: minutes(1)), at: minutes(2))
        let absorbed = try #require(result.decision.absorbed.first)
        let survivor = try #require(ids.subtracting([absorbed]).first)
        #expect(try await store.all(in: "alles").map(\.id) == [survivor])
        #expect(try await store.survivor(of: absorbed) == survivor)
        #expect(try await store.survivor(of: survivor) == survivor)
        #expect(try await store.survivor(of: "ffffffffffffffff") == nil)
        #expect(try await store.inconsistencies() == [])
    }

    @Test func aChainOfAbsorptionsLeadsToTheLastSurvivor() async throws {
        let store = try FeedStore.inMemory()
        try await store.register("anp")
        let names: [StoryID] = ["a", "b", "c"]
        for (index, name) in names.enumerated() {
            try await write(store, report: "\(index)", story: name)
        }
        try await write(store, report: "0", story: "b", absorbed: ["a"])
        try await write(store, report: "0", story: "c")
        try await write(store, report: "1", story: "c", absorbed: ["b"])
        #expect(try await store.survivor(of: "a") == "c")
        #expect(try await store.survivor(of: "b") == "c")
        try await write(store, report: "0", story: "a")
        #expect(try await store.survivor(of: "a") == "a")
        #expect(try await store.inconsistencies() == [])
    }

    /// Puts one report into one story, as a desk that does not look.
    private func write(
        _ store: FeedStore,
        report key: String,
        story storyID: StoryID,
        absorbed: [StoryID] = [],
        hasStory: Bool = true
    ) async throws {
        let report = ToyDesk.report("anp", key, title: "Kop \(key)")
        let record = StoryRecord(
            id: storyID,
            published: start,
            updated: start,
            modified: start,
            preferred: report.identity,
            agencies: [],
            places: [],
            isForeign: nil
        )
        let stories = [StoryWrite(record: record, memberships: ToyDesk.memberships(record, []))]
        _ = try await store.commit(poll("anp"), lookup: ToyDesk.lookup([report])) { _ in
            PollDecision(
                reports: [ReportWrite(report: report, storyID: storyID, verdict: .new(reason: "told so"))],
                stories: hasStory ? stories : [],
                absorbed: absorbed
            )
        }
    }

    @Test func aStoryLeftByItsLastReportGoesEvenWhenTheDeskForgetsToSaySo() async throws {
        let store = try FeedStore.inMemory()
        try await store.register("anp")
        try await write(store, report: "1", story: "a")
        try await write(store, report: "1", story: "b")
        #expect(try await store.all(in: "alles").map(\.id) == ["b"])
        #expect(try await store.survivor(of: "a") == "b")
        #expect(try await store.inconsistencies() == [])
    }

    @Test func writesThatContradictEachOtherAreRefusedWhole() async throws {
        let store = try FeedStore.inMemory()
        try await store.register("anp")
        try await write(store, report: "1", story: "a")
        let before = try await store.dump()
        for (story, absorbed, hasStory) in [("b", [], false), ("b", ["a"], true)] as [(StoryID, [StoryID], Bool)] {
            let error = await #expect(throws: StoreError.self) {
                try await write(store, report: "2", story: story, absorbed: absorbed, hasStory: hasStory)
            }
            #expect(error?.kind == "rejected")
        }
        #expect(try await store.dump() == before)
        try await store.healthCheck()
    }

    @Test func aRevisionKeepsHowTheReportCameIn() async throws {
        let store = try FeedStore.inMemory()
        try await store.register("anp", "rtr")
        try await store.take(ToyDesk.report("anp", "1", title: "Kop"))
        try await store.take(ToyDesk.report("rtr", "1", title: "Kop"))
        try await store.take(ToyDesk.report("rtr", "1", title: "Kop", body: "Meer"), at: minutes(1))
        let explanation = try #require(try await store.explain("https://rtr.example/1").first)
        #expect(explanation.verdict == .joined(explanation.story.id, reason: "same headline"))
        #expect(explanation.revision == "text changed")
        #expect(try await store.totals().duplicates == 1)
    }
}

extension EntryIdentity {
    fileprivate var description: String { "\(sourceID)/\(key)" }
}
