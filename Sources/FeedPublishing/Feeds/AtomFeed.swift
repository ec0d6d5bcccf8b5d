// Atom 1.0 (RFC 4287) with paging (RFC 5005), hub (WebSub) and media thumbnails. Writes; decides nothing.

import FeedModel
import FoundationEssentials

/// Renders a page of a merged feed as Atom 1.0.
package enum AtomFeed {
    /// The document in UTF-8; the same bytes for the same page.
    package static func render(_ page: FeedPage) -> [UInt8] {
        var xml = XMLWriter()
        xml.start(
            "feed",
            [
                ("xmlns", "http://www.w3.org/2005/Atom"),
                ("xmlns:media", "http://search.yahoo.com/mrss/"),
                ("xml:lang", LanguageTag.wellFormed(page.feed.language)),
            ]
        )
        writeHead(of: page, to: &xml)
        for story in page.stories { write(PublishedStory(story, in: page), page: page, to: &xml) }
        xml.end()
        return xml.bytes
    }

    private static func writeHead(of page: FeedPage, to xml: inout XMLWriter) {
        let feed = page.feed
        xml.element("id", TagURI.feed(feed.id, baseURL: page.baseURL))
        xml.element("title", StoryText.nonBlank(feed.title) ?? feed.id)
        xml.element("subtitle", StoryText.nonBlank(feed.description))
        xml.element("updated", CivilTime(page.latestChange).rfc3339)
        xml.start("author")
        xml.element("name", StoryText.nonBlank(feed.title) ?? feed.id)
        xml.element("uri", page.pageAddress)
        xml.end()
        for link in FeedLink.all(of: page, format: .atom) {
            xml.empty("link", [("rel", link.relation), ("type", link.type), ("href", link.address)])
        }
        xml.element("generator", "Telex")
    }

    private static func write(_ story: PublishedStory, page: FeedPage, to xml: inout XMLWriter) {
        xml.start("entry", [("xml:lang", story.language)])
        xml.element("id", story.id)
        xml.element("title", story.title)
        xml.element("updated", CivilTime(story.updated).rfc3339)
        xml.element("published", CivilTime(story.story.record.published).rfc3339)
        for author in story.authors { write(author, to: &xml) }
        for category in story.categories {
            xml.empty("category", [("term", category.term), ("scheme", category.scheme), ("label", category.label)])
        }
        xml.empty("link", [("rel", "alternate"), ("type", "text/html"), ("href", story.link)])
        for related in story.related {
            let title = StoryText.nonBlank(related.title)
            xml.empty("link", [("rel", "related"), ("type", "text/html"), ("href", related.url), ("title", title)])
        }
        for enclosure in story.enclosures {
            let length = enclosure.length.map { String($0) }
            xml.empty(
                "link",
                [("rel", "enclosure"), ("type", enclosure.type), ("length", length), ("href", enclosure.url)]
            )
        }
        if let image = story.image { xml.empty("media:thumbnail", [("url", image)]) }
        xml.element("rights", story.rights)
        writeSource(of: story, page: page, to: &xml)
        xml.element("summary", story.summaryHTML, [("type", "html")])
        xml.element("content", story.contentHTML, [("type", "html")])
        xml.end()
    }

    private static func write(_ author: Person, to xml: inout XMLWriter) {
        xml.start("author")
        xml.element("name", author.name)
        xml.element("uri", author.url)
        xml.end()
    }

    private static func writeSource(of story: PublishedStory, page: FeedPage, to xml: inout XMLWriter) {
        guard let source = story.source, let shown = story.story.shown else { return }
        // The date of the report, not of the last poll: many feeds call themselves updated whenever they are asked.
        let updated = source.updated ?? shown.entry.updated ?? shown.date
        xml.start("source")
        xml.element("id", source.feedURL ?? TagURI.source(source.id, baseURL: page.baseURL))
        xml.element("title", source.title)
        xml.element("updated", CivilTime(updated).rfc3339)
        if let feedURL = source.feedURL { xml.empty("link", [("rel", "self"), ("href", feedURL)]) }
        if let url = source.url { xml.empty("link", [("rel", "alternate"), ("type", "text/html"), ("href", url)]) }
        xml.element("rights", StoryText.nonBlank(source.rights))
        xml.end()
    }
}
