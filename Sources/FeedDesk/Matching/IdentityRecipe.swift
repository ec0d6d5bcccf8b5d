// By what an entry is recognised from poll to poll: its guid, else its page, else what it says. Frozen: a change makes
// every stored entry look new, so it is a new version with its own letters, never an edit.

import FeedModel
import FoundationEssentials

/// The recipe, version 1. Keys read `1g:` and the guid, `1l:` and the page (WebAddress.page), `1c:` and a hash over
/// title, date and text.
enum IdentityRecipe {
    static let version = 1

    /// A key for each entry, in order. Entries that are the same get the same key.
    ///
    /// A guid, or a page, that entries with different headlines or pages share in one document names none of them: some
    /// feeds give every item the same. Those entries go by the next best evidence, so that none swallows another.
    static func keys(of entries: [ParsedEntry]) -> [String] {
        let candidates = entries.map(Candidates.init)
        let sharedGuids = shared(candidates) { $0.guid }
        let sharedPages = shared(candidates) { $0.page }
        return candidates.map { candidate in
            if let guid = candidate.guid, !sharedGuids.contains(guid) { return "\(version)g:\(guid)" }
            if let page = candidate.page, !sharedPages.contains(page) { return "\(version)l:\(page)" }
            return "\(version)c:\(candidate.content.hex)"
        }
    }

    private struct Candidates {
        var guid: String?
        var page: String?
        var headline: String
        private let entry: ParsedEntry

        init(_ entry: ParsedEntry) {
            guid = entry.id.map(\.trimmingSpaces).flatMap { $0.isEmpty ? nil : $0 }
            page = entry.url.flatMap { WebAddress($0)?.page }
            headline = Headline.normalise(entry.title ?? "")
            self.entry = entry
        }

        /// Worked out only for entries that need it: it reads the whole text.
        var content: TextHash {
            var hash = StableHash(recipe: "identity", version: version)
            hash.combine(headline)
            hash.combine(
                entry.published.flatMap { Int64(exactly: $0.timeIntervalSince1970.rounded()) }.map(String.init)
            )
            let paragraphs = MarkupText.paragraphs(of: entry.contentHTML ?? entry.summaryHTML ?? "")
            hash.combine(paragraphs.map { Folding.key($0.text) })
            return hash.textHash
        }
    }

    /// The values under which different entries stand.
    private static func shared(_ candidates: [Candidates], by value: (Candidates) -> String?) -> Set<String> {
        var first: [String: Candidates] = [:]
        var shared: Set<String> = []
        for candidate in candidates {
            guard let key = value(candidate) else { continue }
            if let other = first[key] {
                if other.headline != candidate.headline || other.page != candidate.page { shared.insert(key) }
            } else {
                first[key] = candidate
            }
        }
        return shared
    }
}
