// JSON documents: from bytes to a feed, whole items even of a broken text.
// Refuses JSON of other kinds by name, and items a text breaks off in: an embargo may have stood in the rest.

import FeedModel

/// Reads JSON Feed, ninjs and the ANP News API.
enum JSONReader {
    /// The feed that `bytes` (clean UTF-8) hold. A text that breaks off gives the items before the break.
    /// - Throws: when there is no feed, or none of its items is whole; the error says where the text breaks.
    static func read(_ bytes: [UInt8], options: ParseOptions) throws(FeedParsingError) -> ParsedFeed {
        guard bytes.contains(where: { $0 > 0x20 }) else { throw .empty }
        let document = JSONDocument(bytes)
        let result = feed(in: document, options: options)
        guard let failure = document.failure else {
            switch result {
            case .feed(let feed): return feed
            case .other(let kind): throw .notAFeed(kind)
            }
        }
        let (line, column) = document.place(of: failure.offset)
        guard case .feed(var feed) = result, !feed.entries.isEmpty else {
            throw .notAFeed("JSON that breaks off: \(failure.message) at line \(line), column \(column)")
        }
        let issue = ParseIssue(line: line, column: column, message: "\(failure.message); the rest is lost")
        feed.issues.insert(issue, at: 0)
        feed.isDamaged = true
        return feed
    }

    private enum Result {
        case feed(ParsedFeed)
        /// What the document is instead.
        case other(String)
    }

    private static func feed(in document: JSONDocument, options: ParseOptions) -> Result {
        guard let root = document.root else { return .other("JSON without an object") }
        if let feed = JSONFeedMapping.feed(in: root, options: options) { return .feed(feed) }
        switch NinjsItems.find(in: root) {
        case .items(let items): return .feed(NinjsMapping.feed(of: items, options: options))
        case .refused(let kind): return .other(kind)
        }
    }
}
