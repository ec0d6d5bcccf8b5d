// The frozen identity recipe, and what counts as a change.

import FeedModel
import FoundationEssentials
import Testing

@testable import FeedDesk

@Suite struct IdentityTests {
    @Test func theGuidNamesTheEntryByteForByte() {
        #expect(IdentityRecipe.keys(of: [.test(" urn:x:ÀB ", "Kop")]) == ["1g:urn:x:ÀB"])
    }

    @Test func withoutAGuidThePageDoes() {
        var entry = ParsedEntry.test(nil, "Kop")
        for url in [
            "https://News.example.nl/a?id=5&utm_source=rss&fbclid=x#top", "http://news.example.nl:80/a?id=5",
            "https://user:secret@news.example.nl/a?id=5", " https://news.example.nl:443/a?id=5 ",
        ] {
            entry.url = url
            #expect(IdentityRecipe.keys(of: [entry]) == ["1l://news.example.nl/a?id=5"])
        }
    }

    @Test func withoutBothWhatItSaysDoes() {
        let entry = ParsedEntry.test(nil, "Kop van het bericht", "<p>Tekst</p>")
        var spaced = entry
        spaced.title = " Kop  van het <b>bericht</b>"
        spaced.summaryHTML = "<div>Tekst</div>"
        var redated = entry
        redated.published = noon + 60
        let keys = [entry, spaced, redated].flatMap { IdentityRecipe.keys(of: [$0]) }
        #expect(keys[0] == "1c:297b1518609f01a6")
        #expect(keys[1] == keys[0])
        #expect(keys[2] != keys[0])
    }

    @Test func aGuidSharedByDifferentEntriesSwallowsNone() {
        var first = ParsedEntry.test("same", "Eerste kop")
        var second = ParsedEntry.test("same", "Tweede kop")
        first.url = "https://news.example.nl/1"
        second.url = "https://news.example.nl/2"
        #expect(IdentityRecipe.keys(of: [first, second]) == ["1l://news.example.nl/1", "1l://news.example.nl/2"])
        // One page for all, as feeds that link to their home page have.
        second.url = first.url
        let keys = IdentityRecipe.keys(of: [first, second])
        #expect(Set(keys).count == 2)
        #expect(keys.allSatisfy { $0.hasPrefix("1c:") })
    }

    @Test func anEntryThatStandsTwiceIsTakenOnce() {
        let desk = Desk(configuration: Configuration())
        var feed = ParsedFeed(format: .rss20)
        feed.entries = [.test("a", "Kop", "Nieuw."), .test("b", "Andere kop"), .test("a", "Kop", "Oud.")]
        let reports = desk.reports(of: feed, from: .test("anp"), now: noon)
        #expect(reports.map(\.identity.key) == ["1g:a", "1g:b"])
        #expect(reports[0].attribution.text == "Nieuw.")
    }

    @Test func aReaderSeesTheseDifferences() {
        let entry = ParsedEntry.test("a", "Kop", "PARIJS (ANP) - Tekst.")
        let desk = Desk(configuration: Configuration())
        func content(_ change: (inout ParsedEntry) -> Void) -> ShownContent {
            var changed = entry
            change(&changed)
            return ShownContent(changed, desk.attribute(changed, feedTitle: nil, source: nil))
        }
        let before = content { _ in }
        let changes: [(String, (inout ParsedEntry) -> Void)] = [
            ("headline", { $0.title = "kop" }),
            ("text", { $0.contentHTML = "PARIJS (ANP) - Andere tekst." }),
            ("link", { $0.url = "https://news.example.nl/b" }),
            ("credits", { $0.summaryHTML = "PARIJS (ANP/AFP) - Tekst." }),
            ("places", { $0.summaryHTML = "LYON (ANP) - Tekst." }),
            ("image", { $0.image = "https://news.example.nl/b.jpg" }),
            ("enclosures", { $0.enclosures = [Enclosure(url: "https://news.example.nl/b.mp3")] }),
            ("status", { $0.version = "2" }),
        ]
        for (name, change) in changes {
            let after = content(change)
            #expect(after.changes(since: before).contains(name))
            #expect(after.fingerprint != before.fingerprint)
        }
        let noise: [(inout ParsedEntry) -> Void] = [
            { $0.summaryHTML = "<p><b>PARIJS</b> (ANP) –  Tekst.</p>" },
            { $0.url = "https://news.example.nl/a?utm_medium=feed" },
            { $0.published = noon + 999 },
            { $0.updated = noon },
            { $0.categories = [Category(term: "Cultuur")] },
        ]
        for change in noise { #expect(content(change).fingerprint == before.fingerprint) }
    }

    @Test func vectorsOfVersion1NeverChange() {
        let entry = ParsedEntry.test("a", "Kop van het bericht", "PARIJS (ANP) - Tekst.")
        var feed = ParsedFeed(format: .rss20)
        feed.entries = [entry]
        let report = Desk(configuration: Configuration()).reports(of: feed, from: .test("anp"), now: noon)[0]
        #expect(report.fingerprint.hex == "cbafb8846bc37930")
        #expect(report.matchKey?.hex == "3482d8a712f595b0")
        #expect(StoryIDRecipe.id(foundedBy: report.identity) { _ in false } == "5cce259df4e8a540")
        #expect(StoryIDRecipe.id(foundedBy: report.identity) { $0 == "5cce259df4e8a540" } == "7319ad2671a1f72b")
    }
}
