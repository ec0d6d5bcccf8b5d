// When a failure is ours and when it is theirs.

import FeedModel
import FoundationEssentials
import Testing

@testable import Aggregator

@Suite struct OutageDetectorTests {
    private let start = Date(timeIntervalSince1970: 1_768_471_200)

    private func failure(_ id: SourceID, host: String? = nil, after seconds: Double = 0, failures: Int = 0)
        -> OutageDetector.Failure
    {
        var state = PollState(sourceID: id)
        state.failures = failures
        return OutageDetector.Failure(
            sourceID: id,
            host: host ?? "\(id).example",
            at: start + seconds,
            stateBefore: state
        )
    }

    @Test func threeHostsFailingTogetherAreOurOutage() {
        var detector = OutageDetector(hostCount: 5)
        #expect(detector.failed(failure("a")) == .counts)
        #expect(detector.failed(failure("b", after: 1)) == .counts)
        #expect(!detector.isOutage)
        #expect(detector.failed(failure("c", after: 2)) == .begins([failure("a"), failure("b", after: 1)]))
        #expect(detector.since == start)
        #expect(detector.failed(failure("d", after: 3)) == .continues)
    }

    @Test func oneAnswerBetweenThemSaysOurNetworkWorks() {
        var detector = OutageDetector(hostCount: 5)
        _ = detector.failed(failure("a"))
        _ = detector.failed(failure("b", after: 1))
        #expect(detector.reached() == nil)
        #expect(detector.failed(failure("c", after: 2)) == .counts)
        #expect(detector.failed(failure("d", after: 3)) == .counts)
    }

    @Test func outageEndsWithTheFirstAnswer() {
        var detector = OutageDetector(hostCount: 3)
        for id: SourceID in ["a", "b", "c"] { _ = detector.failed(failure(id)) }
        #expect(detector.reached() == start)
        #expect(!detector.isOutage)
        #expect(detector.failed(failure("a", after: 60)) == .counts)
    }

    @Test func twoHostsAreEnoughWhenThereAreOnlyTwo() {
        var detector = OutageDetector(hostCount: 2)
        #expect(detector.failed(failure("a")) == .counts)
        #expect(detector.failed(failure("b")) == .begins([failure("a")]))
    }

    @Test func oneHostAloneProvesNothing() {
        var detector = OutageDetector(hostCount: 1)
        for second in 0..<50 {
            #expect(detector.failed(failure("a", after: Double(second))) == .counts)
        }
    }

    @Test func manySourcesOfOneDeadHostAreNoOutage() {
        var detector = OutageDetector(hostCount: 4)
        for id: SourceID in ["a", "b", "c", "d", "e"] {
            #expect(detector.failed(failure(id, host: "same.example")) == .counts)
        }
    }

    @Test func ofManyHostsAFewDeadOnesInARowAreNoOutage() {
        var detector = OutageDetector(hostCount: 100)
        let verdicts = (0..<10).map { detector.failed(failure(SourceID(rawValue: "s\($0)"))) }
        #expect(verdicts.prefix(9).allSatisfy { $0 == .counts })
        #expect(verdicts.last != .counts)
    }

    @Test func oldFailuresBearNoWitness() {
        var detector = OutageDetector(hostCount: 5)
        _ = detector.failed(failure("a"))
        _ = detector.failed(failure("b", after: 1))
        #expect(detector.failed(failure("c", after: 602)) == .counts)
    }

    @Test func firstFailureOfAStreakKeepsTheStateBeforeIt() {
        var detector = OutageDetector(hostCount: 3)
        _ = detector.failed(failure("a", after: 0, failures: 0))
        _ = detector.failed(failure("a", after: 1, failures: 1))
        _ = detector.failed(failure("b", after: 2))
        guard case .begins(let earlier) = detector.failed(failure("c", after: 3)) else {
            Issue.record("no outage")
            return
        }
        #expect(earlier.map(\.stateBefore.failures) == [0, 0])
        #expect(earlier.map(\.at) == [start + 1, start + 2])
    }
}

@Suite struct OutagePardonTests {
    private let start = Date(timeIntervalSince1970: 1_768_471_200)

    private func summary(_ id: SourceID, _ outcome: PollOutcome, outage: OutageChange? = nil) -> PollSummary {
        var summary = PollSummary(sourceID: id, state: PollState(sourceID: id))
        summary.after.outcome = outcome
        summary.after.lastPoll = start + 30
        summary.outage = outage
        return summary
    }

    private func failure(_ id: SourceID) -> OutageDetector.Failure {
        OutageDetector.Failure(sourceID: id, host: "h", at: start, stateBefore: PollState(sourceID: id))
    }

    @Test func failuresBeforeTheOutageAreTakenBackAtOnce() {
        var pardon = OutagePardon()
        let began = summary("c", .outage, outage: .began([failure("a"), failure("b")]))
        #expect(pardon.failures(after: began) { _ in false }.map(\.sourceID) == ["a", "b"])
    }

    @Test func pollThatHasEndedUnseenIsWaitedFor() {
        var pardon = OutagePardon()
        let began = summary("c", .outage, outage: .began([failure("a"), failure("b")]))
        #expect(pardon.failures(after: began) { $0 == "b" }.map(\.sourceID) == ["a"])
        let late = pardon.failures(after: summary("b", .failed)) { _ in false }
        #expect(late.map(\.sourceID) == ["b"])
        #expect(late.map(\.at) == [start + 30])
        #expect(pardon.failures(after: summary("b", .failed)) { _ in false }.isEmpty)
    }

    @Test func sourceThatAnsweredMeanwhileNeedsNoPardon() {
        var pardon = OutagePardon()
        _ = pardon.failures(after: summary("c", .outage, outage: .began([failure("b")]))) { _ in true }
        #expect(pardon.failures(after: summary("b", .document)) { _ in false }.isEmpty)
    }
}
