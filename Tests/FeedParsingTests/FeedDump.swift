// A parsed feed in the shape of `telex parse`, to be compared with the expectation beside a fixture.

import FeedModel
import FeedParsing
import FoundationEssentials

/// What a fixture's .json file holds: how the document was served, and what it must give.
struct FixtureExpectation: Codable, Equatable {
    var contentType: String?
    var baseURL: String?
    var raw: Bool?
    /// The error's description, for documents that are no feed.
    var error: String?
    var feed: FeedDump?

    var options: ParseOptions {
        ParseOptions(contentType: contentType, baseURL: baseURL, keepsRaw: raw ?? false)
    }
}

struct FeedDump: Codable, Equatable {
    var format: String
    var id, title, description, homePageURL, feedURL, language, rights, updated, image: String?
    var categories: [FeedModel.Category]?
    var authors: [Person]?
    var hubs: [String]?
    var ttlSeconds, updatePeriodSeconds: Int?
    var skipHours, skipDays: [Int]?
    var damaged: Bool?
    /// The lines on which something was wrong, each once.
    var warningLines: [Int]?
    var items: [EntryDump]

    init(_ feed: ParsedFeed) {
        format = feed.format.rawValue
        (id, title, description) = (feed.id, feed.title, feed.subtitle)
        (homePageURL, feedURL, language) = (feed.homePageURL, feed.feedURL, feed.language)
        (rights, image) = (feed.rights, feed.image)
        updated = feed.updated.map(Self.spelled)
        categories = feed.categories.nonEmpty
        authors = feed.authors.nonEmpty
        hubs = feed.hubs.nonEmpty
        (ttlSeconds, updatePeriodSeconds) = (feed.pollHints.ttlSeconds, feed.pollHints.updatePeriodSeconds)
        skipHours = feed.pollHints.skipHours.nonEmpty
        skipDays = feed.pollHints.skipDays.nonEmpty
        damaged = feed.isDamaged ? true : nil
        warningLines = Array(Set(feed.issues.map(\.line))).sorted().nonEmpty
        items = feed.entries.map(EntryDump.init)
    }

    static func spelled(_ date: Date) -> String {
        date.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
    }
}

struct EntryDump: Codable, Equatable {
    var id, url, title, summaryHTML, contentHTML, published, updated, image, credit, rights, language: String?
    var authors: [Person]?
    var categories: [FeedModel.Category]?
    var enclosures: [Enclosure]?
    var source: EntrySource?
    var dateline, version, status, embargo: String?
    var places: [String]?
    var urgency: Int?

    init(_ entry: ParsedEntry) {
        (id, url, title) = (entry.id, entry.url, entry.title)
        (summaryHTML, contentHTML) = (entry.summaryHTML, entry.contentHTML)
        published = entry.published.map(FeedDump.spelled)
        updated = entry.updated.map(FeedDump.spelled)
        (image, credit, rights, language) = (entry.image, entry.creditLine, entry.rights, entry.language)
        authors = entry.authors.nonEmpty
        categories = entry.categories.nonEmpty
        enclosures = entry.enclosures.nonEmpty
        source = entry.source
        (dateline, version, status) = (entry.dateline, entry.version, entry.status?.rawValue)
        embargo = entry.embargo.map(FeedDump.spelled)
        places = entry.places.nonEmpty
        urgency = entry.urgency
    }
}

extension Array {
    fileprivate var nonEmpty: Self? { isEmpty ? nil : self }
}
