// From a request's path to what is asked for: pure, and strict, since paths come from strangers.

/// What a path asks for.
package enum Route: Sendable, Equatable {
    /// `/`
    case index
    /// `/ID`, with `?page=N`.
    case page(feedID: String, page: Int)
    /// `/ID.atom`, `/ID.rss`, `/ID.json`, with `?page=N`.
    case feed(feedID: String, format: FeedFileFormat, page: Int)
    /// `/ID/events`
    case events(feedID: String)
    case sourcesOPML
    case status
    case statusJSON
    case health
    /// A style sheet or script of the pages.
    case asset(path: String)
    case unknown

    /// Reads a path without its query. `page` counts from 1; anything that is not such a number is unknown, and so
    /// is a page beyond 1000, which no archive of a feed has and only a scan asks for.
    package init(path: String, query: String?) {
        switch path {
        case "/": self = .index
        case "/status": self = .status
        case "/status.json": self = .statusJSON
        case "/healthz": self = .health
        case "/sources.opml": self = .sourcesOPML
        default: self = Self.named(path, query: query)
        }
    }

    private static func named(_ path: String, query: String?) -> Route {
        if path.hasPrefix("/assets/") { return .asset(path: path) }
        let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst().map(String.init)
        if parts.count == 2, parts[1] == "events", isFeedID(parts[0]) { return .events(feedID: parts[0]) }
        guard parts.count == 1, let name = parts.first, let page = page(in: query) else { return .unknown }
        for format in FeedFileFormat.allCases where name.hasSuffix("." + format.rawValue) {
            let id = String(name.dropLast(format.rawValue.count + 1))
            return isFeedID(id) ? .feed(feedID: id, format: format, page: page) : .unknown
        }
        return isFeedID(name) ? .page(feedID: name, page: page) : .unknown
    }

    private static func isFeedID(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "%") }
    }

    private static func page(in query: String?) -> Int? {
        guard let query, !query.isEmpty else { return 1 }
        for part in query.split(separator: "&") where part.hasPrefix("page=") {
            guard let number = Int(part.dropFirst(5)), (1...1000).contains(number) else { return nil }
            return number
        }
        return 1
    }
}

/// The formats of a merged feed, named by their path's ending.
package enum FeedFileFormat: String, Sendable, CaseIterable {
    case atom, rss, json

    var contentType: String {
        switch self {
        case .atom: "application/atom+xml; charset=utf-8"
        case .rss: "application/rss+xml; charset=utf-8"
        case .json: "application/feed+json; charset=utf-8"
        }
    }
}
