// Foreign or domestic, by the table and by the order of evidence.

import FeedModel
import TestSupport
import Testing

@testable import FeedDesk

@Suite struct ScopeTests {
    @Test func everyEntryOfTheTableIsPlacedAsItSays() throws {
        let rows = try table("scope/entries.tsv")
        #expect(rows.count >= 80)
        for row in rows {
            try #require(row.count == 6, "\(row)")
            var configuration = Configuration()
            configuration.attribution.home = row[1]
            var source = Source(id: "test", url: "https://feeds.example.nl/rss", interval: .seconds(300))
            source.scope = try #require(Scope(rawValue: row[2]))
            var entry = ParsedEntry()
            entry.categories = list(row[3]).map { Category(term: $0) }
            entry.url = row[4].isEmpty ? nil : row[4]
            entry.summaryHTML = row[5] + "De burgemeester sprak de bevolking toe."
            let attribution = Desk(configuration: configuration).attribute(entry, feedTitle: nil, source: source)
            let found = attribution.isForeign.map { $0 ? "foreign" : "domestic" } ?? "none"
            #expect(found == row[0], "\(row)")
            #expect((attribution.scopeReason == nil) == (attribution.isForeign == nil))
        }
    }

    @Test func theReasonNamesWhatDecided() {
        var entry = ParsedEntry()
        entry.summaryHTML = "AMSTERDAM/PARIJS (ANP) - Treinen rijden weer."
        let desk = Desk(configuration: Configuration())
        #expect(desk.attribute(entry, feedTitle: nil, source: nil).scopeReason == "dateline PARIJS")
        entry.url = "https://nieuws.example.nl/binnenland/1"
        #expect(desk.attribute(entry, feedTitle: nil, source: nil).scopeReason == "path binnenland")
        entry.categories = [Category(term: "Buitenland")]
        #expect(desk.attribute(entry, feedTitle: nil, source: nil).scopeReason == "category Buitenland")
    }

    @Test func aConceptNamedAfterAPartOfTheWorldIsNoSection() {
        var entry = ParsedEntry()
        entry.summaryHTML = "DEN HAAG (Reuters) - The minister spoke."
        entry.categories = [Category(term: "N2:ASIA"), Category(term: "N2:EUROP", label: "Europe / Asia")]
        let desk = Desk(configuration: Configuration())
        #expect(desk.attribute(entry, feedTitle: nil, source: nil).scopeReason == "dateline DEN HAAG")
        entry.categories.append(Category(term: "afdeling:14", label: "Buitenland"))
        #expect(desk.attribute(entry, feedTitle: nil, source: nil).scopeReason == "category Buitenland")
        entry.categories = [Category(term: "Europe")]
        #expect(desk.attribute(entry, feedTitle: nil, source: nil).scopeReason == "category Europe")
    }
}
