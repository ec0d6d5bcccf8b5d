// What one poll came to, for the log, the progress bar and the totals of a round.

package import FeedModel
package import FoundationEssentials

/// How many entries of a poll got which verdict.
package struct VerdictCounts: Sendable, Equatable {
    package var new = 0
    package var joined = 0
    package var revised = 0
    package var unchanged = 0
    package var dropped = 0

    package init() {}

    package init(_ verdicts: [Verdict]) {
        for verdict in verdicts {
            switch verdict {
            case .new: new += 1
            case .joined: joined += 1
            case .revised: revised += 1
            case .unchanged: unchanged += 1
            case .dropped: dropped += 1
            }
        }
    }

    /// Whether readers could see a difference.
    package var hasChanges: Bool { new + joined + revised > 0 }

    package static func += (left: inout VerdictCounts, right: VerdictCounts) {
        left.new += right.new
        left.joined += right.joined
        left.revised += right.revised
        left.unchanged += right.unchanged
        left.dropped += right.dropped
    }
}

/// One poll of one source, done.
package struct PollSummary: Sendable, Equatable {
    package var sourceID: SourceID
    package var before: PollState
    /// As stored; equal to `before` when the store did not take it.
    package var after: PollState
    package var counts = VerdictCounts()
    /// On the wire, compressed.
    package var bytes = 0
    /// From the start of the poll until it was stored, by the clock that tells the date.
    package var seconds = 0.0
    /// How late it started, in seconds.
    package var lateness = 0.0
    /// What went wrong with the source in this poll, in words.
    package var error: String?
    /// Why the store did not take it.
    package var storeError: String?
    /// Broken off because the process ends.
    package var isInterrupted = false
    package var outage: OutageChange?

    package init(sourceID: SourceID, state: PollState) {
        self.sourceID = sourceID
        before = state
        after = state
    }

    /// Whether the source did what it should.
    package var isSuccess: Bool { error == nil && storeError == nil && !isInterrupted }
}

/// What a poll told about our own network.
package enum OutageChange: Sendable, Equatable {
    /// Nothing can be reached; these failures were counted and should not have been.
    case began([OutageDetector.Failure])
    case ended(since: Date)
}

/// What a round of polls came to.
package struct PollTotals: Sendable, Equatable {
    package var polls = 0
    package var documents = 0
    package var notModified = 0
    package var failures = 0
    package var bytes = 0
    package var counts = VerdictCounts()

    package init() {}

    package mutating func add(_ summary: PollSummary) {
        polls += 1
        bytes += summary.bytes
        counts += summary.counts
        if !summary.isSuccess {
            failures += 1
        } else if summary.after.outcome == .document {
            documents += 1
        } else {
            notModified += 1
        }
    }
}
