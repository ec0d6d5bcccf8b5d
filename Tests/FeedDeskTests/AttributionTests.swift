// Attribution as a whole: the dateline out of text and HTML, and the order of evidence where there is none.

import FeedModel
import TestSupport
import Testing

@testable import FeedDesk

@Suite struct AttributionTests {
    private let desk = Desk(configuration: Configuration())

    @Test func theDatelineIsCutFromHTMLWhateverTagsItCrosses() throws {
        let rows = try table("datelines/html.tsv")
        #expect(rows.count >= 20)
        for row in rows {
            try #require(row.count == 4, "\(row)")
            var entry = ParsedEntry()
            entry.contentHTML = row[0].replacing("␤", with: "\n")
            let attribution = desk.attribute(entry, feedTitle: nil, source: nil)
            #expect(attribution.contentHTML == row[1].replacing("␤", with: "\n"), "\(row[0])")
            #expect(attribution.agencies.map(\.rawValue) == list(row[2]), "\(row[0])")
            let text = row[3].replacing("¶", with: "\n\n").replacing("⏎", with: "\n").replacing("§", with: "")
            #expect(attribution.text == text, "\(row[0])")
            let first = row[3].split(separator: "¶").first { !$0.hasPrefix("§") }.map(String.init) ?? ""
            #expect(attribution.lead == first.replacing("⏎", with: "\n"))
        }
    }

    @Test func creditsFollowTheOrderOfEvidence() throws {
        let rows = try table("datelines/credits.tsv")
        #expect(rows.count >= 60)
        for row in rows {
            try #require(row.count == 8, "\(row)")
            var entry = ParsedEntry()
            entry.creditLine = row[2].isEmpty ? nil : row[2]
            entry.authors = row[3].isEmpty ? [] : [Person(name: row[3])]
            entry.contentHTML = row[4]
            entry.rights = row[5].isEmpty ? nil : row[5]
            var source = Source(id: "test", url: "https://feeds.example.nl/rss", interval: .seconds(300))
            source.agency = row[7].isEmpty ? nil : AgencyCode(rawValue: row[7])
            let attribution = desk.attribute(entry, feedTitle: row[6].isEmpty ? nil : row[6], source: source)
            #expect(attribution.agencies.map(\.rawValue) == list(row[0]), "\(row)")
            #expect(attribution.evidence.rawValue == row[1], "\(row)")
        }
    }

    @Test(arguments: [
        ("Berlin (dpa) - ", "Berlin (dpa)", ["Berlin"], ["DPA"]),
        ("STOCKHOLM, Aug 29, 2026 (AFP) -", "STOCKHOLM, Aug 29, 2026 (AFP)", ["STOCKHOLM"], ["AFP"]),
        ("Strasbourg, 10 juil 2026 (AFP)", "Strasbourg, 10 juil 2026 (AFP)", ["Strasbourg"], ["AFP"]),
        ("MOSCOW, Monday (Reuters)", "MOSCOW, Monday (Reuters)", ["MOSCOW"], ["RTR"]),
        ("BEIJING, July 23", "BEIJING, July 23", ["BEIJING"], []),
        ("FORT WASHINGTON, Pa.", "FORT WASHINGTON, Pa.", ["FORT WASHINGTON"], []),
        ("Kiova/Washington", "Kiova/Washington", ["Kiova", "Washington"], []),
        ("Oslo", "Oslo", ["Oslo"], []),
    ])
    func aDatelineOfItsOwnIsReadWhereTheTextHasNone(
        _ element: String,
        _ text: String,
        _ places: [String],
        _ agencies: [String]
    ) {
        var entry = ParsedEntry()
        entry.dateline = element
        entry.contentHTML = "<p>De boten varen weer.</p>"
        entry.creditLine = "Kyodo"
        let attribution = desk.attribute(entry, feedTitle: nil, source: nil)
        #expect(attribution.dateline?.text == text)
        #expect(attribution.places == places)
        #expect(attribution.agencies.map(\.rawValue) == (agencies.isEmpty ? ["KYODO"] : agencies))
        #expect(attribution.isForeign == true)
        #expect(attribution.contentHTML == entry.contentHTML)
    }

    @Test(arguments: ["4/4/2026", "January 21", "-", "de redactie meldt dit vandaag"])
    func whatNamesNoPlaceIsNoDateline(_ element: String) {
        var entry = ParsedEntry()
        entry.dateline = element
        entry.contentHTML = "<p>De boten varen weer.</p>"
        let attribution = desk.attribute(entry, feedTitle: nil, source: nil)
        #expect(attribution.places.isEmpty)
        #expect(attribution.agencies.isEmpty)
    }

    @Test func theTextsOwnDatelineOutranksTheElementAndThePlaces() {
        var entry = ParsedEntry()
        entry.dateline = "Bangalore (Reuters)"
        entry.places = ["Bangalore"]
        entry.contentHTML = "<p>(Adds quotes)</p><p>By A. Writer</p><p>BEIRUT, July 16 (AP) - The mayor spoke.</p>"
        let attribution = desk.attribute(entry, feedTitle: nil, source: nil)
        #expect(attribution.dateline?.text == "BEIRUT, July 16 (AP)")
        #expect(attribution.places == ["BEIRUT"])
        #expect(attribution.agencies == ["AP"])
        #expect(attribution.lead == "The mayor spoke.")
    }

    @Test func theEntrysPlacesStandInForADatelinesAndTheFirstTellsTheScope() {
        var entry = ParsedEntry()
        entry.contentHTML = "<p>De boten varen weer.</p>"
        entry.creditLine = "ANP"
        entry.places = ["Den Haag", "Duitsland"]
        var attribution = desk.attribute(entry, feedTitle: nil, source: nil)
        #expect(attribution.places == ["Den Haag", "Duitsland"])
        #expect(attribution.dateline == nil)
        #expect(attribution.isForeign == false)
        #expect(attribution.scopeReason == "place Den Haag")
        entry.places = ["Hamburg"]
        attribution = desk.attribute(entry, feedTitle: nil, source: nil)
        #expect(attribution.scopeReason == "place Hamburg")
        #expect(attribution.isForeign == true)
    }

    @Test func anAustralianAgencyIsNotTheAssociatedPress() {
        var entry = ParsedEntry()
        entry.creditLine = "Australian Associated Press"
        #expect(desk.attribute(entry, feedTitle: nil, source: nil).agencies == ["AAP"])
    }

    @Test func theSeedDatelineIsRead() {
        var entry = ParsedEntry()
        entry.summaryHTML = "<p>GENÈVE (ANP/RTR/AFP) - De gesprekken duren voort.</p>"
        let attribution = desk.attribute(entry, feedTitle: nil, source: nil)
        #expect(attribution.dateline?.text == "GENÈVE (ANP/RTR/AFP)")
        #expect(attribution.places == ["GENÈVE"])
        #expect(attribution.agencies == ["ANP", "RTR", "AFP"])
        #expect(attribution.evidence == .dateline)
        #expect(attribution.lead == "De gesprekken duren voort.")
        #expect(attribution.isForeign == true)
    }

    @Test func theSummaryLosesItsDatelineToo() {
        var entry = ParsedEntry()
        entry.summaryHTML = "LONDEN (ANP) - Kort."
        entry.contentHTML = "<p>LONDEN (ANP) - Lang.</p><p>Meer.</p>"
        let attribution = desk.attribute(entry, feedTitle: nil, source: nil)
        #expect(attribution.summaryHTML == "Kort.")
        #expect(attribution.contentHTML == "<p>Lang.</p><p>Meer.</p>")
        #expect(attribution.text == "Lang.\n\nMeer.")
    }

    @Test func aSummaryWithCodesWinsOverContentWithAPlaceAlone() {
        var entry = ParsedEntry()
        entry.summaryHTML = "LONDEN (ANP) - Kort."
        entry.contentHTML = "<p>LONDEN - Lang.</p>"
        let attribution = desk.attribute(entry, feedTitle: nil, source: nil)
        #expect(attribution.agencies == ["ANP"])
        #expect(attribution.text == "Lang.")
    }

    @Test func theCaptionOfAPictureIsNoLeadAndHidesNoDateline() {
        var entry = ParsedEntry()
        entry.contentHTML =
            "<figure><img src=\"https://a.example/1.jpg\"><figcaption>Het station. Foto: EPA</figcaption></figure>"
            + "<p>LONDEN - De trein staat stil.</p><p>Meer.</p>"
        let attribution = desk.attribute(entry, feedTitle: nil, source: nil)
        #expect(attribution.places == ["LONDEN"])
        #expect(attribution.lead == "De trein staat stil.")
        #expect(attribution.text == "Het station. Foto: EPA\n\nDe trein staat stil.\n\nMeer.")
        #expect(attribution.contentHTML?.hasSuffix("</figure><p>De trein staat stil.</p><p>Meer.</p>") == true)
    }

    @Test func aCaptionAloneIsTheLead() {
        var entry = ParsedEntry()
        entry.contentHTML = "<figure><figcaption>Het station.</figcaption></figure>"
        #expect(desk.attribute(entry, feedTitle: nil, source: nil).lead == "Het station.")
    }

    @Test func emptyContentLeavesTheTextToTheSummary() {
        var entry = ParsedEntry()
        entry.summaryHTML = "<p>Kort.</p>"
        entry.contentHTML = "<p> </p>"
        #expect(desk.attribute(entry, feedTitle: nil, source: nil).text == "Kort.")
    }

    @Test func contentThatOnlyNamesItsAgencyLeavesTheTextToTheSummary() {
        var entry = ParsedEntry()
        entry.summaryHTML = "<p>Kort.</p>"
        entry.contentHTML = "<p>EFE</p>"
        let attribution = desk.attribute(entry, feedTitle: nil, source: nil)
        #expect(attribution.text == "Kort.")
        #expect(attribution.lead == "Kort.")
        #expect(attribution.agencies == ["EFE"])
        #expect(attribution.evidence == .sourceLine)
    }

    @Test func theLeadIsNeverASourceLine() {
        var entry = ParsedEntry()
        entry.contentHTML = "<figure><figcaption>Foto: EPA</figcaption></figure><p>EFE</p><p>Kort.</p><p>EFE</p>"
        let attribution = desk.attribute(entry, feedTitle: nil, source: nil)
        #expect(attribution.lead == "Kort.")
        #expect(attribution.text == "Foto: EPA\n\nKort.\n\nEFE")
    }

    @Test func nothingIsInvented() {
        let attribution = desk.attribute(ParsedEntry(), feedTitle: nil, source: nil)
        #expect(attribution == Attribution())
    }

    @Test(arguments: 0..<12 as Range<UInt64>) func damageNeverTrapsAndNeverUnbalances(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let pieces = [
            "<p>", "</p>", "<b>", "</b>", "<br>", "PARIJS", " ", "(", "ANP", "/", "AFP", ")", " - ", "De ", "trein.",
            "&",
            "&amp;", "&#", "&#x110000;", "&#0;", "<", ">", "\"", "é", "\u{301}", "\u{AD}", "\n", "1", "Jan 2", ", ",
            "[", "]",
            ".- ", "😀", "Bron: ", "©", "\u{0}", "=", "--", "/TASS/",
        ]
        for _ in 0..<300 {
            let html = (0..<Int.random(in: 0...14, using: &generator)).map { _ in
                pieces[Int.random(in: 0..<pieces.count, using: &generator)]
            }.joined()
            var entry = ParsedEntry()
            entry.contentHTML = html
            entry.creditLine = html
            entry.url = html
            entry.title = html
            let attribution = desk.attribute(entry, feedTitle: html, source: nil)
            #expect(attribution.agencies.count <= 12)
        }
        for _ in 0..<300 {
            let bytes = (0..<Int.random(in: 0...80, using: &generator)).map { _ in
                UInt8.random(in: 0...255, using: &generator)
            }
            var entry = ParsedEntry()
            entry.summaryHTML = String(decoding: bytes, as: UTF8.self)
            let attribution = desk.attribute(entry, feedTitle: nil, source: nil)
            #expect(attribution.lead.count <= attribution.text.count)
        }
    }

    @Test(arguments: 0..<8 as Range<UInt64>) func theCutLeavesBalancedHTMLAndTheOtherText(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<200 {
            let html = Self.nested("PARIJS (ANP/AFP) - De trein staat stil.", using: &generator)
            var entry = ParsedEntry()
            entry.contentHTML = html
            let attribution = desk.attribute(entry, feedTitle: nil, source: nil)
            let cut = attribution.contentHTML ?? ""
            #expect(Self.isBalanced(cut), "\(html) → \(cut)")
            #expect(attribution.text == "De trein staat stil.", "\(html) → \(cut)")
            #expect(MarkupText.paragraphs(of: cut).map(\.text) == ["De trein staat stil."])
        }
    }

    /// The text with inline elements around random stretches of it.
    private static func nested(_ text: String, using generator: inout SeededGenerator) -> String {
        guard text.count > 1, Int.random(in: 0..<4, using: &generator) > 0 else { return text }
        let cut = text.index(text.startIndex, offsetBy: Int.random(in: 0...text.count, using: &generator))
        let name = ["b", "i", "span", "a"][Int.random(in: 0..<4, using: &generator)]
        let (head, tail) = (String(text[..<cut]), String(text[cut...]))
        return "<\(name)>" + nested(head, using: &generator) + "</\(name)>" + nested(tail, using: &generator)
    }

    private static func isBalanced(_ html: String) -> Bool {
        var scanner = MarkupScanner(html)
        var open: [MarkupName] = []
        while let (token, _) = scanner.next() {
            if case .open(let name) = token { open.append(name) }
            if case .close(let name) = token, open.popLast() != name { return false }
        }
        return open.isEmpty
    }
}
