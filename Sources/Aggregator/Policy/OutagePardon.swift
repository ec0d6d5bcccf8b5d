// Which failures are to be taken back once it is known that the outage was ours. Pure.

import FeedModel
import FoundationEssentials

/// Failures that were counted and should not have been, until each can be taken back.
struct OutagePardon: Sendable {
    private var waiting: [SourceID: OutageDetector.Failure] = [:]

    /// What is to be taken back now that a poll has ended. A source that is being polled, or whose poll has ended
    /// without having been looked at yet, waits for that: its state is about to be written by somebody else.
    mutating func failures(after summary: PollSummary, isBusy: (SourceID) -> Bool) -> [OutageDetector.Failure] {
        var due: [OutageDetector.Failure] = []
        if var own = waiting.removeValue(forKey: summary.sourceID),
            [.failed, .outage].contains(summary.after.outcome)
        {
            own.at = summary.after.lastPoll ?? own.at
            due.append(own)
        }
        guard case .began(let earlier) = summary.outage else { return due }
        for failure in earlier {
            if isBusy(failure.sourceID) {
                waiting[failure.sourceID] = failure
            } else {
                due.append(failure)
            }
        }
        return due
    }
}
