// Our own outage, from its first failure to the first answer after it.

import FeedModel
import FoundationEssentials
import Logging
import TestSupport
import Testing

@testable import Aggregator

@Suite(.timeLimit(.minutes(5))) struct OutageTests {
    private static let addresses = ["127.0.0.2", "127.0.0.3", "127.0.0.4"]

    /// Three sources on ports where nobody listens any more.
    private func unreachable() throws -> (sources: [Source], ports: [Int]) {
        let ports = try Self.addresses.map { address in
            let origin = try Origin(address: address)
            defer { origin.stop() }
            return origin.port
        }
        let sources = zip(Self.addresses, ports).map { address, port in
            source(SourceID(rawValue: "s-\(address)"), "http://\(address):\(port)/feed")
        }
        return (sources, ports)
    }

    @Test func outageCountsAgainstNobodyAndEndsWithTheFirstAnswer() async throws {
        let (sources, ports) = try unreachable()
        let room = try Newsroom(sources)
        try await room.running { poller in
            await room.book.ended(3)
            #expect(room.book.summaries.contains { $0.after.outcome == .outage })
            await room.clock.untilSomebodySleeps()
            #expect(poller.monitor.status.outageSince != nil)
            for source in sources {
                let state = try await room.state(source.id)
                #expect(state?.failures == 0)
                #expect(state?.outcome == .outage)
                #expect(state?.lastError != nil)
            }
            let origins = try zip(Self.addresses, ports).map { try Origin(address: $0, port: $1) }
            defer { for origin in origins { origin.stop() } }
            for origin in origins { origin.on("/feed") { _ in .ok(rss([])) } }
            room.clock.advance(by: .seconds(301))
            await room.book.ended(6)
            await room.clock.untilSomebodySleeps()
            #expect(poller.monitor.status.outageSince == nil)
            for source in sources {
                let state = try await room.state(source.id)
                #expect(state?.outcome == .document)
                #expect(state?.lastError == nil)
            }
        }
        let said = room.lines.shown.map(\.message)
        #expect(said.count { $0 == "no source can be reached: taken for an outage of our own network" } == 1)
        #expect(said.count { $0 == "sources can be reached again" } == 1)
    }

    @Test func sourcesThatFailWhileOthersAnswerAreTheirOwn() async throws {
        let (sources, _) = try unreachable()
        let origin = try Origin()
        defer { origin.stop() }
        origin.on("/feed") { _ in .ok(rss([])) }
        var room = try Newsroom([sources[0], source("works", origin.url("/feed"))])
        room.configuration.polling.maxConcurrent = 1
        try await room.running { _ in
            await room.book.ended(2)
            room.clock.advance(by: .seconds(601))
            await room.book.ended(2, of: sources[0].id)
        }
        let state = try await room.state(sources[0].id)
        #expect(state?.outcome == .failed)
        #expect(state?.failures == 2)
    }
}
