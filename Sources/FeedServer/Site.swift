// What the server publishes, as configured: a value that a reload replaces whole.

package import FeedModel
import Synchronization

/// The configuration's part in what is served.
package struct Site: Sendable {
    package let baseURL: String
    /// Never empty; the first is the front page.
    package let feeds: [MergedFeed]
    package let sources: [Source]

    package init(configuration: Configuration) {
        baseURL = configuration.server.baseURL
        feeds = configuration.feeds.isEmpty ? [.buitenland] : configuration.feeds
        sources = configuration.sources
    }

    func feed(_ id: String) -> MergedFeed? {
        feeds.first { $0.id == id }
    }

    /// Half the shortest interval between polls, within 5 seconds and 5 minutes: nobody needs to ask more often
    /// than news can come, and nobody should learn of it much later.
    var cacheControl: String {
        let shortest = sources.filter(\.isEnabled).map(\.interval.inSeconds).min() ?? 300
        return "public, max-age=\(Int(min(max(shortest / 2, 5), 300)))"
    }
}

/// The site in force, replaced by a reload.
package final class CurrentSite: Sendable {
    private let value: Mutex<Site>

    package init(_ site: Site) {
        value = Mutex(site)
    }

    package var site: Site {
        value.withLock { $0 }
    }

    package func replace(with site: Site) {
        value.withLock { $0 = site }
    }
}
