// What came of a hostile document, and the questions asked of it.

import FeedModel
import FeedParsing
import TestSupport

/// What a reader made of a document.
enum HostileAnswer {
    case feed(ParsedFeed)
    case refused(FeedParsingError)
    case html(String)

    typealias Check = @Sendable (HostileAnswer) -> String?

    /// One line, for the table.
    var summary: String {
        switch self {
        case .feed(let feed): "\(feed.entries.count) entries, \(feed.issues.count) issues"
        case .refused(let error): "\(error)".prefix(60) + ""
        case .html(let html): "\(html.utf8.count) bytes of HTML"
        }
    }

    /// A feed with exactly so many entries; the last has its title.
    static func entries(_ count: Int) -> Check {
        { answer in
            guard case .feed(let feed) = answer else { return "no feed" }
            guard feed.entries.count == count else { return "\(feed.entries.count) entries" }
            return count == 0 || feed.entries.last?.title == "Kop" ? nil : "the last entry is damaged"
        }
    }

    /// A feed, however little was saved of it, that says it was damaged or refuses by name.
    static let damaged: Check = { answer in
        switch answer {
        case .feed(let feed): feed.isDamaged || !feed.issues.isEmpty ? nil : "nothing is said of the damage"
        case .refused: nil
        case .html: "no feed"
        }
    }

    /// Refused, with a description of what it is.
    static let isRefused: Check = { answer in
        guard case .refused(let error) = answer else { return "a feed" }
        return error.description.utf8.count < 400 ? nil : "a long description"
    }

    /// A feed or a refusal, with nothing in it longer than a thousandth of a bomb.
    static let small: Check = { answer in
        guard case .feed(let feed) = answer else { return nil }
        let texts = feed.entries.flatMap { [$0.title, $0.summaryHTML, $0.contentHTML] } + [feed.title, feed.subtitle]
        return texts.allSatisfy { ($0?.utf8.count ?? 0) < 10_000_000 } ? nil : "it was expanded"
    }

    /// HTML that is safe, balanced and the same when put in again.
    static let safe: Check = { answer in
        guard case .html(let html) = answer else { return "no HTML" }
        if let fault = MarkupForm(html).faults.first { return fault }
        return HTMLSanitizer.sanitize(html, base: "https://nieuws.example/") == html ? nil : "not the same again"
    }
}
