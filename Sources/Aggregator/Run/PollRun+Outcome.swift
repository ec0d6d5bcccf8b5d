// What a fetch and a reading mean: the result that the policy goes by, and whether a failure is ours.

import FeedFetching
import FeedModel
import FeedStorage
import FoundationEssentials

extension PollRun {
    /// A result, and what it says about our own network.
    struct Judgement {
        var result: PollResult
        var outage: OutageChange?
        /// The state to go on from when an earlier failure turned out not to be the source's.
        var before: PollState?
    }

    func judge(
        _ outcome: FetchOutcome,
        _ reading: PollReading?,
        of ticket: PollTicket,
        _ source: Source,
        now: Date
    ) -> Judgement {
        let result = Self.result(of: outcome, reading)
        guard !source.isFile else { return Judgement(result: result) }
        switch outcome {
        case .failed(let failure) where failure.kind == .interrupted:
            return Judgement(result: result)
        case .failed(let failure) where failure.isNetwork:
            return judgeFailure(failure, result, of: ticket, now: now)
        case .failed(let failure) where failure.status == nil:
            return Judgement(result: result)
        default:
            return Judgement(result: result, outage: outage.reached().map { .ended(since: $0) })
        }
    }

    private func judgeFailure(
        _ failure: FetchFailure,
        _ result: PollResult,
        of ticket: PollTicket,
        now: Date
    ) -> Judgement {
        let state = ticket.leased.state
        let event = OutageDetector.Failure(sourceID: ticket.sourceID, host: ticket.host, at: now, stateBefore: state)
        switch outage.failed(event) {
        case .counts:
            return Judgement(result: result)
        case .continues:
            return Judgement(result: .outage(message: failure.message))
        case .begins(let earlier):
            let own = earlier.first { $0.sourceID == ticket.sourceID }
            let others = earlier.filter { $0.sourceID != ticket.sourceID }
            return Judgement(
                result: .outage(message: failure.message),
                outage: .began(others),
                before: own?.stateBefore
            )
        }
    }

    private static func result(of outcome: FetchOutcome, _ reading: PollReading?) -> PollResult {
        switch outcome {
        case .documents(_, let validators, let movedTo, let status):
            if let error = reading?.error { return .unreadable(message: error, status: status) }
            return .document(
                PolledDocument(validators: validators, movedTo: movedTo, status: status, feed: reading?.feed)
            )
        case .notModified(let validators): return .notModified(validators)
        case .rateLimited(let status, let message): return .rateLimited(message: message, status: status)
        case .gone(let message): return .gone(message: message)
        case .failed(let failure) where failure.kind == .interrupted: return .unfinished
        case .failed(let failure): return .failed(message: failure.message, status: failure.status)
        }
    }

    /// Stores the states of sources whose last polls were our outage, as if their failures had not been counted.
    func forgive(_ failures: [OutageDetector.Failure]) async {
        let rules = rules.current
        for failure in failures {
            guard let source = rules.source(failure.sourceID) else { continue }
            let state = rules.policy.state(
                after: .outage(message: "our own network was out"),
                of: source,
                from: failure.stateBefore,
                now: failure.at,
                jitter: surroundings.jitter()
            )
            // A store that refuses leaves one failure too many, which the next success clears.
            try? await store.finish(PollRecord(state: state, leaseOwner: owner))
        }
    }
}
