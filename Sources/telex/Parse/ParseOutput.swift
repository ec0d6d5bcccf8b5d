// The JSON that `telex parse` prints: a fixed shape, in which a field the document lacks is absent. One field is lent:
// an entry without a summary shows its content in its place.

import FeedDesk
import FeedModel
import FoundationEssentials

/// One feed document as JSON.
struct ParseOutput: Encodable {
    var file: String?
    var format: String
    var id: String?
    var title: String?
    var description: String?
    var homePageURL: String?
    var feedURL: String?
    var language: String?
    var rights: String?
    var categories: [String]?
    var updated: String?
    var authors: [Person]?
    var image: String?
    var hubs: [String]?
    var ttlSeconds: Int?
    var damaged: Bool?
    var warnings: [Warning]?
    var items: [Item]

    enum CodingKeys: String, CodingKey {
        case file, format, id, title, description
        case homePageURL = "home_page_url"
        case feedURL = "feed_url"
        case language, rights, categories, updated, authors, image, hubs
        case ttlSeconds = "ttl_seconds"
        case damaged, warnings, items
    }

    struct Warning: Encodable {
        var line: Int
        var column: Int
        var message: String
    }

    struct Item: Encodable {
        var id: String?
        var url: String?
        var title: String?
        var summaryHTML: String?
        var contentHTML: String?
        var published: String?
        var updated: String?
        var authors: [Person]?
        var categories: [String]?
        var enclosures: [Enclosure]?
        var image: String?
        var source: EntrySource?
        var rights: String?
        var language: String?
        var version: String?
        var status: String?
        var urgency: Int?
        var embargo: String?
        var dateline: String?
        var places: [String]?
        var agencies: [String]?
        var foreign: Bool?
        var headlineHash: String?
        var text: String?
        var lead: String?

        enum CodingKeys: String, CodingKey {
            case id, url, title
            case summaryHTML = "summary_html"
            case contentHTML = "content_html"
            case published, updated, authors, categories, enclosures, image, source, rights, language, version, status
            case urgency, embargo, dateline, places, agencies, foreign
            case headlineHash = "headline_hash"
            case text, lead
        }
    }
}

extension ParseOutput {
    /// - Parameters:
    ///   - feed: the document as parsed.
    ///   - desk: reads datelines and credits of each entry.
    ///   - file: named in the output when several are printed.
    init(_ feed: ParsedFeed, desk: Desk, file: String?) {
        self.init(
            file: file,
            format: feed.format.rawValue,
            id: feed.id,
            title: feed.title,
            description: feed.subtitle,
            homePageURL: feed.homePageURL,
            feedURL: feed.feedURL,
            language: feed.language,
            rights: feed.rights,
            categories: feed.categories.map(\.term).nonEmpty,
            updated: feed.updated.map(Self.instant),
            authors: feed.authors.nonEmpty,
            image: feed.image,
            hubs: feed.hubs.nonEmpty,
            ttlSeconds: feed.pollHints.ttlSeconds,
            damaged: feed.isDamaged ? true : nil,
            warnings: feed.issues.map { Warning(line: $0.line, column: $0.column, message: $0.message) }.nonEmpty,
            items: feed.entries.map { Item($0, feedTitle: feed.title, desk: desk) }
        )
    }

    /// RFC 3339 in UTC; milliseconds, rounded, only where there are any.
    fileprivate static func instant(_ date: Date) -> String {
        let seconds = (date.timeIntervalSince1970 * 1000).rounded() / 1000
        let whole = seconds.rounded(.down)
        let text = CivilTime(Date(timeIntervalSince1970: whole)).rfc3339
        let milliseconds = Int(((seconds - whole) * 1000).rounded())
        guard milliseconds > 0 else { return text }
        let digits = String(milliseconds)
        return "\(text.dropLast()).\(String(repeating: "0", count: 3 - digits.count))\(digits)Z"
    }
}

extension ParseOutput.Item {
    fileprivate init(_ entry: ParsedEntry, feedTitle: String?, desk: Desk) {
        let attribution = desk.attribute(entry, feedTitle: feedTitle, source: nil)
        self.init(
            id: entry.id,
            url: entry.url,
            title: entry.title,
            // Those who read summaries alone, as with feedparser, find the text wherever the document has it.
            summaryHTML: entry.summaryHTML ?? entry.contentHTML,
            contentHTML: entry.contentHTML,
            published: entry.published.map(ParseOutput.instant),
            updated: entry.updated.map(ParseOutput.instant),
            authors: entry.authors.nonEmpty,
            categories: entry.categories.map(\.term).nonEmpty,
            enclosures: entry.enclosures.nonEmpty,
            image: entry.image,
            source: entry.source,
            rights: entry.rights,
            language: entry.language,
            version: entry.version,
            status: entry.status?.rawValue,
            urgency: entry.urgency,
            embargo: entry.embargo.map(ParseOutput.instant),
            dateline: attribution.dateline?.text,
            places: attribution.places.nonEmpty,
            agencies: attribution.agencies.map(\.rawValue).nonEmpty,
            foreign: attribution.isForeign,
            headlineHash: entry.title.flatMap { Headline.hash($0) }?.hex,
            text: attribution.text.isEmpty ? nil : attribution.text,
            lead: attribution.lead.isEmpty ? nil : attribution.lead
        )
    }
}

extension Array {
    /// Nil for an empty list: a field the document lacks is absent.
    fileprivate var nonEmpty: [Element]? { isEmpty ? nil : self }
}
