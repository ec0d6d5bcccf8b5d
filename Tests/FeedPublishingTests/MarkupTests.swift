// Any text at all becomes a document that parses and says the same.

import FeedModel
import TestSupport
import Testing

@testable import FeedPublishing

struct MarkupTests {
    @Test(
        arguments: [
            ("a & b < c > d", "a &amp; b &lt; c &gt; d"), ("\"'", "&quot;&#39;"), ("\u{0}a\u{1F}\u{7F}b", "ab"),
            ("tab\tregel\nretour\r", "tab\tregel\nretour&#13;"),
            ("\u{FFFD}\u{FFFE}\u{FFFF}\u{FEFF}", "\u{FFFD}\u{FEFF}"),
            ("\"\u{301}", "&quot;\u{301}"), ("👩‍👩‍👧‍👦 é زلزال", "👩‍👩‍👧‍👦 é زلزال"), ("ﾾ\u{3BF}\u{7FF}", "ﾾ\u{3BF}\u{7FF}"),
        ]
    )
    func textIsEscapedByItsBytes(text: String, expected: String) {
        #expect(Array(Markup.escaped(text).utf8) == Array(expected.utf8))
    }

    @Test func shorteningNeverCutsAWordOrGrowsAText() {
        #expect(StoryText.shortened("een twee drie", to: 9) == "een twee…")
        #expect(StoryText.shortened("een, twee", to: 5) == "een…")
        #expect(StoryText.shortened("kort", to: 80) == "kort")
        let pile = "a" + String(repeating: "\u{301}", count: 100_000)
        #expect(StoryText.shortened(pile, to: 80).utf8.count < 2000)
    }

    @Test func titleIsFoundForCopyWithoutHeadline() {
        var story = Samples.quake
        story.reports[0].entry.title = " \n"
        #expect(StoryText.title(of: story, language: "nl").hasPrefix("Een aardbeving met een kracht van 7,1"))
        story.reports[0].attribution.lead = ""
        #expect(StoryText.title(of: story, language: "nl") == "SANTIAGO (ANP/RTR/AFP)")
        story.record.agencies = []
        story.reports[0].attribution.dateline = nil
        #expect(StoryText.title(of: story, language: "nl") == "Zonder kop")
        #expect(StoryText.title(of: story, language: "de") == "Untitled")
    }

    @Test(arguments: [
        ("nl", true), ("nl-BE", true), ("zh-Hant-TW", true), ("n", false), ("nl_BE", false), ("", false),
        ("nl\"", false), ("12", false),
    ])
    func languageTagsAreChecked(tag: String, isWellFormed: Bool) {
        #expect((LanguageTag.wellFormed(tag) != nil) == isWellFormed)
    }
}
