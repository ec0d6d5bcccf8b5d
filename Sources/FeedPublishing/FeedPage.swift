// What is published at once: a page of a merged feed with everything its documents are made of.

package import FeedModel
package import FoundationEssentials

/// One page of a merged feed, newest stories first.
package struct FeedPage: Sendable {
    package var feed: MergedFeed
    /// In the order in which they are published.
    package var stories: [Story]
    /// The sources of the stories' reports; a source that is missing here is published by its id alone.
    package var sources: [SourceID: PublishedSource]
    /// Where the daemon is reached from outside, without a trailing slash; may have a path.
    package var baseURL: String
    /// When anything in the feed last changed for a reader. Must come from the store, never from the clock.
    package var updated: Date
    /// From 1; the first page has the newest stories.
    package var page: Int
    /// Whether a page with older stories follows.
    package var hasOlder: Bool

    package init(
        feed: MergedFeed,
        stories: [Story],
        sources: [SourceID: PublishedSource],
        baseURL: String,
        updated: Date,
        page: Int = 1,
        hasOlder: Bool = false
    ) {
        self.feed = feed
        self.stories = stories
        self.sources = sources
        self.baseURL = baseURL.hasSuffix("/") ? String(baseURL.dropLast()) : baseURL
        self.updated = updated
        self.page = max(1, page)
        self.hasOlder = hasOlder
    }
}

extension FeedPage {
    /// The formats a feed is published in and how they are announced.
    enum Format: CaseIterable {
        case atom, rss, json

        /// The end of the document's address.
        var suffix: String {
            switch self {
            case .atom: ".atom"
            case .rss: ".rss"
            case .json: ".json"
            }
        }

        var mediaType: String {
            switch self {
            case .atom: "application/atom+xml"
            case .rss: "application/rss+xml"
            case .json: "application/feed+json"
            }
        }

        /// As people call it.
        var name: String {
            switch self {
            case .atom: "Atom"
            case .rss: "RSS"
            case .json: "JSON Feed"
            }
        }
    }

    /// The feed's name as the last part of an address: `buitenland`.
    var slug: String { WebAddress.pathSegment(feed.id) }

    /// The address of the feed's HTML page.
    var pageAddress: String { "\(baseURL)/\(slug)" }

    /// The address of one page of one format; the first page's has no query.
    func address(_ format: Format, page number: Int) -> String {
        "\(baseURL)/\(slug)\(format.suffix)\(number > 1 ? "?page=\(number)" : "")"
    }

    /// `updated`, or a story's when that is later: a feed is never older than what is in it (RFC 4287 section 4.2.15).
    var latestChange: Date {
        stories.reduce(updated) { max($0, $1.record.updated) }
    }
}
