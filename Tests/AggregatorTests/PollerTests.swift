// The poller from end to end over loopback: what is asked of servers, when, and what is stored of it.

import FeedModel
import FeedStorage
import FoundationEssentials
import ServiceLifecycle
import TestSupport
import Testing

@testable import Aggregator

@Suite(.timeLimit(.minutes(5))) struct PollerTests {
    @Test func dueSourceIsPolledAndAgainAfterItsInterval() async throws {
        let origin = try Origin()
        defer { origin.stop() }
        let items = [Item(id: "1", title: "Regering Frankrijk valt over begroting", text: "PARIJS (AFP) - Tekst.")]
        origin.on("/feed", file: file(rss(items)))
        let room = try Newsroom([source("afp", origin.url("/feed"))])
        try await room.running { poller in
            await room.book.ended(1)
            let headlines = try await room.stories().map(\.headline)
            #expect(headlines == ["Regering Frankrijk valt over begroting"])
            room.clock.advance(by: .seconds(299))
            room.clock.advance(by: .seconds(2))
            await room.book.ended(2)
            #expect(poller.monitor.status.polls == 2)
            #expect(poller.monitor.status.counts.new == 1)
        }
        let summaries = room.book.summaries
        #expect(summaries.map(\.after.outcome) == [.document, .notModified])
        #expect(summaries[0].counts.new == 1)
        #expect(summaries[1].counts == VerdictCounts())
        let requests = origin.requests
        #expect(requests.count == 2)
        #expect(requests[0].header("If-None-Match") == nil)
        #expect(requests[1].header("If-None-Match") == "\"1\"")
        #expect(requests[1].header("If-Modified-Since") == "Thu, 15 Jan 2026 09:00:00 GMT")
        #expect(requests[0].header("User-Agent") == "Telex/test ()")
    }

    @Test func nothingIsAskedSoonerThanTheServerAllows() async throws {
        let origin = try Origin()
        defer { origin.stop() }
        origin.on("/slow") { _ in .ok(rss([]), headers: [OriginHeader("Cache-Control", "max-age=3600")]) }
        origin.on("/fast") { _ in .ok(rss([])) }
        let room = try Newsroom([source("slow", origin.url("/slow")), source("fast", origin.url("/fast"))])
        try await room.running { _ in
            await room.book.ended(2)
            for round in 2...12 {
                room.clock.advance(by: .seconds(301))
                await room.book.ended(round, of: "fast")
            }
            #expect(room.book.polls(of: "slow").count == 1)
            room.clock.advance(by: .seconds(301))
            await room.book.ended(2, of: "slow")
        }
    }

    @Test func unchangedFeedLeavesEverythingAsItIs() async throws {
        let origin = try Origin()
        defer { origin.stop() }
        origin.on(
            "/conditional",
            file: file(rss([Item(id: "1", title: "Beurs Tokio sluit lager", text: "TOKIO - A.")]))
        )
        origin.on("/careless") { _ in .ok(rss([Item(id: "2", title: "Storm boven Ierland", text: "DUBLIN - B.")])) }
        let room = try Newsroom([
            source("a", origin.url("/conditional")), source("b", origin.url("/careless")),
        ])
        try await room.running { _ in
            await room.book.ended(2)
            let before = try await room.stories()
            let state = try await room.store.feedState("buitenland")
            room.clock.advance(by: .seconds(301))
            await room.book.ended(4)
            #expect(before.count == 2)
            #expect(try await room.stories() == before)
            #expect(try await room.store.feedState("buitenland") == state)
        }
        #expect(room.book.polls(of: "b").last?.counts.unchanged == 1)
    }

    @Test func threeAgenciesTellOneStory() async throws {
        let origins = try ["127.0.0.1", "127.0.0.2", "127.0.0.3"].map { try Origin(address: $0) }
        defer { for origin in origins { origin.stop() } }
        let agencies = ["ANP", "RTR", "AFP"]
        for (index, agency) in agencies.enumerated() {
            let item = Item(
                id: agency,
                title: "VN-topman waarschuwt voor hongersnood in Jemen",
                text: "GENÈVE (\(agency)) - De humanitaire nood neemt toe.",
                minutesAgo: 30 - index
            )
            origins[index].on("/feed", file: file(rss([item])))
        }
        let sources = zip(agencies, origins).map { agency, origin in
            source(SourceID(rawValue: agency.lowercased()), origin.url("/feed"))
        }
        let room = try Newsroom(sources)
        try await room.running { _ in await room.book.ended(3) }
        let stories = try await room.stories()
        #expect(stories.count == 1)
        #expect(stories.first?.record.agencies == ["ANP", "RTR", "AFP"])
        #expect(stories.first?.dateline == "GENÈVE (ANP/RTR/AFP)")
        let counts = room.book.summaries.map(\.counts)
        #expect(counts.map(\.new).reduce(0, +) == 1)
        #expect(counts.map(\.joined).reduce(0, +) == 2)
        for agency in agencies {
            let state = try await room.state(SourceID(rawValue: agency.lowercased()))
            #expect(state?.lastNew == state?.lastPoll)
            #expect(state?.lastNew != nil)
        }
    }

    @Test func hostLimitIsNeverExceeded() async throws {
        let origin = try Origin()
        let other = try Origin(address: "127.0.0.2")
        let gate = try OriginGate()
        defer {
            gate.open()
            origin.stop()
            other.stop()
        }
        for index in 0..<6 { origin.on("/\(index)") { _ in .ok(rss([])).after(gate) } }
        other.on("/feed") { _ in .ok(rss([])) }
        let sources = (0..<6).map { source(SourceID(rawValue: "same-\($0)"), origin.url("/\($0)")) }
        let room = try Newsroom(sources + [source("other", other.url("/feed"), interval: .seconds(1))])
        try await room.running { poller in
            // Several rounds of somebody else: the loop has had every chance to start a third.
            for round in 1...5 {
                await room.book.ended(round, of: "other")
                room.clock.advance(by: .seconds(2))
            }
            await origin.received(2)
            #expect(origin.requests.count == 2)
            #expect(poller.monitor.status.waiting >= 4)
            gate.open()
            for id in sources.map(\.id) { await room.book.ended(1, of: id) }
        }
        #expect(origin.requests.count == 6)
    }

    @Test func hangingOriginDelaysNobodyElse() async throws {
        let hanging = try Origin(address: "127.0.0.2")
        let origin = try Origin()
        defer {
            hanging.stop()
            origin.stop()
        }
        hanging.otherwise { _ in .hang }
        origin.on("/feed") { _ in .ok(rss([])) }
        var room = try Newsroom([source("hangs", hanging.url("/")), source("works", origin.url("/feed"))])
        room.configuration.polling.maxConcurrent = 2
        try await room.running { poller in
            await hanging.received(1)
            for round in 1...4 {
                await room.book.ended(round, of: "works")
                room.clock.advance(by: .seconds(301))
            }
            #expect(poller.monitor.status.inFlight >= 1)
            #expect(room.book.polls(of: "hangs").isEmpty)
        }
        #expect(hanging.requests.count == 1)
    }

    @Test func damagedSourceHurtsNobodyElse() async throws {
        let origin = try Origin()
        defer { origin.stop() }
        origin.on("/page") { _ in .ok("<html><body>Onderhoud</body></html>", type: "text/html") }
        origin.on("/gone") { _ in .status(410) }
        origin.on("/feed", file: file(rss([Item(id: "1", title: "Verkiezingen in Peru", text: "LIMA - A.")])))
        let room = try Newsroom([
            source("page", origin.url("/page")), source("gone", origin.url("/gone")),
            source("feed", origin.url("/feed")),
        ])
        try await room.running { _ in await room.book.ended(3) }
        #expect(try await room.state("page")?.outcome == .unreadable)
        #expect(try await room.state("page")?.failures == 1)
        #expect(try await room.state("gone")?.nextPoll == nil)
        #expect(try await room.state("feed")?.outcome == .document)
        #expect(try await room.stories().count == 1)
    }

    @Test func deliveryFolderIsOneFeed() async throws {
        let folder = FileManager.default.temporaryDirectory.path + "/telex-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        for (name, text) in [
            ("1.xml", rss([Item(id: "1", title: "Sneeuw in Oslo", text: "OSLO - A.")])),
            ("2.xml", rss([Item(id: "2", title: "Hitte in Cairo", text: "CAIRO - B.")])),
            ("3.xml", "geen feed"),
        ] {
            try Data(text.utf8).write(to: URL(filePath: folder + "/" + name))
        }
        let room = try Newsroom([source("files", "file://" + folder)])
        try await room.running { _ in
            await room.book.ended(1)
            room.clock.advance(by: .seconds(301))
            await room.book.ended(2)
        }
        let headlines = try await room.stories().map(\.headline)
        #expect(Set(headlines) == ["Sneeuw in Oslo", "Hitte in Cairo"])
        #expect(room.book.summaries.map(\.after.outcome) == [.document, .notModified])
        #expect(room.book.summaries.first?.after.warnings ?? 0 > 0)
        #expect(room.book.summaries.allSatisfy { $0.error == nil })
    }

    @Test func pollerIsAService() throws {
        let poller: any Service = try Newsroom().poller()
        #expect(poller is Poller)
    }
}
