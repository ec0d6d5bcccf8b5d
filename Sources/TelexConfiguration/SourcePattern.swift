// Which sources a merged feed's `sources:` names: ids in which `*` matches any run of characters.

import FeedModel

/// Matches source ids against patterns.
enum SourcePattern {
    static func takes(_ id: SourceID, into feed: MergedFeed) -> Bool {
        feed.sources.contains { matches($0, id.rawValue) }
    }

    /// Greedy with one point of return, so linear in practice and never exponential.
    static func matches(_ pattern: String, _ text: String) -> Bool {
        let pattern = Array(pattern.unicodeScalars)
        let text = Array(text.unicodeScalars)
        var inPattern = 0
        var inText = 0
        var star: (inPattern: Int, inText: Int)?
        while inText < text.count {
            if inPattern < pattern.count, pattern[inPattern] == "*" {
                star = (inPattern, inText)
                inPattern += 1
            } else if inPattern < pattern.count, pattern[inPattern] == text[inText] {
                inPattern += 1
                inText += 1
            } else if let last = star {
                star = (last.inPattern, last.inText + 1)
                inPattern = last.inPattern + 1
                inText = last.inText + 1
            } else {
                return false
            }
        }
        return pattern[inPattern...].allSatisfy { $0 == "*" }
    }
}
