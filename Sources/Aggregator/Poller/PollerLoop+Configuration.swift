// How the loop begins, and how it takes a new configuration over while it runs.

import FeedDesk
import FeedModel
import FeedStorage
import FoundationEssentials
import Logging

extension PollerLoop {
    /// Registers the sources and leases everything that became due while the daemon was away, spread over a short while.
    mutating func begin() async throws(StoreError) {
        let rules = parts.rules.current
        let now = parts.surroundings.now()
        // Those of a crash. Others belong to a round that goes on in another process, whose sources are not asked twice.
        try await parts.store.releaseLeases(of: parts.owner)
        try await register(rules, count: rules.configuration.sources.count, now: now)
        let overdue = try await parts.store.leaseDue(
            now: now,
            limit: rules.configuration.sources.count,
            owner: parts.owner,
            // Spreading takes no longer than the longest interval; past this they are simply leased again.
            until: leaseEnd(from: now + rules.configuration.polling.maxInterval.timeInterval)
        )
        for leased in overdue {
            guard let source = rules.source(leased.sourceID) else { continue }
            let due = PollPolicy.startingPoll(of: source, among: overdue.count, now: now)
            queue.add(ticket(leased, now: now, due: due))
        }
        nextLease = try await parts.store.nextDue()
        parts.monitor.update { $0.runningSince = now }
    }

    /// Takes the pending configuration over, unless a poll is in flight whose source it changes: that poll's state would
    /// be stored over what is registered anew. True when it did.
    mutating func takeOverConfiguration(now: Date) async -> Bool {
        guard let pending else { return false }
        let old = parts.rules.current
        guard changed(from: old, to: pending).isDisjoint(with: queue.runningIDs) else { return false }
        let known = Set(old.configuration.sources.map(\.id))
        do throws(StoreError) {
            let added = pending.configuration.sources.count { !known.contains($0.id) }
            try await register(pending, count: added, now: now)
            // What waits was leased under the old configuration, with its state and its host; all is leased anew.
            try await parts.store.releaseLeases(of: parts.owner)
        } catch {
            fail(error, now: now)
            return false
        }
        self.pending = nil
        queue.removeWaiting()
        queue.maxConcurrent = pending.configuration.polling.maxConcurrent
        queue.maxPerHost = pending.configuration.polling.maxPerHost
        parts.rules.replace(by: pending)
        parts.run.outage.setHostCount(pending.hostCount)
        nextLease = now
        let count = pending.configuration.sources.count
        parts.logger.notice("configuration taken over", metadata: ["source.count": "\(count)"])
        return true
    }

    /// Decides anew which feeds carry which stories, beside the polls; a digest that is stored already costs one read.
    func reclassify(in group: inout DiscardingTaskGroup) {
        group.addTask { [parts] in
            let rules = parts.rules.current
            do throws(StoreError) {
                let now = parts.surroundings.now()
                let isDone = try await parts.store.reclassify(digest: rules.digest, now: now) { record, reports in
                    rules.desk.memberships(of: record, reports: reports)
                }
                if isDone { parts.logger.info("stories sorted into feeds anew") }
            } catch .cancelled {
                // The end of the daemon; the next start goes on.
            } catch {
                parts.logger.error("stories not sorted into feeds anew", metadata: ["error": "\(error)"])
            }
        }
    }

    /// The sources that the new rules drop or move to another address.
    func changed(from old: PollRules, to new: PollRules) -> Set<SourceID> {
        Set(old.configuration.sources.filter { new.source($0.id)?.url != $0.url }.map(\.id))
    }

    private func register(_ rules: PollRules, count: Int, now: Date) async throws(StoreError) {
        try await parts.store.register(rules.configuration.sources, now: now) { source in
            PollPolicy.startingPoll(of: source, among: count, now: now)
        }
    }
}
