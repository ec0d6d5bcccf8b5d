// One round over the sources, for `telex poll`: every one that is due, or every one, once.

import FeedDesk
package import FeedFetching
package import FeedModel
package import FeedStorage
import FoundationEssentials
package import Logging

/// A round of polls. Keeps nothing running after it.
package struct PollRound: Sendable {
    private let store: FeedStore
    private let rules: RulesInForce
    private let run: PollRun
    private let surroundings: PollSurroundings
    private let owner: String
    private let log: PollLog

    /// `fetcher` is not shut down here. `owner`: different from that of every other process on the same store.
    package init(
        configuration: Configuration,
        store: FeedStore,
        fetcher: FeedFetcher,
        surroundings: PollSurroundings,
        owner: String = "poll",
        logger: Logger
    ) {
        let rules = RulesInForce(PollRules(configuration))
        self.store = store
        self.rules = rules
        self.surroundings = surroundings
        self.owner = owner
        run = PollRun(fetcher: fetcher, store: store, rules: rules, surroundings: surroundings, owner: owner)
        log = PollLog(logger: logger)
    }

    /// Registers the sources, polls those that are due (or `all` that have not stopped) and forgets what is old.
    /// `progress` hears of each poll as it ends: how many are done, of how many. A source that is being polled by
    /// somebody else is left out. Throws `StoreError`, and `CancellationError` when it was broken off.
    package func poll(
        all: Bool,
        progress: (_ done: Int, _ total: Int, PollSummary) -> Void = { _, _, _ in }
    ) async throws -> PollTotals {
        let rules = rules.current
        let start = surroundings.now()
        try await store.register(rules.configuration.sources, now: start) { _ in start }
        _ = try await store.reclassify(digest: rules.digest, now: start) { record, reports in
            rules.desk.memberships(of: record, reports: reports)
        }
        let totals = await poll(try await lease(all: all, now: start), progress: progress)
        try await store.releaseLeases(of: owner)
        try Task.checkCancellation()
        let cutoff = start - rules.configuration.storage.retention.timeInterval
        _ = try await store.retain(after: cutoff, now: start)
        return totals
    }

    private func lease(all: Bool, now: Date) async throws(StoreError) -> [PollTicket] {
        let until = now + leaseDuration.timeInterval
        let leased =
            all
            ? try await store.leaseAll(now: now, owner: owner, until: until)
            : try await store.leaseDue(now: now, limit: .max, owner: owner, until: until)
        return leased.compactMap { leased in
            guard let source = rules.current.source(leased.sourceID) else { return nil }
            let host = PollHost.name(of: source, state: leased.state)
            // Asked for now, whenever it would have been due.
            return PollTicket(leased: leased, host: host, until: until, due: min(leased.due, now))
        }
    }

    /// Long enough for a round in which every source hangs, and no longer: where a round is killed, its sources are
    /// not polled before its leases end.
    private var leaseDuration: Duration {
        let configuration = rules.current.configuration
        let turns = configuration.sources.count / max(1, configuration.polling.maxConcurrent) + 2
        return configuration.polling.timeout * turns + .seconds(60)
    }

    private func poll(
        _ tickets: [PollTicket],
        progress: (_ done: Int, _ total: Int, PollSummary) -> Void
    ) async -> PollTotals {
        let settings = rules.current.configuration.polling
        var queue = PollQueue(maxConcurrent: settings.maxConcurrent, maxPerHost: settings.maxPerHost)
        for ticket in tickets { queue.add(ticket) }
        var totals = PollTotals()
        var pardon = OutagePardon()
        await withTaskGroup(of: (SourceID, PollSummary?).self) { group in
            while !queue.isEmpty {
                while !Task.isCancelled, let ticket = queue.next(now: surroundings.now()) {
                    group.addTask { [run] in (ticket.sourceID, await run.poll(ticket)) }
                }
                guard let (sourceID, summary) = await group.next() else { return }
                queue.finish(sourceID)
                guard let summary else { continue }
                await run.forgive(pardon.failures(after: summary) { queue.contains($0) })
                totals.add(summary)
                log.log(summary)
                progress(totals.polls, tickets.count, summary)
            }
        }
        return totals
    }
}
