// Which stories exist, and their credits, depend on the entries alone: not on who was polled first, nor in which pieces.

import FeedModel
import FoundationEssentials
import TestSupport
import Testing

@testable import FeedDesk

@Suite struct ArrivalOrderTests {
    private static let sources: [Source] = [
        .test("anp", priority: 10), .test("rtr"), .test("afp"), .test("blog", priority: 5, dedup: false),
    ]
    private static let headlines = [
        "Overleg over wapenstilstand loopt vast", "Premier van Frankrijk stapt op", "Kort nieuws", "Weer", "…",
        "UPDATE: Overleg over wapenstilstand loopt vast", "Aardbeving treft noorden van Japan",
    ]
    private static let copy = [
        "GENÈVE (ANP/RTR/AFP) - Tekst.", "PARIJS (ANP) - Tekst.", "PARIS (AFP) - Texte.", "AMSTERDAM (ANP) - Tekst.",
        "TOKYO, Jan. 24 (Kyodo) -- Text.", "Tekst zonder plaats.", "", "PARIJS (ANP) - Een andere tekst.",
        "Groene fiets met mand.", "Groene fiets…",
    ]

    /// Entries of all sources over a week, all dated before they are polled.
    private static func material(_ generator: inout SeededGenerator) -> [(Source, ParsedEntry)] {
        (0..<Int.random(in: 1...24, using: &generator)).map { number in
            var entry = ParsedEntry.test(
                "e\(number)",
                headlines[Int.random(in: 0..<headlines.count, using: &generator)],
                copy[Int.random(in: 0..<copy.count, using: &generator)],
                minutes: Double(Int.random(in: 0...(7 * 24), using: &generator) * 60)
            )
            if Bool.random(using: &generator) { swap(&entry.published, &entry.updated) }
            return (sources[Int.random(in: 0..<sources.count, using: &generator)], entry)
        }
    }

    /// Polls the material in random order and pieces; sometimes a piece comes again.
    private static func arrive(_ material: [(Source, ParsedEntry)], _ generator: inout SeededGenerator) -> Newsroom {
        var configuration = Configuration()
        configuration.sources = sources
        var room = Newsroom(configuration)
        var waiting = material.shuffled(using: &generator)
        var now = noon + 8 * 86_400
        while let (source, entry) = waiting.popLast() {
            var document = [entry]
            while Bool.random(using: &generator), let next = waiting.firstIndex(where: { $0.0.id == source.id }) {
                document.append(waiting.remove(at: next).1)
            }
            now += 60
            room.poll(source, document, now: now)
            if Int.random(in: 0..<4, using: &generator) == 0 {
                #expect(room.poll(source, document.shuffled(using: &generator), now: now + 1).isEmpty)
            }
        }
        return room
    }

    @Test(arguments: 0..<60 as Range<UInt64>) func storiesAndCreditsDoNotDependOnArrival(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let material = Self.material(&generator)
        let first = Self.arrive(material, &generator)
        for _ in 0..<4 {
            let other = Self.arrive(material, &generator)
            #expect(other.outcome == first.outcome, "seed \(seed)")
        }
    }

    @Test(arguments: 0..<30 as Range<UInt64>) func aStoryKeepsItsIdAndDateThroughRevisions(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        var configuration = Configuration()
        configuration.sources = Self.sources
        var room = Newsroom(configuration)
        var now = noon + 8 * 86_400
        var homes: [EntryIdentity: StoryID] = [:]
        for _ in 0..<40 {
            let source = Self.sources[Int.random(in: 0..<Self.sources.count, using: &generator)]
            let entries = Self.material(&generator).map(\.1).prefix(3)
            now += 60
            // Newsroom checks after every poll that no id is given twice and no published date moves.
            let decision = room.poll(source, Array(entries), now: now)
            for (identity, stored) in room.reports {
                if let before = homes[identity], before != stored.storyID {
                    #expect(decision.absorbed.contains(before), "a report left a story that lives on")
                }
                homes[identity] = stored.storyID
            }
        }
    }

    @Test(arguments: 0..<10 as Range<UInt64>) func aDecisionDoesNotDependOnTheOrderOfTheLookUp(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let room = Self.arrive(Self.material(&generator), &generator)
        var feed = ParsedFeed(format: .rss20)
        feed.entries = Self.material(&generator).map(\.1)
        let source = Self.sources[0]
        let now = noon + 9 * 86_400
        let reports = room.desk.reports(of: feed, from: source, now: now)
        let stored = room.reports.values.sorted { $0.report.identity < $1.report.identity }
        let stories = room.stories.values.map(\.record)
        let first = room.desk.decide(
            reports,
            from: source,
            known: KnownReports(reports: stored, stories: stories),
            now: now
        )
        for _ in 0..<5 {
            let known = KnownReports(
                reports: stored.shuffled(using: &generator),
                stories: stories.shuffled(using: &generator)
            )
            #expect(room.desk.decide(reports, from: source, known: known, now: now) == first)
        }
    }

    @Test(arguments: 0..<10 as Range<UInt64>) func entriesFindTheStoriesTheTableSays(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let rows = try table("stories/tier-one.tsv").shuffled(using: &generator)
        var configuration = Configuration()
        configuration.sources = Self.sources
        configuration.storage.retention = .seconds(90 * 86_400)
        var room = Newsroom(configuration)
        var expected: [String: Set<EntryIdentity>] = [:]
        for (number, row) in rows.enumerated() {
            try #require(row.count == 5, "\(row)")
            let id = SourceID(rawValue: row[1])
            let source = Self.sources.first { $0.id == id } ?? .test(id)
            let minutes = try #require(Double(row[2]))
            room.poll(source, [.test("n\(number)", row[3], row[4], minutes: minutes)], now: noon + 9 * 86_400)
            expected[row[0], default: []].insert(EntryIdentity(sourceID: id, key: "1g:n\(number)"))
        }
        #expect(Set(room.outcome.map(\.reports)) == Set(expected.values), "seed \(seed)")
    }
}
