// What the world is told of a source. Built so that no secret can get in.

package import FeedModel
package import FoundationEssentials

/// A source as its stories name it: in atom:source, RSS `source` and "also at".
package struct PublishedSource: Sendable, Equatable {
    package let id: SourceID
    package let title: String
    /// The home page; http or https.
    package let url: String?
    /// The feed; http or https, without userinfo and without query fields that look like keys.
    package let feedURL: String?
    /// Goes into atom:source as it is. Feeds that say they changed whenever they are asked would change our bytes
    /// too: nil, the usual case, publishes the date of the report instead.
    package let updated: Date?
    package let rights: String?

    /// Addresses that are not http or https, such as the folder of a `file:` source, are left out; secrets are cut.
    package init(
        id: SourceID,
        title: String,
        url: String? = nil,
        feedURL: String? = nil,
        updated: Date? = nil,
        rights: String? = nil
    ) {
        self.id = id
        self.title = title
        self.url = WebAddress.web(url)
        self.feedURL = feedURL.flatMap { WebAddress.web(WebAddress.withoutSecrets($0)) }
        self.updated = updated
        self.rights = rights
    }

    /// A configured source with what its feed last said of itself; the operator's title wins over the feed's.
    package init(_ source: Source, state: PollState?) {
        self.init(
            id: source.id,
            title: source.title ?? state?.feedTitle ?? source.id.rawValue,
            url: state?.feedHomePageURL,
            feedURL: source.url,
            rights: state?.feedRights
        )
    }
}
