// JSON Feed 1.1 (jsonfeed.org/version/1.1) with the `_telex` extension of each item.

import FeedModel
import FoundationEssentials

/// Renders a page of a merged feed as JSON Feed 1.1.
package enum JSONFeed {
    /// The document in UTF-8; the same bytes for the same page.
    package static func render(_ page: FeedPage) -> [UInt8] {
        let feed = page.feed
        let next = page.hasOlder ? page.address(.json, page: page.page + 1) : nil
        let hub = WebAddress.web(feed.hub).map { hub in
            JSONText.list([.object([("type", .string("WebSub")), ("url", .string(hub))])])
        }
        return JSONText.object([
            ("version", .string("https://jsonfeed.org/version/1.1")),
            ("title", .string(StoryText.nonBlank(feed.title) ?? feed.id)),
            ("home_page_url", .string(page.pageAddress)),
            ("feed_url", .string(page.address(.json, page: page.page))),
            ("description", StoryText.nonBlank(feed.description).map { .string($0) }),
            ("language", LanguageTag.wellFormed(feed.language).map { .string($0) }),
            ("next_url", next.map { .string($0) }),
            ("hubs", hub),
            ("items", .list(page.stories.map { item(PublishedStory($0, in: page)) })),
        ]).bytes
    }

    private static func item(_ story: PublishedStory) -> JSONText {
        let html = story.contentHTML ?? story.summaryHTML
        return .object([
            ("id", .string(story.id)),
            ("url", .string(story.link)),
            ("title", .string(story.title)),
            ("content_html", html.map { .string($0) }),
            // One of the two texts is required.
            ("content_text", html == nil ? .string(story.title) : nil),
            ("summary", story.lead.map { .string($0) }),
            ("image", story.image.map { .string($0) }),
            ("date_published", .string(CivilTime(story.story.record.published).rfc3339)),
            ("date_modified", .string(CivilTime(story.updated).rfc3339)),
            ("authors", .list(story.authors.map(author))),
            ("tags", tags(of: story)),
            ("language", story.language.map { .string($0) }),
            ("attachments", story.enclosures.isEmpty ? nil : .list(story.enclosures.map(attachment))),
            ("_telex", telex(of: story.story)),
        ])
    }

    private static func author(_ author: Person) -> JSONText {
        .object([("name", author.name.map { .string($0) }), ("url", author.url.map { .string($0) })])
    }

    /// Tags have no schemes; agencies are authors already.
    private static func tags(of story: PublishedStory) -> JSONText? {
        let agencies = Set(story.story.record.agencies.map(\.rawValue))
        var seen: Set<String> = []
        let tags = story.categories.map(\.term).filter { !agencies.contains($0) && seen.insert($0).inserted }
        return tags.isEmpty ? nil : .strings(tags)
    }

    private static func attachment(_ enclosure: Enclosure) -> JSONText {
        .object([
            ("url", .string(enclosure.url)),
            ("mime_type", enclosure.type.map { .string($0) }),
            ("size_in_bytes", enclosure.length.map { .number($0) }),
        ])
    }

    private static func telex(of story: Story) -> JSONText {
        .object([
            ("headline_hash", story.shown?.headlineHash.map { .string($0.hex) }),
            ("dateline", story.dateline.map { .string($0) }),
            ("places", .strings(story.record.places)),
            ("agencies", .strings(story.record.agencies.map(\.rawValue))),
            ("foreign", story.record.isForeign.map { .flag($0) }),
            ("reports", .list(story.reports.map(report))),
        ])
    }

    private static func report(_ report: Report) -> JSONText {
        .object([
            ("source", .string(report.identity.sourceID.rawValue)),
            ("id", .string(report.entry.id ?? report.identity.key)),
            ("url", WebAddress.web(report.entry.url).map { .string($0) }),
            ("title", report.entry.title.map { .string($0) }),
            ("published", .string(CivilTime(report.date).rfc3339)),
            ("agencies", .strings(report.attribution.agencies.map(\.rawValue))),
        ])
    }
}
