// From the store to the bytes of a feed or page: which stories, how far back, and how long the result holds.

import FeedModel
import FeedPublishing
import FeedStorage
import FoundationEssentials

/// Reads a feed's stories and renders them.
struct FeedRenderer: Sendable {
    let store: FeedStore
    let site: Site

    /// A feed document. Its bytes depend on the stored stories and the configuration alone.
    func document(of feed: MergedFeed, format: FeedFileFormat, page: Int, now: Date) async throws -> Snapshot? {
        guard let content = try await content(of: feed, page: page, now: now) else { return nil }
        let bytes =
            switch format {
            case .atom: AtomFeed.render(content.page)
            case .rss: RSSFeed.render(content.page)
            case .json: JSONFeed.render(content.page)
            }
        let document = RenderedDocument(
            bytes,
            contentType: format.contentType,
            lastModified: content.lastModified,
            cacheControl: site.cacheControl,
            fields: [("Access-Control-Allow-Origin", "*"), ("X-Content-Type-Options", "nosniff")]
        )
        return Snapshot(document: document, validUntil: content.nextAgeOut)
    }

    /// The feed as a page. Its times are relative to `now`, so it holds half a minute at most.
    func page(of feed: MergedFeed, page: Int = 1, now: Date) async throws -> Snapshot? {
        guard let content = try await content(of: feed, page: page, now: now) else { return nil }
        let document = RenderedDocument(
            StoryPage.render(content.page, now: now),
            contentType: "text/html; charset=utf-8",
            lastModified: nil,
            cacheControl: "no-cache",
            fields: PageHeaders.fields
        )
        let soon = now.addingTimeInterval(30)
        return Snapshot(document: document, validUntil: content.nextAgeOut.map { min($0, soon) } ?? soon)
    }

    /// The feed without its stories: what a single story's fragment needs around it.
    func page(for feed: MergedFeed, now: Date) async throws -> FeedPage {
        FeedPage(
            feed: feed,
            stories: [],
            sources: try await publishedSources(),
            baseURL: site.baseURL,
            updated: now,
            page: 1,
            hasOlder: false
        )
    }

    // MARK: - Stories

    private struct Content {
        var page: FeedPage
        var lastModified: Date
        /// When the oldest story shown leaves the first page by age.
        var nextAgeOut: Date?
    }

    /// Nil when the archive has no such page.
    private func content(of feed: MergedFeed, page number: Int, now: Date) async throws -> Content? {
        let maxAge = feed.maxAge.timeInterval
        let cutoff = now.addingTimeInterval(-maxAge)
        let state = try await store.feedState(feed.id)
        var stories = try await store.stories(
            in: feed.id,
            limit: feed.maxItems,
            before: nil,
            publishedAfter: cutoff
        )
        if number > 1 {
            let skipped = (number - 2) * feed.maxItems
            stories = try await older(than: stories.last, in: feed, limit: feed.maxItems, skipping: skipped)
            if stories.isEmpty { return nil }
        }
        let agedOut = try await store.lastAgedOut(of: feed.id, publishedBefore: cutoff)
        let lastModified = max(state.changedAt, agedOut?.addingTimeInterval(maxAge) ?? .distantPast)
        let page = FeedPage(
            feed: feed,
            stories: stories,
            sources: try await publishedSources(),
            baseURL: site.baseURL,
            updated: stories.map(\.record.updated).max() ?? state.changedAt,
            page: number,
            hasOlder: try await !older(than: stories.last, in: feed, limit: 1).isEmpty
        )
        let oldest = number == 1 ? stories.map(\.record.published).min() : nil
        return Content(page: page, lastModified: lastModified, nextAgeOut: oldest?.addingTimeInterval(maxAge))
    }

    /// What follows in the archive, whatever its age.
    private func older(
        than story: Story?,
        in feed: MergedFeed,
        limit: Int,
        skipping skipped: Int = 0
    ) async throws -> [Story] {
        let cursor = story.map { StoryCursor(published: $0.record.published, id: $0.id) }
        return try await store.stories(
            in: feed.id,
            limit: limit,
            before: cursor,
            publishedAfter: nil,
            skipping: skipped
        )
    }

    private func publishedSources() async throws -> [SourceID: PublishedSource] {
        let states = try await store.pollStates()
        let byID = Dictionary(states.map { ($0.sourceID, $0) }, uniquingKeysWith: { $1 })
        return Dictionary(
            site.sources.map { ($0.id, PublishedSource($0, state: byID[$0.id])) },
            uniquingKeysWith: { $1 }
        )
    }
}
