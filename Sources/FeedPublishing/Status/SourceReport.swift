// The health of one source in words: what it does now, since when, and what would help.

package import FeedModel
package import FoundationEssentials

/// What a source is doing, as one word.
package enum SourceHealth: String, Sendable, Codable, CaseIterable {
    case ok
    /// Never polled yet.
    case waiting
    case failing
    /// The server said 410: polling has stopped.
    case gone
    case disabled
    /// It answers, but nothing new has come for longer than `quiet_after`.
    case quiet
    /// It failed together with all others: the fault is ours.
    case outage

    /// Judged at `now`, the gravest first.
    package init(of source: Source, state: PollState, now: Date) {
        if !source.isEnabled {
            self = .disabled
        } else if state.outcome == .gone {
            self = .gone
        } else if state.outcome == .outage {
            self = .outage
        } else if state.failures > 0 {
            self = .failing
        } else if state.outcome == .never {
            self = .waiting
        } else if let limit = source.quietAfter, let lastNew = state.lastNew,
            now.timeIntervalSince(lastNew) > limit.timeInterval
        {
            self = .quiet
        } else {
            self = .ok
        }
    }

    /// Whether somebody should look.
    package var needsAttention: Bool {
        switch self {
        case .failing, .gone, .quiet, .outage: true
        case .ok, .waiting, .disabled: false
        }
    }
}

/// One source on the status page.
package struct SourceReport: Sendable, Equatable, Codable {
    package var id: SourceID
    package var title: String
    /// As configured, without userinfo and keys.
    package var url: String
    /// Where 301 or 308 led for good, likewise.
    package var movedTo: String?
    package var format: FeedFormat?
    package var state: SourceHealth
    package var lastPoll: Date?
    package var lastSuccess: Date?
    package var lastNew: Date?
    /// Nil when polling has stopped.
    package var nextPoll: Date?
    package var nextPollReason: String
    package var intervalSeconds: Double
    /// HTTP status.
    package var lastStatus: Int?
    package var failures: Int
    package var lastError: String?
    /// Seconds.
    package var lastFetchSeconds: Double?
    /// Of the last document.
    package var warnings: Int
    package var items: Int
    package var duplicates: Int
    /// Oldest hour first.
    package var itemsPerHour: [Int]
    /// True when `quiet_after` is set and passed, whatever else the state is.
    package var quiet: Bool

    /// From what is configured and what the store holds.
    package init(_ source: Source, state: PollState, counts: SourceCounts, now: Date) {
        id = source.id
        title = source.title ?? state.feedTitle ?? source.id.rawValue
        url = WebAddress.withoutSecrets(source.url)
        movedTo = state.movedTo.map(WebAddress.withoutSecrets)
        format = state.feedFormat
        self.state = SourceHealth(of: source, state: state, now: now)
        lastPoll = state.lastPoll
        lastSuccess = state.lastSuccess
        lastNew = state.lastNew
        let isPolled = source.isEnabled && state.outcome != .gone
        nextPoll = isPolled ? state.nextPoll : nil
        nextPollReason = state.nextPollReason
        intervalSeconds = state.intervalSeconds
        lastStatus = state.httpStatus
        failures = state.failures
        lastError = state.lastError
        lastFetchSeconds = state.lastFetchSeconds
        warnings = state.warnings
        items = counts.items
        duplicates = counts.duplicates
        itemsPerHour = counts.itemsPerHour
        if let limit = source.quietAfter, let lastNew {
            quiet = now.timeIntervalSince(lastNew) > limit.timeInterval
        } else {
            quiet = false
        }
    }
}
