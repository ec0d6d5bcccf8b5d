// Whatever servers and feeds ask, the next poll lies between what they may ask and what we allow.

import FeedFetching
import FeedModel
import FoundationEssentials
import TestSupport
import Testing

@testable import Aggregator

@Suite struct PollPolicyPropertyTests {
    @Test(arguments: 0..<40)
    func nextPollIsNeitherEarlyNorLate(_ seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<50 {
            var settings = PollingSettings()
            settings.maxInterval = .seconds(Int.random(in: 60...100_000, using: &random))
            let interval = Int.random(in: 1...50_000, using: &random)
            let source = Source(id: "s", url: "https://s.example/", interval: .seconds(interval))
            let now = Date(timeIntervalSince1970: Double(Int.random(in: 0...4_000_000_000, using: &random)))
            let state = Self.state(using: &random)
            let hints = Self.hints(now: now, using: &random)
            let result = try #require(Self.results(using: &random).randomElement(using: &random))
            let after = PollPolicy(settings: settings).state(
                after: result,
                hints: hints,
                of: source,
                from: state,
                now: now,
                jitter: Double.random(in: 0...1, using: &random)
            )
            let wait = try #require(after.nextPoll).timeIntervalSince(now)
            let cap = max(settings.maxInterval.inSeconds, Double(interval))
            let asked =
                [
                    Double(interval), after.ttlSeconds.map(Double.init), hints.maxAgeSeconds.map(Double.init),
                    hints.expires?.timeIntervalSince(now), hints.retryAfter?.timeIntervalSince(now),
                ].compactMap(\.self).max() ?? 0
            #expect(wait >= min(asked, cap) - 0.001, "seed \(seed): \(after.nextPollReason)")
            #expect(wait <= cap * 1.1 + 0.001, "seed \(seed): \(after.nextPollReason)")
            #expect(!after.nextPollReason.isEmpty)
            #expect(after.intervalSeconds <= cap + 0.001 && after.intervalSeconds <= wait + 0.001)
        }
    }

    private static func state(using random: inout SeededGenerator) -> PollState {
        var state = PollState(sourceID: "s")
        state.failures = Int.random(in: 0...50, using: &random)
        state.movedTo = Bool.random(using: &random) ? "https://moved.example/" : nil
        state.ttlSeconds = Bool.random(using: &random) ? Int.random(in: -10...1_000_000, using: &random) : nil
        state.skipHours = (0...23).filter { _ in Bool.random(using: &random) }
        state.skipDays = Bool.random(using: &random) ? (1...7).filter { _ in Bool.random(using: &random) } : []
        return state
    }

    private static func hints(now: Date, using random: inout SeededGenerator) -> ServerHints {
        var hints = ServerHints()
        if Bool.random(using: &random) { hints.maxAgeSeconds = Int.random(in: 0...1_000_000, using: &random) }
        if Bool.random(using: &random) {
            hints.expires = now + Double(Int.random(in: -99_999...999_999, using: &random))
        }
        if Bool.random(using: &random) { hints.retryAfter = now + Double(Int.random(in: -9...99_999, using: &random)) }
        return hints
    }

    private static func results(using random: inout SeededGenerator) -> [PollResult] {
        var feed = ParsedFeed(format: .atom10)
        feed.pollHints.updatePeriodSeconds = Int.random(in: 0...200_000, using: &random)
        return [
            .document(PolledDocument(validators: HTTPValidators(), feed: FeedFacts(feed))),
            .notModified(HTTPValidators()),
            .unreadable(message: "no feed", status: 200),
            .rateLimited(message: "slow down", status: 429),
            .failed(message: "not here", status: 404),
            .failed(message: "no route", status: nil),
            .outage(message: "no route"),
            .unfinished,
        ]
    }
}

@Suite struct StartingPollTests {
    private let now = Date(timeIntervalSince1970: 1_768_471_200)

    private func spread(_ count: Int, interval: Int) -> [Double] {
        (0..<count).map { index in
            let source = Source(id: SourceID(rawValue: "source-\(index)"), url: "", interval: .seconds(interval))
            return PollPolicy.startingPoll(of: source, among: count, now: now).timeIntervalSince(now)
        }
    }

    @Test func fewSourcesStartAtOnce() {
        #expect(spread(3, interval: 300).allSatisfy { $0 >= 0 && $0 < 0.15 })
    }

    @Test func manySourcesAreSpreadEvenly() {
        let starts = spread(2000, interval: 300)
        #expect(starts.allSatisfy { $0 >= 0 && $0 < 100 })
        for tenth in 0..<10 {
            let count = starts.count { Int($0 / 10) == tenth }
            #expect(count > 120 && count < 280, "\(count) in the \(tenth)th tenth")
        }
    }

    @Test func spreadIsNoLongerThanTheInterval() {
        #expect(spread(2000, interval: 10).allSatisfy { $0 < 10 })
    }

    @Test func sameSourceStartsAtTheSamePlace() {
        #expect(spread(50, interval: 300) == spread(50, interval: 300))
    }
}
