// What a story shows, made from its record and reports.

import FeedModel
import FoundationEssentials
import Testing

@Suite struct StoryTests {
    private let date = Date(timeIntervalSince1970: 1_769_248_920)

    private func report(_ source: SourceID, places: [String], agencies: [AgencyCode]) -> Report {
        var entry = ParsedEntry()
        entry.title = "Akkoord in Genève"
        var attribution = Attribution()
        if !places.isEmpty {
            attribution.dateline = Dateline(text: "", places: places, agencies: agencies)
        }
        attribution.places = places
        attribution.agencies = agencies
        return Report(
            identity: EntryIdentity(sourceID: source, key: "1"),
            entry: entry,
            attribution: attribution,
            headlineHash: nil,
            matchKey: nil,
            fingerprint: TextHash(rawValue: 1),
            firstSeen: date
        )
    }

    private func story(_ reports: [Report], preferred: Int, agencies: [AgencyCode]) -> Story {
        let record = StoryRecord(
            id: "00000000000000aa",
            published: date,
            updated: date,
            modified: date,
            preferred: reports[preferred].identity,
            agencies: agencies,
            places: [],
            isForeign: true
        )
        return Story(record: record, reports: reports)
    }

    @Test func datelineJoinsTheShownPlacesWithAllCredits() {
        let reports = [
            report("anp", places: ["GENÈVE"], agencies: ["ANP"]), report("rtr", places: ["GENEVA"], agencies: ["RTR"]),
        ]
        #expect(story(reports, preferred: 0, agencies: ["ANP", "RTR", "AFP"]).dateline == "GENÈVE (ANP/RTR/AFP)")
        #expect(story(reports, preferred: 1, agencies: ["ANP"]).dateline == "GENEVA (ANP)")
    }

    @Test func datelineDoesWithoutPlacesOrCredits() {
        let bare = [report("nos", places: [], agencies: [])]
        #expect(story(bare, preferred: 0, agencies: []).dateline == nil)
        #expect(story(bare, preferred: 0, agencies: ["AFP"]).dateline == "(AFP)")
        let placed = [report("nos", places: ["WILLEMSTAD", "ORANJESTAD"], agencies: [])]
        #expect(story(placed, preferred: 0, agencies: []).dateline == "WILLEMSTAD/ORANJESTAD")
    }

    @Test func datesAfterFirstSeenCountAsFirstSeen() {
        var late = report("anp", places: [], agencies: [])
        late.entry.published = date.addingTimeInterval(3600)
        #expect(late.date == date)
        late.entry.published = date.addingTimeInterval(-60)
        #expect(late.date == date.addingTimeInterval(-60))
    }

    @Test func updatedStandsInForAMissingPublishedDate() {
        var undated = report("anp", places: [], agencies: [])
        #expect(undated.date == date)
        undated.entry.updated = date.addingTimeInterval(-7200)
        #expect(undated.date == date.addingTimeInterval(-7200))
        undated.entry.updated = date.addingTimeInterval(60)
        #expect(undated.date == date)
        undated.entry.published = date.addingTimeInterval(-60)
        undated.entry.updated = date.addingTimeInterval(-7200)
        #expect(undated.date == date.addingTimeInterval(-60))
    }
}
