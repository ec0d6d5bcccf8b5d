// Patterns that name sources in a merged feed.

import FeedModel
import Testing

@Suite struct SourcePatternTests {
    @Test(arguments: [
        ("*", "anp", true), ("anp", "anp", true), ("anp", "anp-sport", false), ("anp*", "anp-sport", true),
        ("*-sport", "anp-sport", true), ("a*p*t", "anp-sport", true), ("a*x", "anp", false), ("", "anp", false),
        ("", "", true), ("**", "", true), ("**", "anp", true), ("*anp", "xanpanp", true),
    ])
    func starsMatchAnyRunOfCharacters(pattern: String, id: String, matches: Bool) {
        #expect(SourceID(rawValue: id).matches(pattern) == matches)
    }

    @Test(.timeLimit(.minutes(5)))
    func patternsOfManyStarsEnd() {
        let id = SourceID(rawValue: String(repeating: "a", count: 2000))
        #expect(!id.matches(String(repeating: "a*", count: 200) + "b"))
    }

    @Test func aFeedTakesWhatAnyOfItsPatternsNames() {
        let feed = MergedFeed(id: "f", title: "F", sources: ["rtr", "anp-*"])
        #expect(feed.takes("rtr"))
        #expect(feed.takes("anp-sport"))
        #expect(!feed.takes("anp"))
    }
}
