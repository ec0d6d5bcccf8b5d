// Versions of wire items: what comes late or twice never overrules what is newer.

import FeedModel
import FoundationEssentials
import Testing

@testable import FeedDesk

@Suite struct VersionTests {
    private let now = Date(timeIntervalSince1970: 1_769_248_800)
    private let source = Source(id: "wire", url: "https://feeds.example.nl/wire", interval: .seconds(300))

    private func entry(_ version: String?, _ text: String?, status: PublicationStatus? = .usable) -> ParsedEntry {
        var entry = ParsedEntry()
        entry.id = "urn:newsml:agentschap.example:20260124:1"
        entry.title = "Brug bij Luik dicht voor zwaar verkeer"
        entry.contentHTML = text.map { "<p>LUIK (ANP) - \($0)</p>" }
        entry.version = version
        entry.status = status
        entry.published = now
        return entry
    }

    private func newsroom() -> Newsroom {
        var configuration = Configuration()
        configuration.sources = [source]
        return Newsroom(configuration)
    }

    @Test(arguments: [
        ("1", "2", true), ("2", "1", false), ("9", "10", true), ("978556838", "1542761538", true), ("2", "2", false),
        ("010", "9", false), ("2", "02", false), ("99999999999999999999998", "99999999999999999999999", true),
        ("2a", "2b", true), ("10a", "9a", true), ("2N", "10", false), ("", "1", true),
    ])
    func numbersCompareAsNumbersAndTheRestAsText(_ earlier: String, _ later: String, _ precedes: Bool) {
        #expect(EntryVersion.precedes(earlier, later) == precedes)
    }

    @Test func aLowerVersionNeverOverrulesAHigherOne() {
        var room = newsroom()
        room.poll(source, [entry("10", "De brug is dicht.")], now: now)
        let late = room.poll(source, [entry("9", "De brug gaat misschien dicht.")], now: now + 60)
        #expect(late.verdicts == [.dropped(reason: "version 9, older than 10")])
        #expect(late.isEmpty)
        let next = room.poll(source, [entry("11", "De brug is weer open.")], now: now + 120)
        #expect(next.verdicts.map(\.kind) == ["revised"])
    }

    @Test func aKillOfAHigherVersionWithdrawsAndALateRepeatDoesNotBringTheStoryBack() throws {
        var room = newsroom()
        room.poll(source, [entry("978556838", "De brug is dicht.")], now: now)
        let kill = room.poll(source, [entry("1542761538", nil, status: .canceled)], now: now + 60)
        #expect(kill.verdicts == [.revised(reason: "withdrawn by its source: status canceled")])
        #expect(kill.stories.first?.memberships.map(\.isIncluded) == [false])
        let repeated = room.poll(source, [entry("978556838", "De brug is dicht.")], now: now + 120)
        #expect(repeated.isEmpty)
    }

    @Test func ofTheVersionsInOneDocumentTheHighestCounts() throws {
        var room = newsroom()
        let entries = [entry("1", "Eerste."), entry("3", "Derde."), entry("2", "Tweede.")]
        let decision = room.poll(source, entries, now: now)
        #expect(decision.reports.map(\.report.attribution.lead) == ["Derde."])
        // Another headline makes no other item of a version.
        var corrected = entry("5", "Vijfde.")
        corrected.title = "RECTIFICATIE Brug bij Luik niet dicht"
        let next = room.poll(source, [entry("4", "Vierde."), corrected], now: now + 60)
        #expect(next.reports.map(\.report.attribution.lead) == ["Vijfde."])
        #expect(next.verdicts.map(\.kind) == ["revised"])
    }

    @Test func aReferenceToAnItemDoesNotTakeItsTextAway() {
        var room = newsroom()
        room.poll(source, [entry("2", "De brug is dicht.")], now: now)
        #expect(room.poll(source, [entry("2", nil)], now: now + 60).isEmpty)
        #expect(room.poll(source, [entry(nil, nil)], now: now + 90).isEmpty)
        let both = room.poll(source, [entry("3", nil), entry("3", "De brug is open.")], now: now + 120)
        #expect(both.reports.map(\.report.attribution.lead) == ["De brug is open."])
    }

    @Test func aCorrectionUnderTheSameVersionIsTaken() {
        var room = newsroom()
        room.poll(source, [entry("2", "De brug is dicht.")], now: now)
        let decision = room.poll(source, [entry("2", "De brug is half dicht.")], now: now + 60)
        #expect(decision.verdicts.map(\.kind) == ["revised"])
    }

    @Test func withheldWithdrawsAndUsableAgainBringsBack() {
        var room = newsroom()
        room.poll(source, [entry("1", "De brug is dicht.")], now: now)
        let held = room.poll(source, [entry("2", "De brug is dicht.", status: .withheld)], now: now + 60)
        #expect(held.stories.first?.memberships.map(\.isIncluded) == [false])
        let back = room.poll(source, [entry("3", "De brug is dicht.")], now: now + 120)
        #expect(back.stories.first?.memberships.map(\.isIncluded) == [true])
    }
}
