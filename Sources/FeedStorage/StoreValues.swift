// The values that go into and come out of the store. No logic, no SQL.

package import FeedModel
package import FoundationEssentials

/// How a poll ended: what to remember of it, and whose lease it releases.
package struct PollRecord: Sendable, Equatable {
    /// As it shall be stored after this poll.
    package var state: PollState
    package var leaseOwner: String

    package init(state: PollState, leaseOwner: String) {
        self.state = state
        self.leaseOwner = leaseOwner
    }
}

/// What a commit wrote.
package struct CommitResult: Sendable, Equatable {
    package var decision: PollDecision
    /// Of the store, after the commit.
    package var changeNumber: Int64
    /// Of the source, as stored.
    package var state: PollState

    package init(decision: PollDecision, changeNumber: Int64, state: PollState) {
        self.decision = decision
        self.changeNumber = changeNumber
        self.state = state
    }
}

/// A source that the caller alone may poll until its lease ends.
package struct LeasedSource: Sendable, Equatable {
    package var sourceID: SourceID
    package var state: PollState
    /// When it was to be polled.
    package var due: Date

    package init(sourceID: SourceID, state: PollState, due: Date) {
        self.sourceID = sourceID
        self.state = state
        self.due = due
    }
}

/// When a merged feed last changed for its readers.
package struct FeedState: Sendable, Equatable {
    /// The store's change number at that moment; 0: never had a story.
    package var changeNumber: Int64
    /// Never goes back; 1970 for a feed that never had a story.
    package var changedAt: Date

    package init(changeNumber: Int64, changedAt: Date) {
        self.changeNumber = changeNumber
        self.changedAt = changedAt
    }
}

/// One registered source as the status page shows it.
package struct SourceStatus: Sendable, Equatable {
    package var state: PollState
    package var counts: SourceCounts
    /// Who polls it now; nil: nobody.
    package var leasedBy: String?

    package init(state: PollState, counts: SourceCounts, leasedBy: String?) {
        self.state = state
        self.counts = counts
        self.leasedBy = leasedBy
    }
}

/// Where one page of stories ended: the next begins right after it.
package struct StoryCursor: Sendable, Equatable {
    package var published: Date
    package var id: StoryID

    package init(published: Date, id: StoryID) {
        self.published = published
        self.id = id
    }
}

/// What is stored now.
package struct StoreTotals: Sendable, Equatable {
    package var items: Int
    package var stories: Int
    /// Of the items, those that joined a story told before.
    package var duplicates: Int
    /// Rows that could not be read since the store was opened. They are left as they are.
    package var damagedRows: Int

    package init(items: Int, stories: Int, duplicates: Int, damagedRows: Int) {
        self.items = items
        self.stories = stories
        self.duplicates = duplicates
        self.damagedRows = damagedRows
    }
}

/// Everything the store knows about one item.
package struct Explanation: Sendable, Equatable {
    package var report: StoredReport
    package var story: StoryRecord
    /// How it was taken in: `new`, or `joined` with the story as it was called then.
    package var verdict: Verdict
    /// Why its last revision counted as one; nil: never revised.
    package var revision: String?
    /// In order of feed id.
    package var memberships: [FeedMembership]

    package init(
        report: StoredReport,
        story: StoryRecord,
        verdict: Verdict,
        revision: String?,
        memberships: [FeedMembership]
    ) {
        self.report = report
        self.story = story
        self.verdict = verdict
        self.revision = revision
        self.memberships = memberships
    }
}
