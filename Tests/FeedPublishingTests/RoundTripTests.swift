// What Telex publishes, Telex reads back: one daemon can poll another.

import FeedModel
import FeedParsing
import FoundationEssentials
import Testing

@testable import FeedPublishing

struct RoundTripTests {
    static let page = Samples.page(Samples.ordinary + Samples.hostile)

    static let documents: [[UInt8]] = [AtomFeed.render(page), RSSFeed.render(page), JSONFeed.render(page)]

    private func read(_ index: Int) throws -> (feed: ParsedFeed, stories: [PublishedStory]) {
        let feed = try FeedParser.parse(Self.documents[index], options: ParseOptions())
        return (feed, Self.page.stories.map { PublishedStory($0, in: Self.page) })
    }

    @Test(arguments: [FeedFormat.atom10, .rss20, .jsonFeed11].enumerated().map { ($0.offset, $0.element) })
    func documentIsCleanAndWhatItSaysItIs(index: Int, format: FeedFormat) throws {
        let feed = try read(index).feed
        #expect(feed.format == format)
        #expect(!feed.isDamaged)
        #expect(feed.title == "Buitenland")
        #expect(feed.language == "nl")
        #expect(feed.homePageURL == "https://nieuws.example.nl/buitenland")
        #expect(feed.feedURL?.hasPrefix("https://nieuws.example.nl/buitenland.") == true)
        #expect(feed.entries.count == Self.page.stories.count)
    }

    @Test(arguments: 0..<3)
    func entriesComeBack(index: Int) throws {
        let (feed, stories) = try read(index)
        for (entry, story) in zip(feed.entries, stories) {
            #expect(entry.id == story.id)
            #expect(entry.url == story.link)
            #expect(entry.published.map { CivilTime($0) } == CivilTime(story.story.record.published))
            #expect(entry.updated.map { CivilTime($0) } == CivilTime(story.updated))
            #expect(entry.authors.compactMap(\.name) == story.authors.compactMap(\.name))
            #expect(entry.rights == (index == 2 ? nil : story.rights.map(HTMLText.plainText)))
            // Further pictures among an item's enclosures are media:content in RSS, which readers take before thumbnails.
            let hasFurtherPictures = index == 1 && story.enclosures.count > 1
            #expect(entry.image == story.image || hasFurtherPictures)
            #expect(entry.language == story.language)
        }
    }

    @Test(arguments: 0..<3)
    func headlinesAndTextsComeBack(index: Int) throws {
        let (feed, stories) = try read(index)
        for (entry, story) in zip(feed.entries, stories).prefix(4) {
            #expect(entry.title == story.title)
            let texts = [entry.summaryHTML, entry.contentHTML].compactMap { $0 }.map(HTMLText.plainText)
            for html in [story.contentHTML ?? story.summaryHTML].compactMap({ $0 }) {
                #expect(texts.contains(HTMLText.plainText(html)))
            }
        }
    }

    @Test(arguments: 0..<2)
    func originComesBack(index: Int) throws {
        let (feed, stories) = try read(index)
        for (entry, story) in zip(feed.entries, stories) where story.source?.feedURL != nil {
            #expect(entry.source?.title == story.source?.title)
            #expect(entry.source?.url == story.source?.feedURL)
        }
    }
}
