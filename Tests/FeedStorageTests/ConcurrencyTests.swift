// Many at once: everything lands, each failure is its own, and two processes take turns.

import Dispatch
import FeedModel
import FoundationEssentials
import GRDB
import Synchronization
import TestSupport
import Testing

@testable import FeedStorage

@Suite struct ConcurrencyTests {
    @Test func commitsOfManyTasksAllLand() async throws {
        try await withTemporaryFolder { folder in
            let store = try FeedStore(path: folder("telex.db"))
            let ids = (0..<8).map { SourceID(rawValue: "s\($0)") }
            try await store.register(ids.map { source($0) }, now: start) { _ in start }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for id in ids {
                    group.addTask {
                        for poll in 0..<20 {
                            let names = (0..<5).map { "\(poll)-\($0)" }
                            let reports = names.map { ToyDesk.report(id, $0, title: "Kop \($0)") }
                            try await store.take(reports, at: minutes(Double(poll)))
                        }
                    }
                }
                try await group.waitForAll()
            }
            #expect(try await store.totals() == StoreTotals(items: 800, stories: 100, duplicates: 700, damagedRows: 0))
            #expect(try await store.all(in: "alles").allSatisfy { $0.reports.count == 8 })
            #expect(try await store.changeNumber() == 160)
            #expect(try await store.inconsistencies() == [])
        }
    }

    @Test func queuedPollsShareATransactionAndFailAlone() async throws {
        let store = try FeedStore.inMemory()
        try await store.register("anp", "rtr")
        let commits = Mutex(0)
        let gate = DispatchSemaphore(value: 0)
        store.writer.asyncWriteWithoutTransaction { db in
            db.add(transactionObserver: CommitCounter { commits.withLock { $0 += 1 } }, extent: .databaseLifetime)
            gate.wait()
        }
        let results = try await withThrowingTaskGroup(of: Bool.self) { group in
            for index in 0..<10 {
                group.addTask {
                    // Every fifth poll is of a source nobody registered.
                    let id: SourceID = index % 5 == 0 ? "afp" : "anp"
                    do {
                        try await store.take(ToyDesk.report(id, "\(index)", title: "Kop \(index)"))
                        return true
                    } catch StoreError.unknownSource("afp") {
                        return false
                    }
                }
            }
            while store.queue.count < 10 { await Task.yield() }
            gate.signal()
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(results.filter { $0 }.count == 8)
        #expect(try await store.totals().items == 8)
        #expect(commits.withLock { $0 } == 1)
        try await store.healthCheck()
    }

    @Test func twoStoresOnOneFileRespectEachOthersLeases() async throws {
        try await withTemporaryFolder { folder in
            let first = try FeedStore(path: folder("telex.db"))
            let second = try FeedStore(path: folder("telex.db"))
            let ids = (0..<40).map { SourceID(rawValue: "s\($0)") }
            try await first.register(ids.map { source($0) }, now: start) { _ in start }
            let leased = try await withThrowingTaskGroup(of: [SourceID].self) { group in
                for round in 0..<20 {
                    group.addTask {
                        try await (round % 2 == 0 ? first : second)
                            .leaseDue(now: start, limit: 3, owner: "owner \(round)", until: minutes(1)).map(\.sourceID)
                    }
                }
                return try await group.reduce(into: []) { $0 += $1 }
            }
            #expect(leased.count == 40)
            #expect(Set(leased) == Set(ids))
            #expect(try await second.leaseAll(now: start, owner: "late", until: minutes(1)).isEmpty)
        }
    }

    @Test func aLockedDatabaseIsSaidToBeLocked() async throws {
        try await withTemporaryFolder { folder in
            let path = folder("telex.db")
            let store = try FeedStore(path: path, busyTimeout: .zero)
            try await store.register("anp")
            var configuration = GRDB.Configuration()
            configuration.allowsUnsafeTransactions = true
            let other = try DatabaseQueue(path: path, configuration: configuration)
            try await other.writeWithoutTransaction { db in try db.execute(sql: "BEGIN IMMEDIATE") }
            await #expect(throws: StoreError.locked(path: path)) { try await store.finish(poll("anp")) }
            await #expect(throws: StoreError.locked(path: path)) { try await store.healthCheck() }
            #expect(try await store.sourceStatuses(now: start).count == 1)
            try await other.writeWithoutTransaction { db in try db.execute(sql: "ROLLBACK") }
            try await store.healthCheck()
            try await store.finish(poll("anp"))
        }
    }

    @Test func aFullDiskIsSaidToBeFullAndLosesNothing() async throws {
        try await withTemporaryFolder { folder in
            let path = folder("telex.db")
            let store = try FeedStore(path: path)
            try await store.register("anp")
            try await store.take(ToyDesk.report("anp", "1", title: "Kop"))
            let before = try await store.dump()
            let limit = try await store.writer.writeWithoutTransaction { db in
                try Int.fetchOne(db, sql: "PRAGMA max_page_count") ?? 0
            }
            try await store.writer.writeWithoutTransaction { db in
                try db.execute(sql: "PRAGMA max_page_count = 1")
            }
            let body = String(repeating: "lang ", count: 10_000)
            let reports = (0..<20).map { ToyDesk.report("anp", "n\($0)", title: "Nieuw \($0)", body: body) }
            await #expect(throws: StoreError.full(path: path)) { try await store.take(reports) }
            #expect(try await store.dump() == before)
            #expect(store.queue.failure == .full(path: path))
            try await store.writer.writeWithoutTransaction { db in
                try db.execute(sql: "PRAGMA max_page_count = \(limit)")
            }
            try await store.healthCheck()
            try await store.take(reports)
            #expect(try await store.totals().items == 21)
        }
    }

    @Test(arguments: 1...12)
    func randomPollsKeepTheBooksStraight(seed: UInt64) async throws {
        var generator = SeededGenerator(seed: seed)
        let store = try FeedStore.inMemory()
        let ids: [SourceID] = ["anp", "rtr", "afp"]
        try await store.register(ids.map { source($0) }, now: start) { _ in start }
        for step in 0..<60 {
            let id = ids.randomElement(using: &generator) ?? "anp"
            let reports = randomReports(of: id, using: &generator)
            let before = try await views(store)
            if step % 20 == 19 {
                _ = try await store.retain(after: minutes(Double(step / 20)), now: minutes(Double(step)))
            } else {
                _ = try await store.commit(poll(id, at: minutes(Double(step))), lookup: ToyDesk.lookup(reports)) {
                    ToyDesk.decide(reports, known: $0, now: minutes(Double(step)))
                }
            }
            let after = try await views(store)
            for (feedID, view) in after {
                let old = try #require(before[feedID])
                let hasChanged = view.stories != old.stories
                #expect((view.state.changeNumber != old.state.changeNumber) == hasChanged, "step \(step), \(feedID)")
                if hasChanged { #expect(view.state.changeNumber == view.newest) }
            }
            #expect(try await store.inconsistencies() == [], "step \(step)")
        }
    }

    /// Up to four entries of ten, under few headlines.
    private func randomReports(of id: SourceID, using generator: inout SeededGenerator) -> [Report] {
        var keys: Set<Int> = []
        for _ in 0..<Int.random(in: 0...4, using: &generator) {
            keys.insert(.random(in: 0...9, using: &generator))
        }
        return keys.sorted().map { key in
            ToyDesk.report(
                id,
                "\(key)",
                title: "Kop \(Int.random(in: 0...6, using: &generator))",
                body: "Tekst \(Int.random(in: 0...1, using: &generator))",
                at: minutes(Double(key)),
                isForeign: [true, false, nil].randomElement(using: &generator) ?? nil
            )
        }
    }

    private struct View {
        var stories: [Story]
        var state: FeedState
        var newest: Int64
    }

    private func views(_ store: FeedStore) async throws -> [String: View] {
        var views: [String: View] = [:]
        for feedID in ["alles", "buitenland"] {
            views[feedID] = View(
                stories: try await store.all(in: feedID),
                state: try await store.feedState(feedID),
                newest: try await store.changeNumber()
            )
        }
        return views
    }
}

private final class CommitCounter: TransactionObserver {
    private let didCommit: @Sendable () -> Void

    init(_ didCommit: @escaping @Sendable () -> Void) { self.didCommit = didCommit }

    func observes(eventsOfKind eventKind: DatabaseEventKind) -> Bool { false }
    func databaseDidChange(with event: DatabaseEvent) {}
    func databaseDidCommit(_ db: Database) { didCommit() }
    func databaseDidRollback(_ db: Database) {}
}
