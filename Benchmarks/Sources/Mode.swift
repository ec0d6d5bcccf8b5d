// What can be timed: the whole way of a document, and single steps of it with everything before them done beforehand.

import FeedDesk
import FeedModel
import FeedParsing

/// A workload.
enum Mode: String, CaseIterable {
    /// Documents to entries, nothing sanitised, no link resolved.
    case raw
    /// Documents to entries, sanitised, links absolute; each attributed, its headline hashed.
    case full
    /// Bodies and summaries as written to clean HTML.
    case sanitise
    /// Clean entries to attributions.
    case attribute
    /// Titles to headline hashes.
    case headlines
    /// Dates as written to instants.
    case dates

    private static let base = "https://nieuws.example/nieuws/feed.xml"

    /// One piece for each document.
    func pieces(_ documents: [Document]) -> [Piece] {
        let desk = Desk(configuration: Configuration())
        return documents.map { document in
            switch self {
            case .raw: whole(document, keepsRaw: true) { $0.tally }
            case .full: whole(document, keepsRaw: false) { Self.tally($0, desk) }
            case .sanitise: sanitising(document)
            case .attribute: attributing(document, desk)
            case .headlines: hashing(document)
            case .dates: dating(document)
            }
        }
    }

    private static func parse(_ document: Document, keepsRaw: Bool) -> ParsedFeed? {
        try? FeedParser.parse(document.bytes, options: ParseOptions(baseURL: base, keepsRaw: keepsRaw))
    }

    private static func tally(_ feed: ParsedFeed, _ desk: Desk) -> Tally {
        var tally = feed.tally
        for entry in feed.entries {
            tally.output += desk.attribute(entry, feedTitle: feed.title, source: nil).text.utf8.count
            if let title = entry.title, Headline.hash(title) != nil { tally.output += 8 }
        }
        return tally
    }

    private func whole(_ document: Document, keepsRaw: Bool, tally: @escaping (ParsedFeed) -> Tally) -> Piece {
        Piece(size: document.bytes.count) {
            Self.parse(document, keepsRaw: keepsRaw).map(tally) ?? Tally()
        }
    }

    // MARK: - Single steps

    private func sanitising(_ document: Document) -> Piece {
        let entries = Self.parse(document, keepsRaw: true)?.entries ?? []
        return piece(entries.flatMap { [$0.summaryHTML, $0.contentHTML].compactMap(\.self) }) {
            HTMLSanitizer.sanitize($0, base: Self.base).utf8.count
        }
    }

    private func attributing(_ document: Document, _ desk: Desk) -> Piece {
        guard let feed = Self.parse(document, keepsRaw: false) else { return piece([]) { _ in 0 } }
        return Piece(size: feed.tally.output) {
            feed.entries.reduce(into: Tally()) {
                $0.items += 1
                $0.output += desk.attribute($1, feedTitle: feed.title, source: nil).text.utf8.count
            }
        }
    }

    private func hashing(_ document: Document) -> Piece {
        let titles = Self.parse(document, keepsRaw: true)?.entries.compactMap(\.title) ?? []
        return piece(titles) { Headline.hash($0) == nil ? 0 : 8 }
    }

    private func dating(_ document: Document) -> Piece {
        piece(document.texts(of: ["pubDate", "dc:date", "published", "updated"])) {
            FeedDate.parse($0) == nil ? 0 : 8
        }
    }

    /// Work on each text apart; `output` is the bytes made of one.
    private func piece(_ texts: [String], output: @escaping (String) -> Int) -> Piece {
        Piece(size: texts.reduce(0) { $0 + $1.utf8.count }) {
            texts.reduce(into: Tally()) {
                $0.items += 1
                $0.output += output($1)
            }
        }
    }
}

extension ParsedFeed {
    /// What of a feed proves that it was read.
    fileprivate var tally: Tally {
        entries.reduce(into: Tally()) { tally, entry in
            tally.items += 1
            for text in [entry.id, entry.url, entry.title, entry.summaryHTML, entry.contentHTML] {
                tally.output += text?.utf8.count ?? 0
            }
            for date in [entry.published, entry.updated] where date != nil { tally.output += 8 }
        }
    }
}
