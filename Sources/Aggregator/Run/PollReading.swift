// From fetched bytes to reports: parse and attribute. Pure; several documents become one feed.

import FeedDesk
import FeedFetching
import FeedModel
import FeedParsing
import FoundationEssentials

/// What the documents of one fetch gave.
struct PollReading: Sendable {
    /// Nil when there was no document at all.
    var feed: FeedFacts?
    var reports: [Report] = []
    /// Why nothing could be read; nil when something was.
    var error: String?

    /// Reads documents in order of delivery. What cannot be read is a warning, unless nothing can.
    init(_ documents: [FetchedDocument], of source: Source, desk: Desk, now: Date) {
        var whole: ParsedFeed?
        var failures: [String] = []
        // The last delivered comes first, as in a feed: where an identity comes twice, the desk keeps the first.
        for document in documents.reversed() {
            let options = ParseOptions(contentType: document.contentType, baseURL: document.url)
            do throws(FeedParsingError) {
                let feed = try FeedParser.parse(document.bytes, options: options)
                whole = whole.map { Self.joined($0, feed) } ?? feed
            } catch {
                failures.append(documents.count > 1 ? "\(document.url): \(error.description)" : error.description)
            }
        }
        guard var feed = whole else {
            error = failures.first
            return
        }
        feed.issues += failures.map { ParseIssue(line: 0, column: 0, message: $0) }
        self.feed = FeedFacts(feed)
        reports = desk.reports(of: feed, from: source, now: now)
    }

    private static func joined(_ first: ParsedFeed, _ next: ParsedFeed) -> ParsedFeed {
        var whole = first
        // What documents of several senders say of themselves is not true of all of them.
        if first.title != next.title { whole.title = nil }
        if first.rights != next.rights { whole.rights = nil }
        if first.homePageURL != next.homePageURL { whole.homePageURL = nil }
        whole.entries += next.entries
        whole.issues += next.issues
        whole.isDamaged = first.isDamaged || next.isDamaged
        return whole
    }
}
