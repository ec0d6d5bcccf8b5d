// Beginning, reloading and ending: schedules and validators survive, hanging servers hold nothing up.

import FeedModel
import FeedStorage
import FoundationEssentials
import Logging
import ServiceLifecycle
import TestSupport
import Testing

@testable import Aggregator

@Suite(.timeLimit(.minutes(5))) struct PollerLifeTests {
    @Test func restartKeepsScheduleAndValidators() async throws {
        let origin = try Origin()
        defer { origin.stop() }
        origin.on("/feed", file: file(rss([])))
        let room = try Newsroom([source("anp", origin.url("/feed"))])
        try await room.running { _ in await room.book.ended(1) }
        let next = try #require(try await room.state("anp")?.nextPoll)
        try await room.running { _ in
            room.clock.advance(by: .seconds(200))
            await room.clock.untilSomebodySleeps()
            let state = try await room.state("anp")
            #expect(state?.nextPoll == next)
            #expect(room.book.summaries.count == 1)
            room.clock.advance(by: .seconds(100))
            await room.book.ended(2)
        }
        #expect(origin.requests.count == 2)
        #expect(origin.requests.last?.header("If-None-Match") == "\"1\"")
    }

    @Test func overdueSourcesAreSpreadAtTheStart() async throws {
        let origin = try Origin()
        defer { origin.stop() }
        origin.otherwise { _ in .ok(rss([])) }
        let sources = (0..<40).map { source(SourceID(rawValue: "s\($0)"), origin.url("/\($0)")) }
        let room = try Newsroom(sources)
        _ = try await room.round().poll(all: true)
        origin.forgetRequests()
        room.clock.advance(by: .seconds(3600))
        let poller = room.poller()
        let run = Task { try await poller.run() }
        await room.clock.untilSomebodySleeps()
        #expect(room.book.summaries.isEmpty)
        #expect(poller.monitor.status.waiting == 40)
        room.clock.advance(by: .milliseconds(1000))
        await room.book.ended(10)
        #expect(room.book.summaries.count < 35)
        room.clock.advance(by: .milliseconds(1000))
        await room.book.ended(40)
        run.cancel()
        try await run.value
        #expect(origin.requests.count == 40)
    }

    @Test func heartbeatGoesOnWhileNothingIsDue() async throws {
        let room = try Newsroom()
        try await room.running { poller in
            for _ in 0..<3 {
                let beat = poller.monitor.heartbeat
                await room.clock.untilSomebodySleeps()
                room.clock.advance(by: .seconds(5))
                while poller.monitor.heartbeat == beat { await Task.yield() }
                #expect(poller.monitor.heartbeat > beat)
            }
        }
    }

    @Test func leasesOfACrashHoldNothingUp() async throws {
        let origin = try Origin()
        defer { origin.stop() }
        origin.on("/feed") { _ in .ok(rss([])) }
        let room = try Newsroom([source("anp", origin.url("/feed"))])
        try await room.store.register(room.configuration.sources, now: room.clock.date) { _ in Newsroom.start }
        _ = try await room.store.leaseAll(now: room.clock.date, owner: "serve", until: room.clock.date + 9999)
        try await room.running { _ in await room.book.ended(1) }
    }

    @Test func whatAnotherProcessPollsAtTheStartIsLeftToIt() async throws {
        let origin = try Origin()
        defer { origin.stop() }
        for name in ["own", "theirs"] { origin.on("/\(name)") { _ in .ok(rss([])) } }
        let theirs = source("theirs", origin.url("/theirs"))
        let room = try Newsroom([theirs])
        try await room.store.register([theirs], now: room.clock.date) { _ in Newsroom.start }
        _ = try await room.store.leaseAll(now: room.clock.date, owner: "poll-7", until: room.clock.date + 60)
        var both = room
        both.configuration.sources.append(source("own", origin.url("/own")))
        try await both.running { _ in
            await both.book.ended(1)
            #expect(origin.requests(to: "/theirs").isEmpty)
            both.clock.advance(by: .seconds(60))
            await both.book.ended(2)
        }
        #expect(origin.requests(to: "/theirs").count == 1)
    }

    @Test func reloadKeepsTheScheduleOfWhatStays() async throws {
        let origin = try Origin()
        defer { origin.stop() }
        for name in ["stays", "goes", "comes", "old", "new"] { origin.on("/\(name)", file: file(rss([]))) }
        let room = try Newsroom([
            source("stays", origin.url("/stays")), source("goes", origin.url("/goes")),
            source("changes", origin.url("/old")),
        ])
        try await room.running { poller in
            await room.book.ended(3)
            let stays = try await room.state("stays")
            var configuration = room.configuration
            configuration.sources = [
                source("stays", origin.url("/stays")), source("changes", origin.url("/new")),
                source("comes", origin.url("/comes")),
            ]
            room.clock.advance(by: .seconds(100))
            poller.reload(configuration)
            await room.clock.advanceUntil { room.book.polls(of: "comes").count == 1 }
            #expect(try await room.state("stays") == stays)
            #expect(try await room.state("changes")?.validators.isEmpty == true)
            room.clock.advance(by: .seconds(200))
            await room.book.ended(2, of: "stays")
            await room.book.ended(2, of: "changes")
        }
        #expect(origin.requests(to: "/goes").count == 1)
        #expect(origin.requests(to: "/stays").map { $0.header("If-None-Match") } == [nil, "\"1\""])
        #expect(origin.requests(to: "/new").map { $0.header("If-None-Match") } == [nil])
    }

    @Test func reloadWaitsForThePollOfAChangedSource() async throws {
        let origin = try Origin()
        let gate = try OriginGate()
        defer {
            gate.open()
            origin.stop()
        }
        origin.on("/old") { _ in
            .ok(rss([]), headers: [OriginHeader("ETag", "\"old\"")]).after(gate)
        }
        origin.on("/new") { _ in .ok(rss([]), headers: [OriginHeader("ETag", "\"new\"")]) }
        let room = try Newsroom([source("anp", origin.url("/old"))])
        try await room.running { poller in
            await origin.received(1)
            var configuration = room.configuration
            configuration.sources = [source("anp", origin.url("/new"))]
            poller.reload(configuration)
            gate.open()
            await room.book.ended(1)
            room.clock.advance(by: .seconds(301))
            await room.book.ended(2)
        }
        #expect(origin.requests(to: "/new").first?.header("If-None-Match") == nil)
        #expect(try await room.state("anp")?.validators.etag == "\"new\"")
    }

    @Test func reloadSortsStoredStoriesIntoANewFeed() async throws {
        let origin = try Origin()
        defer { origin.stop() }
        origin.on("/feed", file: file(rss([Item(id: "1", title: "Akkoord over graan", text: "KIEV (AFP) - A.")])))
        let room = try Newsroom([source("afp", origin.url("/feed"))])
        try await room.running { poller in
            await room.book.ended(1)
            #expect(try await room.stories(in: "graan").isEmpty)
            var configuration = room.configuration
            configuration.feeds.append(MergedFeed(id: "graan", title: "Graan", include: ["graan"]))
            configuration.feeds.append(MergedFeed(id: "voetbal", title: "Voetbal", include: ["voetbal"]))
            let changes = room.store.changeStream()
            poller.reload(configuration)
            for await _ in changes where try await !room.stories(in: "graan").isEmpty { break }
            #expect(try await room.stories(in: "voetbal").isEmpty)
        }
    }

    @Test func hangingOriginsDoNotHoldUpTheEnd() async throws {
        let origins = try (1...10).map { try Origin(address: "127.0.0.\($0)") }
        defer { for origin in origins { origin.stop() } }
        for origin in origins { origin.otherwise { _ in .hang } }
        let sources = origins.enumerated().flatMap { index, origin in
            (0..<3).map { source(SourceID(rawValue: "s\(index)-\($0)"), origin.url("/\($0)")) }
        }
        let room = try Newsroom(sources)
        let poller = room.poller()
        let group = ServiceGroup(services: [poller], logger: room.lines.logger)
        let run = Task { try await group.run() }
        await room.clock.untilSomebodySleeps()
        room.clock.advance(by: .seconds(5))
        for origin in origins { await origin.received(2) }
        let elapsed = try await ContinuousClock().measure {
            await group.triggerGracefulShutdown()
            try await run.value
        }
        #expect(elapsed < .seconds(5))
        #expect(poller.monitor.status.inFlight == 0)
        let again = try await room.store.leaseAll(now: room.clock.date, owner: "other", until: room.clock.date + 60)
        #expect(again.count == 30)
        // Two of each host were asked: a restart does not ask them again at once. The third waited for them.
        #expect(again.count { $0.due > room.clock.date + 200 } == 20)
        #expect(again.allSatisfy { $0.state.failures == 0 })
    }
}

extension ManualClock {
    /// Moves on in small steps until something has happened that takes a moment of real work.
    func advanceUntil(_ condition: () -> Bool) async {
        while !condition() {
            advance(by: .milliseconds(10))
            await Task.yield()
        }
    }
}
