// The frozen headline recipe: pairs that must meet or stay apart, vectors that must never change.

import FeedModel
import TestSupport
import Testing

@testable import FeedDesk

@Suite struct HeadlineTests {
    @Test func pairsMeetOrStayApartAsTheTableSays() throws {
        let rows = try table("headlines/pairs.tsv")
        #expect(rows.count >= 80)
        for row in rows {
            try #require(row.count == 3, "\(row)")
            let (one, other) = (Headline.normalise(row[1]), Headline.normalise(row[2]))
            #expect((one == other) == (row[0] == "same"), "\(row[1]) → \(one) | \(row[2]) → \(other)")
            #expect((Headline.hash(row[1]) == Headline.hash(row[2])) == (row[0] == "same"))
        }
    }

    @Test func vectorsOfVersion1NeverChange() {
        #expect(Headline.version == 1)
        let vectors = [
            (
                "Witte Huis verwerpt kritiek op uitspraken over NAVO",
                "witte huis verwerpt kritiek op uitspraken over navo"
            ),
            ("UPDATE 2-U.S. stocks fall 1.5% – Reuters", "us stocks fall 1.5 %"),
            ("'s-Hertogenbosch: 1.200 foto’s van ĳs (2)", "s hertogenbosch 1200 fotos van ijs"),
            ("Ελλάδα – Кабмин: −5 °C", "ελλαδα кабмин -5 c"),
        ]
        for (title, normalised) in vectors { #expect(Headline.normalise(title) == normalised) }
        #expect(vectors.map { Headline.hash($0.0)?.hex } == Self.hashes)
    }

    private static let hashes: [String?] = [
        "069adc26d7bf0e8f", "bdbd981ae3482709", "e0275e4d48d05123", "9cc1e8a4c8692c81",
    ]

    @Test func anEmptyHeadlineHasNoHash() {
        let pictures = [
            #"<img src="https://nieuws.example/storm.jpg" alt="Storm">"#,
            #"<a href="https://nieuws.example/1"><video src="https://nieuws.example/1.mp4"></video></a>"#,
        ]
        for title in ["", " ", "\u{AD}", "…", "- - -", "«»", "\u{301}", "<b></b>", "&nbsp;"] + pictures {
            #expect(Headline.normalise(title).isEmpty)
            #expect(Headline.hash(title) == nil)
        }
    }

    @Test func markersAloneAreNotCutToNothing() {
        #expect(Headline.normalise("Video") == "video")
        #expect(Headline.normalise("UPDATE:") == "update")
        #expect(Headline.normalise("(2)") == "2")
    }

    @Test(arguments: 0..<20 as Range<UInt64>) func normalisingTwiceChangesNothing(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let pieces = [
            "update", "1", "-", " ", ":", "|", "(2)", "[video]", "video", "1.200", "200", ",", ".", "5", "+", "%", "€",
            "É",
            "&amp;", "&#39;", "<b>", "</b>", "<", "’", "live", "nu.nl", "U.S.", "0", "\u{301}", "\u{7FD}", "ﬁ", "½",
            "-5",
            "foto's", "/",
            "а", "😀", "\u{200B}", "nos", "reuters", ")", "(", "'", "½", "①", "ß", "İ", "ǅ", "…", "\u{2212}", "١",
        ]
        for _ in 0..<400 {
            let title = (0..<Int.random(in: 0...9, using: &generator)).map { _ in
                pieces[Int.random(in: 0..<pieces.count, using: &generator)]
            }.joined()
            let once = Headline.normalise(title)
            #expect(Headline.normalise(once) == once, "seed \(seed): \(title)")
        }
    }

    @Test func shortHeadlinesNeedTheSamePlaceOrFirstSentence() {
        func key(_ title: String, places: [String] = [], lead: String = "") -> TextHash? {
            var attribution = Attribution()
            attribution.places = places
            attribution.lead = lead
            return MatchKey.key(headline: title, attribution: attribution)
        }
        #expect(key("Kort nieuws", places: ["PARIJS"]) == key("KORT NIEUWS", places: ["Parijs"]))
        #expect(key("Kort nieuws", places: ["PARIJS"]) != key("Kort nieuws", places: ["LONDEN"]))
        #expect(key("Weer", lead: "Het regent. Later droog.") == key("Weer", lead: "Het regent. Morgen zon."))
        #expect(key("Weer", lead: "Het regent.") != key("Weer", lead: "Het sneeuwt."))
        #expect(key("Premier van Frankrijk stapt op", places: ["PARIJS"]) == key("Premier van Frankrijk stapt op"))
        #expect(key("…", places: ["PARIJS"]) == nil)
    }

    @Test func foldingLeavesEveryFoldedFormAsItIs() {
        for line in Folding.letters.split(separator: "\n") {
            let form = String(line.prefix { $0 != " " })
            #expect(Folding.key(form) == form)
        }
    }

    @Test func stableHashKeepsItsVectors() {
        var hash = StableHash(recipe: "test", version: 1)
        #expect(TextHash(rawValue: hash.value).hex == Self.stable[0])
        hash.combine("a")
        #expect(TextHash(rawValue: hash.value).hex == Self.stable[1])
        hash.combine(["b", "c"])
        hash.combine(nil)
        #expect(TextHash(rawValue: hash.value).hex == Self.stable[2])
    }

    private static let stable = ["7690a5b4e5076abb", "ddd6ff471c750e2d", "a40f3b4b6c2c6f1a"]
}
