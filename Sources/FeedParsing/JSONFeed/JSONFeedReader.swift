package import FeedModel

/// Reads JSON Feed 1.0 and 1.1.
package enum JSONFeedReader {
    /// The feed that `bytes` hold.
    package static func read(_ bytes: [UInt8], options: ParseOptions) throws(FeedParsingError) -> ParsedFeed {
        throw .empty
    }
}
