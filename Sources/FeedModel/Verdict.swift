// What the desk decided about each entry of a poll, and what the store must write for it.

/// What became of one entry of a poll. Stored with its reason; `telex explain` reads it back.
package enum Verdict: Sendable, Equatable {
    /// A story of its own.
    case new(reason: String)
    /// Known, and a reader would see a difference.
    case revised(reason: String)
    /// Known, and nothing a reader would see has changed: nothing is written.
    case unchanged
    /// Added to a story that other reports already tell.
    case joined(StoryID, reason: String)
    /// Not taken in: its source's rules, or its age, keep it out. Nothing is written.
    case dropped(reason: String)

    /// A bounded label for logs and counts.
    package var kind: String {
        switch self {
        case .new: "new"
        case .revised: "revised"
        case .unchanged: "unchanged"
        case .joined: "joined"
        case .dropped: "dropped"
        }
    }

    package var reason: String? {
        switch self {
        case .new(let reason), .revised(let reason), .joined(_, let reason), .dropped(let reason): reason
        case .unchanged: nil
        }
    }
}

/// Which stored values the desk needs to see before it decides on a poll.
package struct ReportLookup: Sendable, Equatable {
    package var identities: [EntryIdentity]
    package var matchKeys: [TextHash]

    package init(identities: [EntryIdentity], matchKeys: [TextHash]) {
        self.identities = identities
        self.matchKeys = matchKeys
    }
}

/// What the store knows that bears on a poll: closed under "same story" and "same match key", so that the desk can
/// regroup without a second look-up.
package struct KnownReports: Sendable {
    package var reports: [StoredReport]
    package var stories: [StoryRecord]
    /// Identities that were stored once and have since been removed by retention.
    package var expired: Set<EntryIdentity>

    package init(reports: [StoredReport] = [], stories: [StoryRecord] = [], expired: Set<EntryIdentity> = []) {
        self.reports = reports
        self.stories = stories
        self.expired = expired
    }
}

/// A report to insert or replace, with the verdict that goes with it.
package struct ReportWrite: Sendable, Equatable {
    package var report: Report
    package var storyID: StoryID
    /// Nil when only the report's story changed (a regrouping): its stored verdict stays.
    package var verdict: Verdict?

    package init(report: Report, storyID: StoryID, verdict: Verdict?) {
        self.report = report
        self.storyID = storyID
        self.verdict = verdict
    }
}

/// Whether one merged feed carries a story, and why (not).
package struct FeedMembership: Sendable, Equatable {
    package var feedID: String
    package var isIncluded: Bool
    package var reason: String

    package init(feedID: String, isIncluded: Bool, reason: String) {
        self.feedID = feedID
        self.isIncluded = isIncluded
        self.reason = reason
    }
}

/// A story to insert or replace, with its place in every merged feed.
package struct StoryWrite: Sendable, Equatable {
    package var record: StoryRecord
    package var memberships: [FeedMembership]

    package init(record: StoryRecord, memberships: [FeedMembership]) {
        self.record = record
        self.memberships = memberships
    }
}

/// Everything one poll changes. Pure data: made by the desk, written by the store in one transaction.
package struct PollDecision: Sendable, Equatable {
    /// One for each entry of the poll, in its order.
    package var verdicts: [Verdict]
    package var reports: [ReportWrite]
    package var stories: [StoryWrite]
    /// Stories whose reports all moved to another; gone from every feed.
    package var absorbed: [StoryID]

    package init(
        verdicts: [Verdict] = [],
        reports: [ReportWrite] = [],
        stories: [StoryWrite] = [],
        absorbed: [StoryID] = []
    ) {
        self.verdicts = verdicts
        self.reports = reports
        self.stories = stories
        self.absorbed = absorbed
    }

    /// True when nothing a reader could see changes.
    package var isEmpty: Bool { reports.isEmpty && stories.isEmpty && absorbed.isEmpty }
}
