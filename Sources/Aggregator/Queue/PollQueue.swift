// Which poll starts next: first due, first served, within the global limit and that of each host. Pure: what is due and
// what time it is come in, tickets go out.

import FeedModel
import FeedStorage
import FoundationEssentials

/// The polls that wait and those that run. A host at its limit keeps its own waiting and nobody else's.
struct PollQueue: Sendable {
    var maxConcurrent: Int
    var maxPerHost: Int

    /// What is not due yet.
    private var later = DueOrder()
    /// What waits and may start as soon as there is a slot, in order of due.
    private var ready = DueOrder()
    /// What waits for its host, in order of due.
    private var blocked: [String: DueOrder] = [:]
    /// Slots of each host that are taken, by running or ready polls.
    private var taken: [String: Int] = [:]
    /// Of those that wait, when the lease ends.
    private var leaseEnds: [SourceID: Date] = [:]
    private var running: [SourceID: PollTicket] = [:]
    /// Leased again while running: counted only if the lease is a new one.
    private var repeated: [SourceID: PollTicket] = [:]

    init(maxConcurrent: Int, maxPerHost: Int) {
        self.maxConcurrent = maxConcurrent
        self.maxPerHost = maxPerHost
    }

    var runningCount: Int { running.count }
    var waitingCount: Int { leaseEnds.count }
    /// How many of those waiting are held up by nothing but the global limit.
    var readyCount: Int { ready.count }
    var freeSlots: Int { max(0, maxConcurrent - running.count) }
    var isEmpty: Bool { running.isEmpty && leaseEnds.isEmpty }
    /// The sources being polled now.
    var runningIDs: Set<SourceID> { Set(running.keys) }

    /// Whether a source waits or runs.
    func contains(_ sourceID: SourceID) -> Bool {
        running[sourceID] != nil || leaseEnds[sourceID] != nil
    }

    /// Takes a ticket in. A source that already waits stays where it is, and its lease is the new one.
    mutating func add(_ ticket: PollTicket) {
        if running[ticket.sourceID] != nil {
            repeated[ticket.sourceID] = ticket
        } else if leaseEnds.updateValue(ticket.until, forKey: ticket.sourceID) == nil {
            later.insert(ticket)
        }
    }

    /// Puts what has become due in its place.
    mutating func admit(now: Date) {
        while let due = later.first?.due, due <= now, let ticket = later.removeFirst() {
            place(ticket)
        }
    }

    /// The next poll to start, now counted as running; nil when nothing may start yet. `held` sources are passed over.
    mutating func next(now: Date, holding held: Set<SourceID> = []) -> PollTicket? {
        admit(now: now)
        guard running.count < maxConcurrent,
            var ticket = ready.removeFirst(where: { !held.contains($0.sourceID) })
        else { return nil }
        ticket.until = leaseEnds.removeValue(forKey: ticket.sourceID) ?? ticket.until
        running[ticket.sourceID] = ticket
        return ticket
    }

    /// When the first of those not due yet will be.
    var nextStart: Date? { later.first?.due }

    /// The poll has ended; its slots are free.
    mutating func finish(_ sourceID: SourceID) {
        guard let ticket = running.removeValue(forKey: sourceID) else { return }
        release(ticket.host)
        guard let again = repeated.removeValue(forKey: sourceID) else { return }
        // The same state twice is the old lease made new while the poll went on; the poll has moved the due date since.
        if again.leased.state.lastPoll != ticket.leased.state.lastPoll { add(again) }
    }

    /// Takes out everything that waits; what runs goes on.
    mutating func removeWaiting() {
        later = DueOrder()
        ready = DueOrder()
        blocked = [:]
        leaseEnds = [:]
        repeated = [:]
        taken = Dictionary(running.values.map { ($0.host, 1) }, uniquingKeysWith: +)
    }

    // MARK: - Places

    private mutating func place(_ ticket: PollTicket) {
        if taken[ticket.host, default: 0] < max(1, maxPerHost) {
            taken[ticket.host, default: 0] += 1
            ready.insert(ticket)
        } else {
            blocked[ticket.host, default: DueOrder()].insert(ticket)
        }
    }

    private mutating func release(_ host: String) {
        let left = (taken[host] ?? 1) - 1
        taken[host] = left > 0 ? left : nil
        guard var waiting = blocked[host], left < max(1, maxPerHost), let ticket = waiting.removeFirst() else { return }
        blocked[host] = waiting.count > 0 ? waiting : nil
        taken[host, default: 0] += 1
        ready.insert(ticket)
    }
}

/// Tickets in order of due, those of one instant in order of arrival. Taking from the front costs nothing.
private struct DueOrder: Sendable {
    private var tickets: [PollTicket] = []
    private var head = 0

    var count: Int { tickets.count - head }
    var first: PollTicket? { head < tickets.count ? tickets[head] : nil }

    mutating func insert(_ ticket: PollTicket) {
        var low = head
        var high = tickets.count
        while low < high {
            let middle = (low + high) / 2
            if tickets[middle].due <= ticket.due { low = middle + 1 } else { high = middle }
        }
        tickets.insert(ticket, at: low)
    }

    mutating func removeFirst(where condition: (PollTicket) -> Bool = { _ in true }) -> PollTicket? {
        guard let index = tickets[head...].firstIndex(where: condition) else { return nil }
        let ticket = tickets[index]
        if index == head { head += 1 } else { tickets.remove(at: index) }
        if head > 64, head > tickets.count / 2 {
            tickets.removeFirst(head)
            head = 0
        }
        return ticket
    }
}
