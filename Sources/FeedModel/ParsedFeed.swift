// What one feed document says, normalised. Nothing is invented: what the document lacks is nil or empty.

package import FoundationEssentials

/// A feed document as read: its own metadata, its entries in document order, and what was wrong with it.
package struct ParsedFeed: Sendable, Equatable {
    package var format: FeedFormat
    /// atom:id, rdf:about of the channel.
    package var id: String?
    /// Plain text: entities and markup resolved. Of a picture without a word, its sanitised markup as text.
    package var title: String?
    /// channel/description, atom:subtitle, JSON `description`; plain text, as in `title`.
    package var subtitle: String?
    /// channel/link, atom:link rel=alternate.
    package var homePageURL: String?
    /// atom:link rel=self, JSON `feed_url`.
    package var feedURL: String?
    package var language: String?
    package var rights: String?
    package var categories: [Category] = []
    package var updated: Date?
    package var authors: [Person] = []
    /// channel/image/url, atom:logo, else atom:icon.
    package var image: String?
    /// atom:link rel=hub (WebSub), in document order.
    package var hubs: [String] = []
    package var pollHints = PollHints()
    package var entries: [ParsedEntry] = []
    /// Everything that had to be repaired or skipped, in document order.
    package var issues: [ParseIssue] = []
    /// The document broke its format's syntax; what could be read is here.
    package var isDamaged = false

    package init(format: FeedFormat) {
        self.format = format
    }
}

/// One item of a feed document, normalised.
package struct ParsedEntry: Sendable, Equatable, Codable {
    /// guid, atom:id, rdf:about, dc:identifier, JSON `id`, else the link; byte for byte, never resolved against a base.
    package var id: String?
    /// The page of the entry; absolute where a base is known.
    package var url: String?
    /// Plain text: entities and markup resolved. Of a picture without a word, its sanitised markup as text.
    package var title: String?
    /// Sanitised HTML of the summary.
    package var summaryHTML: String?
    /// Sanitised HTML of the full body.
    package var contentHTML: String?
    package var published: Date?
    package var updated: Date?
    package var authors: [Person] = []
    package var categories: [Category] = []
    package var enclosures: [Enclosure] = []
    package var image: String?
    /// RSS `source`, atom:source: the feed this entry was taken from.
    package var source: EntrySource?
    /// dc:source, NewsML provider, credit line: free text that may name agencies; never a feed.
    package var creditLine: String?
    package var rights: String?
    package var language: String?
    /// The dateline where a wire format gives it apart from the text, as printed: "Berlin (dpa) - ".
    package var dateline: String?
    /// Places a wire format says the text is about or was written in, as printed and in its order.
    package var places: [String] = []
    /// A version as the wire format prints it: compared, never counted.
    package var version: String?
    package var status: PublicationStatus?
    /// IPTC urgency, 1 (highest) to 9.
    package var urgency: Int?
    /// Not to be published before this instant.
    package var embargo: Date?

    package init() {}
}

/// The feed an entry says it came from.
package struct EntrySource: Sendable, Equatable, Hashable, Codable {
    package var title: String?
    package var url: String?

    package init(title: String? = nil, url: String? = nil) {
        self.title = title
        self.url = url
    }
}

/// IPTC publication status (cv.iptc.org/newscodes/pubstatusg2).
package enum PublicationStatus: String, Sendable, Codable {
    case usable, withheld, canceled
}

/// What a document asks of those who poll it. Seconds, hours and days as the RSS and syndication modules define them.
package struct PollHints: Sendable, Equatable {
    /// RSS `ttl`, in seconds.
    package var ttlSeconds: Int?
    /// sy:updatePeriod divided by sy:updateFrequency, in seconds.
    package var updatePeriodSeconds: Int?
    /// RSS `skipHours`: hours of the day in UTC, 0 to 23.
    package var skipHours: [Int] = []
    /// RSS `skipDays`: 1 (Monday) to 7 (Sunday), UTC.
    package var skipDays: [Int] = []

    package init() {}
}

/// Something in a document that had to be repaired or skipped.
package struct ParseIssue: Sendable, Equatable {
    /// From 1; 0 when the place is not known.
    package var line: Int
    package var column: Int
    package var message: String

    package init(line: Int, column: Int, message: String) {
        self.line = line
        self.column = column
        self.message = message
    }
}
