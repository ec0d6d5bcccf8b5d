// Registering and leasing: who may poll what, and when.

import FeedModel
import FoundationEssentials
import Testing

@testable import FeedStorage

@Suite struct SourceTests {
    private func lease(
        _ store: FeedStore,
        at now: Date,
        owner: String = "a",
        limit: Int = 10
    ) async throws -> [SourceID] {
        let until = now.addingTimeInterval(60)
        return try await store.leaseDue(now: now, limit: limit, owner: owner, until: until).map(\.sourceID)
    }

    @Test func newSourcesAreDueAtTheirFirstPollLongestDueFirst() async throws {
        let store = try FeedStore.inMemory()
        let first: [SourceID: Date] = ["anp": minutes(3), "rtr": minutes(1), "afp": minutes(2)]
        try await store.register(first.keys.sorted().map { source($0) }, now: start) { first[$0.id] ?? start }
        #expect(try await store.nextDue() == minutes(1))
        #expect(try await lease(store, at: start).isEmpty)
        #expect(try await lease(store, at: minutes(2)) == ["rtr", "afp"])
        #expect(try await store.nextDue() == minutes(3))
        #expect(try await lease(store, at: minutes(3)) == ["rtr", "afp", "anp"])
    }

    @Test func limitLeasesNoMore() async throws {
        let store = try FeedStore.inMemory()
        try await store.register("a", "b", "c")
        #expect(try await lease(store, at: start, limit: 2) == ["a", "b"])
        #expect(try await lease(store, at: start, limit: 0) == [])
        #expect(try await lease(store, at: start, limit: -1) == [])
        #expect(try await lease(store, at: start, limit: .max) == ["c"])
    }

    @Test func aLeaseExcludesOthersUntilItEnds() async throws {
        let store = try FeedStore.inMemory()
        try await store.register("anp")
        #expect(try await lease(store, at: start, owner: "a") == ["anp"])
        #expect(try await lease(store, at: start.addingTimeInterval(59), owner: "b") == [])
        #expect(try await store.sourceStatuses(now: start).map(\.leasedBy) == ["a"])
        #expect(try await store.nextDue() == start.addingTimeInterval(60))
        #expect(try await store.sourceStatuses(now: start.addingTimeInterval(60)).map(\.leasedBy) == [nil])
        #expect(try await lease(store, at: start.addingTimeInterval(60), owner: "b") == ["anp"])
    }

    @Test func leasesAreReleasedByOwner() async throws {
        let store = try FeedStore.inMemory()
        try await store.register("anp", "rtr")
        #expect(try await lease(store, at: start, owner: "a", limit: 1) == ["anp"])
        #expect(try await lease(store, at: start, owner: "b") == ["rtr"])
        try await store.releaseLeases(of: "a")
        #expect(try await lease(store, at: start, owner: "c") == ["anp"])
        #expect(try await lease(store, at: start, owner: "d") == [])
    }

    @Test func finishStoresTheStateAndReleasesTheLease() async throws {
        let store = try FeedStore.inMemory()
        try await store.register("anp")
        let leased = try await store.leaseDue(now: start, limit: 1, owner: "desk", until: minutes(1))
        #expect(leased.map(\.due) == [start])
        #expect(leased.map(\.state.outcome) == [.never])
        try await store.finish(poll("anp"))
        let status = try #require(try await store.sourceStatuses(now: start).first)
        #expect(status.leasedBy == nil)
        #expect(status.state == poll("anp").state)
        #expect(try await store.nextDue() == minutes(5))
    }

    @Test func whoLostTheLeaseStoresEntriesButNotTheState() async throws {
        let store = try FeedStore.inMemory()
        try await store.register("anp")
        #expect(try await lease(store, at: start, owner: "slow") == ["anp"])
        #expect(try await lease(store, at: minutes(2), owner: "quick") == ["anp"])
        let report = ToyDesk.report("anp", "1", title: "Kop")
        _ = try await store.commit(poll("anp", owner: "slow"), lookup: ToyDesk.lookup([report])) {
            ToyDesk.decide([report], known: $0, now: start)
        }
        try await store.finish(poll("anp", owner: "slow"))
        let status = try #require(try await store.sourceStatuses(now: minutes(2)).first)
        #expect(status.state.outcome == .never)
        #expect(status.leasedBy == "quick")
        #expect(status.counts.items == 1)
    }

    @Test func disabledAbsentAndStoppedSourcesAreNeverLeased() async throws {
        let store = try FeedStore.inMemory()
        try await store.register("anp", "rtr", "afp")
        var disabled = source("anp")
        disabled.isEnabled = false
        try await store.register([disabled, source("afp")], now: start) { _ in start }
        var stopped = poll("afp")
        stopped.state.outcome = .gone
        stopped.state.nextPoll = nil
        try await store.finish(stopped)
        #expect(try await lease(store, at: minutes(9)) == [])
        #expect(try await store.leaseAll(now: start, owner: "a", until: minutes(1)) == [])
        #expect(try await store.nextDue() == nil)
        #expect(try await store.sourceStatuses(now: start).map(\.state.sourceID) == ["afp", "anp"])
    }

    @Test func leaseAllTakesWhatIsNotDueButNotWhatIsLeased() async throws {
        let store = try FeedStore.inMemory()
        try await store.register([source("anp"), source("rtr")], now: start) { _ in minutes(60) }
        #expect(try await store.leaseAll(now: start, owner: "a", until: minutes(1)).map(\.sourceID) == ["anp", "rtr"])
        #expect(try await store.leaseAll(now: start, owner: "b", until: minutes(1)).isEmpty)
    }

    @Test func aSourceThatComesBackKeepsItsTimeAndEntries() async throws {
        let store = try FeedStore.inMemory()
        try await store.register("anp", "rtr")
        try await store.take(ToyDesk.report("anp", "1", title: "Kop"))
        try await store.register("rtr")
        #expect(try await store.sourceStatuses(now: start).map(\.state.sourceID) == ["rtr"])
        #expect(try await store.all(in: "alles").count == 1)
        try await store.register("anp", "rtr")
        let status = try #require(try await store.sourceStatuses(now: start).first)
        #expect(status.state.nextPoll == minutes(5))
        #expect(status.counts.items == 1)
    }

    @Test func registeringAgainChangesNothing() async throws {
        let store = try FeedStore.inMemory()
        try await store.register("anp")
        try await store.finish(poll("anp"))
        let before = try await store.dump()
        try await store.register([source("anp")], now: minutes(9)) { _ in minutes(99) }
        #expect(try await store.dump() == before)
    }

    @Test func aChangedAddressForgetsWhatTheOldOneTaught() async throws {
        let store = try FeedStore.inMemory()
        try await store.register("anp")
        var record = poll("anp")
        record.state.validators = HTTPValidators(etag: "\"1\"")
        record.state.validatorsSince = start
        record.state.movedTo = "https://moved.example/"
        record.state.ttlSeconds = 3600
        try await store.finish(record)
        try await store.register([source("anp", url: "https://other.example/")], now: start) { _ in minutes(1) }
        let state = try #require(try await store.sourceStatuses(now: start).first?.state)
        #expect(state.validators.isEmpty)
        #expect(state.validatorsSince == nil)
        #expect(state.movedTo == nil)
        #expect(state.ttlSeconds == nil)
        #expect(state.nextPoll == minutes(5))
    }

    @Test(arguments: [PollOutcome.gone, .failed, .rateLimited])
    func aChangedAddressStartsAfreshWhatFailedButNotWhatIsLimited(outcome: PollOutcome) async throws {
        let store = try FeedStore.inMemory()
        try await store.register("anp")
        var record = poll("anp")
        record.state.outcome = outcome
        record.state.failures = 1
        record.state.nextPoll = outcome == .gone ? nil : minutes(60)
        try await store.finish(record)
        try await store.register([source("anp")], now: start) { _ in minutes(1) }
        #expect(try await store.sourceStatuses(now: start).first?.state == record.state)
        try await store.register([source("anp", url: "https://other.example/")], now: start) { _ in minutes(1) }
        let state = try #require(try await store.sourceStatuses(now: start).first?.state)
        #expect(state.nextPoll == (outcome == .rateLimited ? minutes(60) : minutes(1)))
        #expect(state.failures == (outcome == .rateLimited ? 1 : 0))
    }

    @Test func aClockSetBackDoesNotSilenceASource() async throws {
        let store = try FeedStore.inMemory()
        try await store.register("anp")
        try await store.finish(poll("anp", at: minutes(500_000)))
        try await store.register("anp")
        let due = try #require(try await store.nextDue())
        #expect(abs(due.timeIntervalSince(minutes(5))) < 0.001)
        try await store.register("anp")
        #expect(try await store.nextDue() == due)
    }

    @Test func aPollOfAnUnknownSourceIsAnErrorAndStoresNothing() async throws {
        let store = try FeedStore.inMemory()
        try await store.register("anp")
        await #expect(throws: StoreError.unknownSource("rtr")) { try await store.finish(poll("rtr")) }
        await #expect(throws: StoreError.unknownSource("rtr")) {
            try await store.take(ToyDesk.report("rtr", "1", title: "Kop"))
        }
        #expect(try await store.totals().items == 0)
    }

    @Test func addressesWithPasswordsAreNotStored() async throws {
        try await withTemporaryFolder { folder in
            let store = try FeedStore(path: folder("telex.db"))
            let secret = source("anp", url: "https://desk:geheim@anp.example/")
            try await store.register([secret], now: start) { _ in start }
            let stored = try folder.names.flatMap { try folder.bytes($0) }
            #expect(!stored.isEmpty)
            #expect(!String(decoding: stored, as: UTF8.self).contains("geheim"))
        }
    }
}
