// "7 minuten geleden" and its neighbours.

import FoundationEssentials
import Testing

@testable import FeedPublishing

struct RelativeTimeTests {
    @Test(
        arguments: [
            (-90.0, "zojuist"), (0, "zojuist"), (59, "zojuist"), (60, "1 minuut geleden"), (119, "1 minuut geleden"),
            (420, "7 minuten geleden"), (3599, "59 minuten geleden"), (3600, "1 uur geleden"), (7200, "2 uur geleden"),
            (86_399, "23 uur geleden"), (86_400, "gisteren"), (123_599, "gisteren"), (123_601, "22 januari"),
            (2_200_000, "29 december 2025"),
        ]
    )
    func dutchSaysHowLongAgo(seconds: Double, expected: String) {
        let times = RelativeTime(phrases: .dutch, now: Samples.now)
        #expect(times.ago(Samples.now.addingTimeInterval(-seconds)) == expected)
    }

    @Test(arguments: [(30.0, "just now"), (420, "7 minutes ago"), (3600, "1 hour ago"), (90_000, "yesterday")])
    func englishSaysHowLongAgo(seconds: Double, expected: String) {
        let times = RelativeTime(phrases: .english, now: Samples.now)
        #expect(times.ago(Samples.now.addingTimeInterval(-seconds)) == expected)
    }

    @Test func hoverTellsTheExactTime() {
        let element = RelativeTime(phrases: .dutch, now: Samples.now).element(Samples.minutesAgo(18))
        let expected =
            "<time datetime=\"2026-01-24T10:02:00Z\" title=\"zaterdag 24 januari 2026, 10:02 UTC\">18 minuten geleden</time>"
        #expect(element == expected)
    }

    @Test(arguments: [("nl", "nl"), ("nl-BE", "nl"), ("NL", "nl"), ("en-GB", "en"), ("fy", "en"), ("", "en")])
    func languageWithoutTableFallsToEnglish(language: String, table: String) {
        #expect(Phrases.of(language).language == table)
    }
}
