// One round: what is polled, what it reports, and that neither order nor repetition changes what is stored.

import FeedModel
import FeedStorage
import FoundationEssentials
import Logging
import Synchronization
import TestSupport
import Testing

@testable import Aggregator

@Suite(.timeLimit(.minutes(5))) struct PollRoundTests {
    private static let headline = "VN-topman waarschuwt voor hongersnood in Jemen"

    /// Three agencies that carry one story, and each one of its own.
    private func agencies(on origin: Origin) -> [Source] {
        ["anp", "rtr", "afp"].enumerated().map { index, agency in
            let credit = agency.uppercased()
            let items = [
                Item(id: "own-\(agency)", title: "Verslag \(index) uit Ottawa", text: "OTTAWA (\(credit)) - A."),
                Item(
                    id: "shared-\(agency)",
                    title: Self.headline,
                    text: "GENÈVE (\(credit)) - B.",
                    minutesAgo: 40 - index
                ),
            ]
            origin.on("/\(agency)") { _ in .ok(rss(items)) }
            return source(SourceID(rawValue: agency), origin.url("/\(agency)"))
        }
    }

    @Test func roundPollsEverySourceOnceAndSaysSo() async throws {
        let origin = try Origin()
        defer { origin.stop() }
        let room = try Newsroom(agencies(on: origin) + [source("weg", origin.url("/nergens"))])
        var heard: [Int] = []
        let totals = try await room.round().poll(all: false) { done, total, summary in
            heard.append(done)
            #expect(total == 4)
            #expect(summary.seconds >= 0)
        }
        #expect(heard == [1, 2, 3, 4])
        #expect(totals.polls == 4)
        #expect(totals.documents == 3)
        #expect(totals.failures == 1)
        #expect(totals.counts.new == 4)
        #expect(totals.counts.joined == 2)
        #expect(totals.bytes > 0)
        #expect(origin.requests.count == 4)
    }

    @Test func nextRoundPollsWhatIsDueUnlessAllAreAskedFor() async throws {
        let origin = try Origin()
        defer { origin.stop() }
        let room = try Newsroom(agencies(on: origin))
        _ = try await room.round().poll(all: false)
        #expect(try await room.round().poll(all: false).polls == 0)
        #expect(try await room.round().poll(all: true).polls == 3)
        room.clock.advance(by: .seconds(301))
        #expect(try await room.round().poll(all: false).polls == 3)
        #expect(origin.requests.count == 9)
    }

    @Test func whatSomebodyElsePollsIsLeftOut() async throws {
        let origin = try Origin()
        defer { origin.stop() }
        let room = try Newsroom(agencies(on: origin))
        try await room.store.register(room.configuration.sources, now: room.clock.date) { _ in Newsroom.start }
        _ = try await room.store.leaseDue(now: room.clock.date, limit: 1, owner: "x", until: room.clock.date + 60)
        #expect(try await room.round().poll(all: true).polls == 2)
    }

    @Test func brokenOffRoundGivesItsLeasesBack() async throws {
        let origin = try Origin()
        defer { origin.stop() }
        origin.otherwise { _ in .hang }
        let room = try Newsroom((0..<6).map { source(SourceID(rawValue: "s\($0)"), origin.url("/\($0)")) })
        let round = room.round()
        let task = Task { try await round.poll(all: true) }
        await origin.received(2)
        let elapsed = await ContinuousClock().measure {
            task.cancel()
            await #expect(throws: CancellationError.self) { try await task.value }
        }
        #expect(elapsed < .seconds(2))
        let leased = try await room.store.leaseAll(now: room.clock.date, owner: "x", until: room.clock.date + 60)
        #expect(leased.count == 6)
        #expect(leased.allSatisfy { $0.state.failures == 0 })
    }

    @Test func pollingTheSameDocumentsTwiceChangesNothing() async throws {
        let origin = try Origin()
        defer { origin.stop() }
        let room = try Newsroom(agencies(on: origin))
        _ = try await room.round().poll(all: true)
        let stories = try await room.stories()
        let feed = try await room.store.feedState("buitenland")
        room.clock.advance(by: .seconds(3600))
        let totals = try await room.round().poll(all: true)
        #expect(totals.counts.unchanged == 6)
        #expect(!totals.counts.hasChanges)
        #expect(try await room.stories() == stories)
        #expect(try await room.store.feedState("buitenland") == feed)
        #expect(stories.count == 4)
    }

    @Test(arguments: [[0, 1, 2], [2, 1, 0], [1, 2, 0], [1, 0, 2]])
    func orderOfArrivalDecidesNothing(_ order: [Int]) async throws {
        let origin = try Origin()
        defer { origin.stop() }
        let sources = agencies(on: origin)
        var room = try Newsroom()
        for index in order {
            room.configuration.sources = [sources[index]]
            _ = try await room.round().poll(all: true)
        }
        let stories = try await room.stories()
        #expect(stories.count == 4)
        let shared = stories.first { $0.headline == Self.headline }
        #expect(shared?.record.agencies == ["ANP", "RTR", "AFP"])
        #expect(shared?.reports.map(\.identity.sourceID) == ["anp", "rtr", "afp"])
    }

    @Test func roundForgetsWhatIsOld() async throws {
        let origin = try Origin()
        defer { origin.stop() }
        var room = try Newsroom(agencies(on: origin))
        _ = try await room.round().poll(all: true)
        room.configuration.sources = []
        room.configuration.storage.retention = .seconds(3600)
        room.clock.advance(by: .seconds(7200))
        _ = try await room.round().poll(all: true)
        #expect(try await room.stories().isEmpty)
    }
}
