// What /status and /status.json tell, as values. Collected elsewhere; written and read back here.

import FeedModel
package import FoundationEssentials

/// The daemon, its sources and its feeds at one moment.
package struct StatusReport: Sendable, Equatable, Codable {
    /// Of the program.
    package var version: String
    package var started: Date
    /// When the report was made.
    package var now: Date
    /// Whether all sources fail together, which is our own fault or our network's.
    package var outage: Bool
    /// What /healthz complains of; nil while the daemon works.
    package var problem: String?
    package var totals: StatusTotals
    /// In the order of the configuration.
    package var sources: [SourceReport]
    package var feeds: [FeedReport]

    package init(
        version: String,
        started: Date,
        now: Date,
        outage: Bool,
        problem: String? = nil,
        totals: StatusTotals,
        sources: [SourceReport],
        feeds: [FeedReport]
    ) {
        self.version = version
        self.started = started
        self.now = now
        self.outage = outage
        self.problem = problem
        self.totals = totals
        self.sources = sources
        self.feeds = feeds
    }
}

/// Counts over all sources.
package struct StatusTotals: Sendable, Equatable, Codable {
    package var sources: Int
    /// Entries stored.
    package var items: Int
    package var stories: Int
    /// Entries that joined a story another source told first.
    package var duplicates: Int
    /// Since the start of the daemon.
    package var polls: Int

    package init(sources: Int, items: Int, stories: Int, duplicates: Int, polls: Int) {
        self.sources = sources
        self.items = items
        self.stories = stories
        self.duplicates = duplicates
        self.polls = polls
    }
}

/// One merged feed on the status page.
package struct FeedReport: Sendable, Equatable, Codable {
    package var id: String
    package var title: String
    /// Of the feed's page.
    package var url: String
    package var stories: Int
    /// When a reader would last have seen a change; nil when there has been none.
    package var lastChange: Date?

    package init(id: String, title: String, url: String, stories: Int, lastChange: Date?) {
        self.id = id
        self.title = title
        self.url = url
        self.stories = stories
        self.lastChange = lastChange
    }
}

extension StatusReport {
    /// The document of /status.json: snake_case fields in alphabetical order, times as RFC 3339 in UTC, indented.
    /// Numbers JSON cannot write (a lost clock's infinity) make it an empty object, never a trap.
    package func json() -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.keyEncodingStrategy = .convertToSnakeCase
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        encoder.dateEncodingStrategy = .custom { date, encoder in
            var container = encoder.singleValueContainer()
            try container.encode(CivilTime(date).rfc3339)
        }
        guard let data = try? encoder.encode(self) else { return Array("{}\n".utf8) }
        return Array(data) + [UInt8(ascii: "\n")]
    }

    /// The report a daemon wrote with `json()`; nil when the bytes are none.
    package static func read(_ bytes: [UInt8]) -> StatusReport? {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        decoder.dateDecodingStrategy = .iso8601
        return try? decoder.decode(StatusReport.self, from: Data(bytes))
    }
}
