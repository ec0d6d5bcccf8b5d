// The stories the tests of this room publish.

import FeedModel
import FeedPublishing
import FoundationEssentials

/// Stories, sources and pages to render.
enum Samples {
    /// 2026-01-24T10:20:00Z.
    static let now = Date(timeIntervalSince1970: 1_769_250_000)

    static func minutesAgo(_ minutes: Double) -> Date { now.addingTimeInterval(-60 * minutes) }

    /// One agency's copy of a story.
    static func report(
        _ source: SourceID,
        _ key: String,
        title: String?,
        places: [String] = [],
        agencies: [AgencyCode],
        lead: String,
        published: Date,
        change: (inout Report) -> Void = { _ in }
    ) -> Report {
        var entry = ParsedEntry()
        entry.id = key
        entry.url = "https://\(source.rawValue).example.org/\(key)"
        entry.title = title
        entry.published = published
        var attribution = Attribution()
        let credits = agencies.map(\.rawValue).joined(separator: "/")
        attribution.dateline = Dateline(
            text: "\(places.joined(separator: "/")) (\(credits))",
            places: places,
            agencies: agencies
        )
        attribution.places = places
        attribution.agencies = agencies
        attribution.evidence = .dateline
        attribution.isForeign = true
        attribution.lead = lead
        attribution.text = lead
        attribution.summaryHTML = lead.isEmpty ? nil : "<p>\(escaped(lead))</p>"
        var report = Report(
            identity: EntryIdentity(sourceID: source, key: key),
            entry: entry,
            attribution: attribution,
            headlineHash: TextHash(rawValue: 0x00AB_CDEF_0123_4567),
            matchKey: nil,
            fingerprint: TextHash(rawValue: 1),
            firstSeen: published
        )
        change(&report)
        return report
    }

    /// Stored HTML has been through the sanitizer.
    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    }

    /// A story of the given reports; the first is the one shown.
    static func story(_ id: StoryID, _ reports: [Report], updated: Date? = nil) -> Story {
        var agencies: [AgencyCode] = []
        var places: [String] = []
        for report in reports {
            agencies += report.attribution.agencies.filter { !agencies.contains($0) }
            places += report.attribution.places.filter { !places.contains($0) }
        }
        let published = reports.map(\.date).min() ?? now
        let record = StoryRecord(
            id: id,
            published: published,
            updated: updated ?? published,
            modified: updated ?? published,
            preferred: reports.first?.identity ?? EntryIdentity(sourceID: "none", key: ""),
            agencies: agencies,
            places: places,
            isForeign: true
        )
        return Story(record: record, reports: reports)
    }

    static let sources: [SourceID: PublishedSource] = [
        "anp": PublishedSource(
            id: "anp",
            title: "ANP Buitenland",
            url: "https://anp.example.org/",
            feedURL: "https://desk:geheim@anp.example.org/buitenland.rss?token=geheim",
            rights: "© ANP"
        ),
        "reuters": PublishedSource(
            id: "reuters",
            title: "Reuters Wereld",
            url: "https://reuters.example.org/",
            feedURL: "https://reuters.example.org/world.atom"
        ),
        "afp": PublishedSource(
            id: "afp",
            title: "AFP",
            url: "https://afp.example.org/",
            feedURL: "https://afp.example.org/feed.json"
        ),
    ]

    /// A page with the stories given, as the store would have them.
    static func page(
        _ stories: [Story],
        feed: MergedFeed = .buitenland,
        number: Int = 1,
        hasOlder: Bool = false
    ) -> FeedPage {
        FeedPage(
            feed: feed,
            stories: stories,
            sources: sources,
            baseURL: "https://nieuws.example.nl",
            updated: minutesAgo(3),
            page: number,
            hasOlder: hasOlder
        )
    }
}
