// The order of polls under the limits.

import FeedModel
import FeedStorage
import FoundationEssentials
import TestSupport
import Testing

@testable import Aggregator

@Suite struct PollQueueTests {
    private let now = Date(timeIntervalSince1970: 1_768_471_200)

    private func ticket(_ id: String, host: String, due seconds: Double = 0, lastPoll: Date? = nil) -> PollTicket {
        var state = PollState(sourceID: SourceID(rawValue: id))
        state.lastPoll = lastPoll
        let leased = LeasedSource(sourceID: state.sourceID, state: state, due: now + seconds)
        return PollTicket(leased: leased, host: host, until: now + 600)
    }

    private func started(_ queue: inout PollQueue, at date: Date? = nil) -> [String] {
        var ids: [String] = []
        while let ticket = queue.next(now: date ?? now) { ids.append(ticket.sourceID.rawValue) }
        return ids
    }

    @Test func longestDueStartsFirst() {
        var queue = PollQueue(maxConcurrent: 9, maxPerHost: 2)
        for (id, due) in [("b", -2.0), ("c", -1), ("a", -3)] { queue.add(ticket(id, host: id, due: due)) }
        #expect(started(&queue) == ["a", "b", "c"])
    }

    @Test func globalLimitHolds() {
        var queue = PollQueue(maxConcurrent: 2, maxPerHost: 2)
        for id in ["a", "b", "c"] { queue.add(ticket(id, host: id)) }
        #expect(started(&queue) == ["a", "b"])
        #expect(queue.freeSlots == 0)
        queue.finish("a")
        #expect(started(&queue) == ["c"])
    }

    @Test func hostLimitHolds() {
        var queue = PollQueue(maxConcurrent: 9, maxPerHost: 2)
        for id in ["a", "b", "c"] { queue.add(ticket(id, host: "same")) }
        #expect(started(&queue) == ["a", "b"])
        queue.finish("b")
        #expect(started(&queue) == ["c"])
    }

    @Test func slowHostStarvesNobody() {
        var queue = PollQueue(maxConcurrent: 4, maxPerHost: 2)
        for index in 0..<100 { queue.add(ticket("slow-\(index)", host: "slow", due: -100)) }
        for id in ["a", "b"] { queue.add(ticket(id, host: id)) }
        #expect(started(&queue) == ["slow-0", "slow-1", "a", "b"])
        queue.finish("a")
        #expect(started(&queue).isEmpty)
        queue.add(ticket("c", host: "c"))
        #expect(started(&queue) == ["c"])
        #expect(queue.waitingCount == 98)
        #expect(queue.readyCount == 0)
    }

    @Test func nothingStartsBeforeItIsDue() {
        var queue = PollQueue(maxConcurrent: 9, maxPerHost: 1)
        queue.add(ticket("later", host: "same", due: 10))
        queue.add(ticket("now", host: "same"))
        #expect(started(&queue) == ["now"])
        #expect(queue.nextStart == now + 10)
        queue.finish("now")
        #expect(started(&queue, at: now + 9).isEmpty)
        #expect(started(&queue, at: now + 10) == ["later"])
    }

    @Test func sourceLeasedAgainWhileItWaitsIsPolledOnceUnderItsNewLease() {
        var queue = PollQueue(maxConcurrent: 9, maxPerHost: 2)
        queue.add(ticket("a", host: "a"))
        var renewed = ticket("a", host: "a")
        renewed.until = now + 1200
        queue.add(renewed)
        #expect(queue.waitingCount == 1)
        #expect(queue.next(now: now)?.until == now + 1200)
        #expect(queue.next(now: now) == nil)
    }

    @Test func leaseRenewedWhileThePollRunsIsNoSecondPoll() {
        var queue = PollQueue(maxConcurrent: 9, maxPerHost: 2)
        queue.add(ticket("a", host: "a", lastPoll: now - 300))
        #expect(started(&queue) == ["a"])
        queue.add(ticket("a", host: "a", lastPoll: now - 300))
        queue.finish("a")
        #expect(queue.isEmpty)
    }

    @Test func sourceDueAgainBeforeItsEndIsNoticedIsPolledAgain() {
        var queue = PollQueue(maxConcurrent: 9, maxPerHost: 2)
        queue.add(ticket("a", host: "a", lastPoll: now - 300))
        #expect(started(&queue) == ["a"])
        queue.add(ticket("a", host: "a", lastPoll: now - 1))
        queue.finish("a")
        #expect(started(&queue) == ["a"])
    }

    @Test func heldSourcesArePassedOver() {
        var queue = PollQueue(maxConcurrent: 9, maxPerHost: 2)
        for id in ["a", "b"] { queue.add(ticket(id, host: id)) }
        #expect(queue.next(now: now, holding: ["a"])?.sourceID == "b")
        #expect(queue.next(now: now, holding: ["a"]) == nil)
        #expect(queue.next(now: now)?.sourceID == "a")
    }

    @Test func emptyingKeepsTheSlotsOfWhatRuns() {
        var queue = PollQueue(maxConcurrent: 9, maxPerHost: 1)
        for id in ["a", "b"] { queue.add(ticket(id, host: "same")) }
        #expect(started(&queue) == ["a"])
        queue.removeWaiting()
        #expect(queue.waitingCount == 0)
        queue.add(ticket("c", host: "same"))
        #expect(started(&queue).isEmpty)
        queue.finish("a")
        #expect(started(&queue) == ["c"])
    }

    @Test(arguments: 0..<20)
    func limitsHoldAndEverythingIsPolledOnce(_ seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        var queue = PollQueue(maxConcurrent: Int.random(in: 1...9, using: &random), maxPerHost: 2)
        let tickets = (0..<300).map { index in
            let host = "host-\(Int.random(in: 0...12, using: &random))"
            return ticket("s\(index)", host: host, due: Double.random(in: -50...50, using: &random))
        }
        for ticket in tickets { queue.add(ticket) }
        var running: [PollTicket] = []
        var polled: [SourceID] = []
        var date = now
        while !queue.isEmpty {
            while let ticket = queue.next(now: date) {
                #expect(ticket.due <= date)
                running.append(ticket)
                polled.append(ticket.sourceID)
            }
            #expect(running.count <= queue.maxConcurrent)
            #expect(Dictionary(grouping: running, by: \.host).values.allSatisfy { $0.count <= 2 })
            if let index = running.indices.randomElement(using: &random) {
                queue.finish(running.remove(at: index).sourceID)
            } else {
                date = try #require(queue.nextStart)
            }
        }
        #expect(polled.count == 300)
        #expect(Set(polled).count == 300)
    }
}
