// The loop: lease what is due, start what may start, sleep until something happens. All its state is local to it; the
// store is asked only when something can be due.

import FeedModel
import FeedStorage
import FoundationEssentials
import Logging

/// The state of a running poller.
struct PollerLoop {
    let parts: PollerParts
    var queue: PollQueue
    /// When the store may have something due; nil: never, as far as is known.
    var nextLease: Date?
    /// When it last had nothing more.
    private var lastLease = Date.distantPast
    /// A configuration that waits for polls of its changed sources to end.
    var pending: PollRules?
    private var alarm: (due: Date, task: Task<Void, Never>)?
    private var chores: PollerChores
    private var pardon = OutagePardon()

    /// How often the loop goes round when nothing happens: for the watchdog, and for a date that was set.
    private static let rhythm: Duration = .seconds(5)
    /// Sources that become due within this time are leased in one transaction.
    private static let leaseSpacing: Duration = .milliseconds(100)
    /// How long a lease lasts beyond the time-out of a fetch: time to wait for a slot, to parse and to store.
    private static let leaseMargin: Duration = .seconds(300)
    /// How long the loop leaves a store alone that failed.
    static let storePause: Duration = .seconds(5)

    init(_ parts: PollerParts) {
        self.parts = parts
        let settings = parts.rules.current.configuration.polling
        queue = PollQueue(maxConcurrent: settings.maxConcurrent, maxPerHost: settings.maxPerHost)
        chores = PollerChores(now: parts.surroundings.now())
    }

    /// Goes round until it is told to stop or its task is cancelled.
    mutating func run(in group: inout DiscardingTaskGroup) async {
        defer { alarm?.task.cancel() }
        reclassify(in: &group)
        await turn(in: &group)
        for await event in parts.inbox.events {
            switch event {
            case .stop: return
            case .alarm: alarm = nil
            case .reload: pending = parts.inbox.takeConfiguration().map { PollRules($0) } ?? pending
            case .finished(let sourceID, let summary): await finish(sourceID, summary)
            }
            await turn(in: &group)
        }
    }

    /// One look at everything.
    private mutating func turn(in group: inout DiscardingTaskGroup) async {
        parts.monitor.markProgress()
        // Both before any wait: what passes meanwhile is counted.
        let sleep = parts.clock.moment()
        let now = parts.surroundings.now()
        if await takeOverConfiguration(now: now) { reclassify(in: &group) }
        queue.admit(now: now)
        await lease(now: now)
        start(now: now, in: &group)
        chores.look(parts, isIdle: queue.isEmpty, now: now, in: &group)
        parts.monitor.update {
            $0.inFlight = queue.runningCount
            $0.waiting = queue.waitingCount
            $0.outageSince = parts.run.outage.since
        }
        setAlarm(now: now, sleep: sleep)
    }

    // MARK: - Leasing

    /// Leases what is due, as long as there are slots that the queue cannot fill.
    private mutating func lease(now: Date) async {
        guard let due = nextLease, due <= now,
            now.timeIntervalSince(lastLease) >= Self.leaseSpacing.timeInterval || now < lastLease
        else { return }
        let limit = max(1, queue.maxConcurrent)
        // A host with very many due sources fills no more than its own slots: look further, but not for ever.
        for _ in 0..<16 where queue.readyCount < limit {
            guard let leased = await lease(limit: limit, now: now) else { return }
            for source in leased { queue.add(ticket(source, now: now)) }
            queue.admit(now: now)
            if leased.count < limit {
                lastLease = now
                await askWhenDue(now: now)
                return
            }
        }
    }

    /// Nil when the store failed.
    private mutating func lease(limit: Int, now: Date) async -> [LeasedSource]? {
        do throws(StoreError) {
            let leased = try await parts.store.leaseDue(
                now: now,
                limit: limit,
                owner: parts.owner,
                until: leaseEnd(from: now)
            )
            work()
            return leased
        } catch {
            fail(error, now: now)
            return nil
        }
    }

    private mutating func askWhenDue(now: Date) async {
        do throws(StoreError) {
            nextLease = try await parts.store.nextDue()
        } catch {
            fail(error, now: now)
        }
    }

    func leaseEnd(from now: Date) -> Date {
        now + (parts.rules.current.configuration.polling.timeout + Self.leaseMargin).timeInterval
    }

    func ticket(_ leased: LeasedSource, now: Date, due: Date? = nil) -> PollTicket {
        let host = parts.rules.current.source(leased.sourceID).map { PollHost.name(of: $0, state: leased.state) }
        let until = leaseEnd(from: max(now, due ?? now))
        return PollTicket(leased: leased, host: host ?? leased.sourceID.rawValue, until: until, due: due)
    }

    // MARK: - Polls

    private mutating func start(now: Date, in group: inout DiscardingTaskGroup) {
        let held = pending.map { changed(from: parts.rules.current, to: $0) } ?? []
        let timeout = parts.rules.current.configuration.polling.timeout.timeInterval
        while let ticket = queue.next(now: now, holding: held) {
            // A lease that would not last is left to end; the source is leased again then.
            guard now + timeout <= ticket.until else {
                queue.finish(ticket.sourceID)
                continue
            }
            group.addTask { [parts] in
                parts.inbox.send(.finished(ticket.sourceID, await parts.run.poll(ticket)))
            }
        }
    }

    private mutating func finish(_ sourceID: SourceID, _ summary: PollSummary?) async {
        queue.finish(sourceID)
        guard let summary else { return }
        await parts.run.forgive(pardon.failures(after: summary) { queue.contains($0) })
        if let next = summary.after.nextPoll { nextLease = min(nextLease ?? next, next) }
        if summary.after.outcome == .document { chores.parsed() }
        parts.monitor.update {
            $0.polls += 1
            $0.counts += summary.counts
            $0.lateness = summary.lateness
            $0.lastPoll = summary.after.lastPoll
        }
        parts.log.log(summary)
        parts.observe(summary)
    }

    // MARK: - Store trouble

    private func work() {
        guard parts.monitor.status.problem != nil else { return }
        parts.monitor.update { $0.problem = nil }
        parts.logger.notice("the store works again")
    }

    mutating func fail(_ error: StoreError, now: Date) {
        nextLease = now + Self.storePause.timeInterval
        let isNew = parts.monitor.status.problem == nil
        parts.monitor.update { $0.problem = error.description }
        parts.logger.log(level: isNew ? .error : .debug, "the store fails", metadata: ["error": "\(error)"])
    }

    // MARK: - Sleeping

    /// One timer for everything: the next lease, the next start, the rhythm.
    private mutating func setAlarm(now: Date, sleep: @escaping @Sendable (Duration) async throws -> Void) {
        var due = now + Self.rhythm.timeInterval
        // With no slot to fill, the end of a poll is what to wait for.
        if let next = nextLease, queue.readyCount < max(1, queue.maxConcurrent) {
            due = min(due, max(next, lastLease + Self.leaseSpacing.timeInterval))
        }
        if let next = queue.nextStart { due = min(due, next) }
        if let alarm, alarm.due <= due, alarm.due > now { return }
        alarm?.task.cancel()
        let wait = Duration.seconds(max(0, due.timeIntervalSince(now)))
        let task = Task { [inbox = parts.inbox] in
            do { try await sleep(wait) } catch { return }
            inbox.send(.alarm)
        }
        alarm = (due, task)
    }
}
