// A source: something Telex polls, as configured, and the state of polling it, as stored.

package import FoundationEssentials

/// Whether items or feeds are about other countries than the home country.
package enum Scope: String, Sendable, Codable, CaseIterable {
    /// For a source: decided per item.
    case auto
    /// For a feed: no restriction.
    case all
    case foreign
    case domestic
}

/// One source as the configuration describes it, every default filled in.
package struct Source: Sendable, Equatable {
    package var id: SourceID
    /// http:, https: or file:, as configured.
    package var url: String
    package var title: String?
    /// Credited when an item names none.
    package var agency: AgencyCode?
    /// Never asked more often than this.
    package var interval: Duration
    /// Whose text a story shows; higher wins.
    package var priority: Int = 0
    /// auto, foreign or domestic.
    package var scope: Scope = .auto
    package var isEnabled = true
    /// Further request headers, in the order configured. Secret: never logged or shown.
    package var headers: [HTTPHeader] = []
    package var credentials: Credentials?
    package var proxy: String?
    /// Say so when nothing new has come for this long; nil: never.
    package var quietAfter: Duration?
    package var include: [String] = []
    package var exclude: [String] = []
    /// Whether redirects may lead to private addresses.
    package var allowPrivate = false
    /// False: its items never join another source's story.
    package var dedup = true

    package init(id: SourceID, url: String, interval: Duration) {
        self.id = id
        self.url = url
        self.interval = interval
    }
}

/// A request header.
package struct HTTPHeader: Sendable, Equatable {
    package var name: String
    package var value: String

    package init(name: String, value: String) {
        self.name = name
        self.value = value
    }
}

/// What a source asks of those who fetch it. Its description never shows the secret.
package enum Credentials: Sendable, Equatable, CustomStringConvertible, CustomDebugStringConvertible {
    case basic(username: String, password: String)
    case bearer(token: String)

    package var description: String {
        switch self {
        case .basic: "basic credentials"
        case .bearer: "a bearer token"
        }
    }

    package var debugDescription: String { description }
}

/// The validators of a stored response, byte for byte as the server sent them (RFC 9110 section 8.8).
package struct HTTPValidators: Sendable, Equatable, Codable {
    package var etag: String?
    package var lastModified: String?

    package init(etag: String? = nil, lastModified: String? = nil) {
        self.etag = etag
        self.lastModified = lastModified
    }

    package var isEmpty: Bool { etag == nil && lastModified == nil }
}

/// The outcome of the last poll of a source, as a bounded label.
package enum PollOutcome: String, Sendable, Codable, CaseIterable {
    /// Never polled.
    case never
    /// A document was read.
    case document
    case notModified
    case rateLimited
    /// HTTP 410: polling has stopped.
    case gone
    /// The server or network failed us.
    case failed
    /// A document came and is no feed.
    case unreadable
    /// It failed together with all others: counted against nobody.
    case outage
}

/// The state of polling one source, as stored. Survives restarts and reloads.
package struct PollState: Sendable, Equatable {
    package var sourceID: SourceID
    /// Not to be polled before this instant; nil: polling has stopped (410).
    package var nextPoll: Date?
    /// Why then and not sooner, in words: "interval 2m", "Retry-After 1h", "3 failures".
    package var nextPollReason: String = ""
    /// Seconds between the last poll and the next, before jitter.
    package var intervalSeconds: Double = 0
    package var lastPoll: Date?
    /// The last poll that reached a working source: a document or 304.
    package var lastSuccess: Date?
    /// When an entry was last new.
    package var lastNew: Date?
    package var outcome: PollOutcome = .never
    package var httpStatus: Int?
    /// Failures in a row; 0 after a success.
    package var failures: Int = 0
    /// The last error in words; kept until the next success, nil then.
    package var lastError: String?
    package var validators = HTTPValidators()
    /// When the validators were last confirmed by a full document.
    package var validatorsSince: Date?
    /// Where 301 or 308 led for good; nil while the configured address holds.
    package var movedTo: String?
    /// The feed's own title, home page and address, as last read.
    package var feedTitle: String?
    package var feedHomePageURL: String?
    package var feedUpdated: Date?
    package var feedRights: String?
    package var feedFormat: FeedFormat?
    /// Warnings of the last document, none when it was clean.
    package var warnings: Int = 0
    /// What the document asks of those who poll it, as last read: 304s go by it too.
    package var ttlSeconds: Int?
    package var skipHours: [Int] = []
    package var skipDays: [Int] = []
    /// How long the last fetch took, in seconds.
    package var lastFetchSeconds: Double?

    package init(sourceID: SourceID) {
        self.sourceID = sourceID
    }
}

/// What has come of a source so far, counted by the store.
package struct SourceCounts: Sendable, Equatable {
    /// Entries stored now.
    package var items: Int = 0
    /// Of these, the ones that joined a story another source told first.
    package var duplicates: Int = 0
    /// New entries an hour over the last 24 hours, oldest first.
    package var itemsPerHour: [Int] = []

    package init(items: Int = 0, duplicates: Int = 0, itemsPerHour: [Int] = []) {
        self.items = items
        self.duplicates = duplicates
        self.itemsPerHour = itemsPerHour
    }
}
