// What tier one compares: the headline, and for a headline too short to tell an event, the place or first sentence too.
// Frozen, version 1.

import FeedModel

/// The key by which reports of the same headline find each other.
enum MatchKey {
    static let version = 1

    /// Fewer words than this name a subject rather than an event: "Weer", "Kort nieuws", "Aardbeving Japan".
    static let wordsThatTell = 4

    /// Nil when nothing is left of the headline.
    static func key(headline: String, attribution: Attribution) -> TextHash? {
        let normalised = Headline.normalise(headline)
        guard !normalised.isEmpty else { return nil }
        var hash = StableHash(recipe: "match", version: version)
        hash.combine(String(Headline.version))
        hash.combine(normalised)
        if normalised.split(separator: " ").count < wordsThatTell {
            hash.combine(attribution.places.first.map(Folding.key) ?? firstSentence(of: attribution.lead))
        }
        return hash.textHash
    }

    /// Up to the first full stop, question or exclamation mark with a space behind it.
    private static func firstSentence(of lead: String) -> String {
        var end = lead.startIndex
        while end < lead.endIndex {
            let next = lead.index(after: end)
            if ".!?".contains(lead[end]), next == lead.endIndex || lead[next].isWhitespace { break }
            end = next
        }
        return Folding.key(String(lead[..<end]))
    }
}
