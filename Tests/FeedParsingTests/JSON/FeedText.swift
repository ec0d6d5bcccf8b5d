// A feed as lines of text, for comparison with a file that a person can read.

import FeedModel
import Foundation

/// Writes feeds as the `.expected` files have them.
enum FeedText {
    static func describe(_ feed: ParsedFeed) -> String {
        var lines = ["format: \(feed.format.rawValue)"]
        lines += field("title", feed.title) + field("subtitle", feed.subtitle) + field("homePageURL", feed.homePageURL)
        lines += field("feedURL", feed.feedURL) + field("language", feed.language) + field("image", feed.image)
        lines += feed.authors.map { "author: \(person($0))" } + feed.hubs.map { "hub: \($0)" }
        lines += field("rights", feed.rights) + field("updated", feed.updated.map { $0.formatted(.iso8601) })
        if feed.isDamaged { lines.append("damaged") }
        for entry in feed.entries {
            lines.append("entry: \(entry.id ?? "-")")
            lines += describe(entry).map { "  \($0)" }
        }
        lines += feed.issues.map { issue in
            issue.line > 0 ? "issue: \(issue.line):\(issue.column): \(issue.message)" : "issue: \(issue.message)"
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func describe(_ entry: ParsedEntry) -> [String] {
        var lines = field("url", entry.url) + field("title", entry.title) + field("summary", entry.summaryHTML)
        lines += field("content", entry.contentHTML)
        lines += field("published", entry.published.map { $0.formatted(.iso8601) })
        lines += field("updated", entry.updated.map { $0.formatted(.iso8601) })
        lines += entry.authors.map { "author: \(person($0))" } + entry.categories.map(category)
        lines += entry.enclosures.map { "enclosure: \($0.url) \($0.type ?? "-") \($0.length.map(String.init) ?? "-")" }
        lines += field("image", entry.image) + field("language", entry.language)
        lines += field("credit", entry.creditLine) + field("rights", entry.rights) + field("dateline", entry.dateline)
        lines += entry.places.map { "place: \($0)" } + field("version", entry.version)
        lines += field("status", entry.status?.rawValue) + field("urgency", entry.urgency.map(String.init))
        lines += field("embargo", entry.embargo.map { $0.formatted(.iso8601) })
        return lines
    }

    private static func category(_ category: FeedModel.Category) -> String {
        let label = category.label.map { " (\($0))" } ?? ""
        return "category: \(category.term)\(label)" + (category.scheme.map { " <\($0)>" } ?? "")
    }

    private static func person(_ person: Person) -> String {
        [person.name, person.url.map { "<\($0)>" }].compactMap { $0 }.joined(separator: " ")
    }

    private static func field(_ name: String, _ value: String?) -> [String] {
        value.map { ["\(name): \($0)"] } ?? []
    }
}
