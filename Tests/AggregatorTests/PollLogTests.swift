// What is said, how often, and what is never said.

import FeedModel
import FoundationEssentials
import Logging
import TestSupport
import Testing

@testable import Aggregator

@Suite(.timeLimit(.minutes(5))) struct PollLogTests {
    private func summary(_ outcome: PollOutcome, failures: Int = 0, before: Int = 0) -> PollSummary {
        var state = PollState(sourceID: "anp")
        state.failures = before
        var summary = PollSummary(sourceID: "anp", state: state)
        summary.after.outcome = outcome
        summary.after.failures = failures
        return summary
    }

    @Test func repeatedFailuresAreSaidAtGrowingCounts() {
        let lines = LogLines()
        let log = PollLog(logger: lines.logger)
        for count in 1...20 { log.log(summary(.failed, failures: count, before: count - 1)) }
        #expect(lines.shown.map { $0.metadata["source.failures"] } == ["1", "2", "4", "8", "16"])
        #expect(lines.shown.allSatisfy { $0.level == .warning })
        #expect(lines.all.count == 20)
    }

    @Test func recoveryIsSaid() {
        let lines = LogLines()
        PollLog(logger: lines.logger).log(summary(.notModified, before: 3))
        #expect(lines.shown.map(\.message) == ["source works again"])
    }

    @Test func nothingNewIsNotSaid() {
        let lines = LogLines()
        PollLog(logger: lines.logger).log(summary(.notModified))
        PollLog(logger: lines.logger).log(summary(.document))
        #expect(lines.shown.isEmpty)
        #expect(lines.all.count == 2)
    }

    @Test func newsIsSaidWithItsCounts() {
        let lines = LogLines()
        var news = summary(.document)
        news.counts = VerdictCounts([.new(reason: ""), .new(reason: ""), .joined("1", reason: ""), .unchanged])
        news.after.httpStatus = 200
        PollLog(logger: lines.logger).log(news)
        #expect(lines.shown.count == 1)
        #expect(lines.shown.first?.metadata["entry.new"] == "2")
        #expect(lines.shown.first?.metadata["entry.joined"] == "1")
        #expect(lines.shown.first?.metadata["entry.revised"] == nil)
        #expect(lines.shown.first?.metadata["http.status"] == "200")
    }

    @Test func passwordsAndAddressesAreNeverSaid() async throws {
        let origin = try Origin()
        defer { origin.stop() }
        origin.on("/feed", inTurn: [.status(401), .status(500), .ok(rss([])), .redirect(302, to: "ftp://x/")])
        let address = "http://desk:geheim@127.0.0.1:\(origin.port)/feed?sleutel=token123"
        var secret = source("anp", address)
        secret.headers = [HTTPHeader(name: "X-Key", value: "sleutelwoord")]
        let room = try Newsroom([secret])
        for _ in 0..<5 { _ = try await room.round().poll(all: true) }
        #expect(room.lines.all.count >= 5)
        for line in room.lines.all {
            let text = line.message + line.metadata.map { "\($0)=\($1)" }.joined(separator: " ")
            for word in ["geheim", "token123", "sleutelwoord", "desk:"] { #expect(!text.contains(word), "\(text)") }
        }
        #expect(origin.requests.first?.header("X-Key") == "sleutelwoord")
    }
}
