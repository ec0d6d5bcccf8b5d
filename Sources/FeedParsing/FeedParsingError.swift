// Why a document gives no feed at all. Damage inside a feed is not an error: it is listed in `ParsedFeed.issues`.

/// The document is no feed; the description says what it is instead, in one line.
package enum FeedParsingError: Error, Equatable, Sendable, CustomStringConvertible {
    /// No bytes, or nothing but white space.
    case empty
    /// What the document is instead: "an HTML page titled “Login”".
    case notAFeed(String)

    /// One line: what the document is instead of a feed.
    package var description: String {
        switch self {
        case .empty: "the document is empty, not a feed"
        case .notAFeed(let found): "not a feed: this is \(found)"
        }
    }
}
