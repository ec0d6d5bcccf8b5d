// RSS 2.0 as the RSS Best Practices Profile has it, with dc:, content:, atom: and media: where RSS itself has no word.

import FeedModel
import FoundationEssentials

/// Renders a page of a merged feed as RSS 2.0.
package enum RSSFeed {
    /// The document in UTF-8; the same bytes for the same page.
    package static func render(_ page: FeedPage) -> [UInt8] {
        var xml = XMLWriter(references: .numeric)
        xml.start(
            "rss",
            [
                ("version", "2.0"),
                ("xmlns:atom", "http://www.w3.org/2005/Atom"),
                ("xmlns:content", "http://purl.org/rss/1.0/modules/content/"),
                ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
                ("xmlns:media", "http://search.yahoo.com/mrss/"),
            ]
        )
        xml.start("channel")
        writeHead(of: page, to: &xml)
        for story in page.stories { write(PublishedStory(story, in: page), to: &xml) }
        xml.end()
        xml.end()
        return xml.bytes
    }

    private static func writeHead(of page: FeedPage, to xml: inout XMLWriter) {
        let feed = page.feed
        let title = StoryText.nonBlank(feed.title) ?? feed.id
        xml.element("title", title)
        xml.element("link", page.pageAddress)
        // RSS requires one.
        xml.element("description", StoryText.nonBlank(feed.description) ?? title)
        xml.element("language", LanguageTag.wellFormed(feed.language))
        xml.element("lastBuildDate", HTTPDate.format(page.latestChange))
        xml.element("generator", "Telex")
        xml.element("docs", "https://www.rssboard.org/rss-specification")
        for link in FeedLink.all(of: page, format: .rss) where link.relation != "alternate" {
            xml.empty("atom:link", [("rel", link.relation), ("type", link.type), ("href", link.address)])
        }
    }

    private static func write(_ story: PublishedStory, to xml: inout XMLWriter) {
        xml.start("item")
        xml.element("title", story.title)
        xml.element("link", story.link)
        xml.element("guid", story.id, [("isPermaLink", "false")])
        xml.element("pubDate", HTTPDate.format(story.story.record.published))
        xml.element("atom:updated", CivilTime(story.updated).rfc3339)
        for author in story.authors { xml.element("dc:creator", author.name) }
        for category in story.categories {
            xml.element("category", category.term, [("domain", category.scheme)])
        }
        // Readers show `description` in lists and `content:encoded` in full; a lone text belongs in the first.
        xml.element("description", story.summaryHTML ?? story.contentHTML, references: .named)
        if story.summaryHTML != nil { xml.element("content:encoded", story.contentHTML, references: .named) }
        if let source = story.source, let feedURL = source.feedURL {
            xml.element("source", source.title, [("url", feedURL)])
        }
        for related in story.related {
            let title = StoryText.nonBlank(related.title)
            xml.empty(
                "atom:link",
                [("rel", "related"), ("type", "text/html"), ("href", related.url), ("title", title)]
            )
        }
        writeMedia(of: story, to: &xml)
        xml.element("dc:rights", story.rights)
        xml.element("dc:language", story.language)
        xml.end()
    }

    /// RSS readers expect one enclosure at most (RSS Best Practices Profile); further ones become media:content.
    private static func writeMedia(of story: PublishedStory, to xml: inout XMLWriter) {
        if let first = story.enclosures.first {
            let length = String(first.length ?? 0)
            xml.empty("enclosure", [("url", first.url), ("length", length), ("type", first.type)])
        }
        if let image = story.image { xml.empty("media:thumbnail", [("url", image)]) }
        for further in story.enclosures.dropFirst() {
            let size = further.length.map { String($0) }
            xml.empty("media:content", [("url", further.url), ("fileSize", size), ("type", further.type)])
        }
    }
}
