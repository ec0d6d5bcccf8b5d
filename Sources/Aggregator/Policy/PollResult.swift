// What came of one poll, as far as the schedule and the state of the source are concerned: no bytes, no entries.

package import FeedModel
package import FoundationEssentials

/// The result of one poll, told apart by what it means for the next one.
package enum PollResult: Sendable, Equatable {
    /// A document came and could be read.
    case document(PolledDocument)
    /// 304, or an unchanged file; with the validators the answer carried, if any.
    case notModified(HTTPValidators)
    /// A document came and is no feed.
    case unreadable(message: String, status: Int?)
    /// 429, or 503 with Retry-After.
    case rateLimited(message: String, status: Int)
    /// 410.
    case gone(message: String)
    /// The server answered with an error (`status`), or could not be reached or understood (nil).
    case failed(message: String, status: Int?)
    /// It could not be reached while nothing else could either.
    case outage(message: String)
    /// We broke it off, or the store did not take it: the source has no part in that, but it was asked.
    case unfinished
}

/// What a readable document leaves in the state of its source.
package struct PolledDocument: Sendable, Equatable {
    package var validators: HTTPValidators
    /// Where permanent redirects led, from this poll or an earlier one; nil when the configured address holds.
    package var movedTo: String?
    package var status: Int?
    /// Nil when there was nothing to read, as in an empty delivery folder.
    package var feed: FeedFacts?

    package init(validators: HTTPValidators, movedTo: String? = nil, status: Int? = 200, feed: FeedFacts? = nil) {
        self.validators = validators
        self.movedTo = movedTo
        self.status = status
        self.feed = feed
    }
}

/// What a feed document says of itself.
package struct FeedFacts: Sendable, Equatable {
    package var title: String?
    package var homePageURL: String?
    package var updated: Date?
    package var rights: String?
    package var format: FeedFormat
    /// How many things had to be repaired or skipped.
    package var warnings: Int
    package var pollHints: PollHints

    package init(_ feed: ParsedFeed) {
        title = feed.title
        homePageURL = feed.homePageURL
        updated = feed.updated
        rights = feed.rights
        format = feed.format
        warnings = feed.issues.count
        pollHints = feed.pollHints
    }
}
