// Reports of one source under one headline: a second edition is the same story, the next advertisement is not. Checked
// against all pairs, since the tier itself looks at neighbours only.

import FeedModel
import FoundationEssentials
import TestSupport
import Testing

@testable import FeedDesk

@Suite struct SameSourceTests {
    private let krant = Source.test("krant")
    private let rtr = Source.test("rtr")
    private let now = noon.addingTimeInterval(3600)
    private let headline = "Te koop fiets zonder versnellingen"

    private func stories(_ leads: [String]) -> Int {
        var room = Newsroom(Configuration())
        let entries = leads.enumerated().map { ParsedEntry.test("\($0)", headline, $1, minutes: Double($0)) }
        room.poll(krant, entries, now: now)
        return room.stories.count
    }

    @Test func differentTextsAreDifferentStories() {
        #expect(stories(["Groene damesfiets met mand.", "Zwarte herenfiets, nieuwe banden."]) == 2)
    }

    @Test(arguments: [
        ("Groene damesfiets met mand.", "GROENE DAMESFIETS, met mand"),
        ("Groene damesfiets met mand.", ""),
        ("Groene damesfiets met mand.", "Groene damesfiets met mand. Ophalen in overleg."),
        ("Groene damesfiets met mand.", "Groene damesf…"),
        ("Groene damesfiets met mand.", "Nu te koop: groene damesfiets met mand."),
    ])
    func agreeingTextsAreOneStory(one: String, other: String) {
        #expect(stories([one, other]) == 1)
        #expect(stories([other, one]) == 1)
    }

    @Test func partsOfWordsDoNotAgree() {
        #expect(stories(["Groene fiets", "Lichtgroene fiets met mand"]) == 2)
    }

    @Test func anotherSourceWithTheHeadlineJoinsThemAll() {
        var room = Newsroom(Configuration())
        room.poll(
            krant,
            [.test("a", headline, "Groene damesfiets."), .test("b", headline, "Zwarte herenfiets.", minutes: 9)],
            now: now
        )
        let decision = room.poll(rtr, [.test("r", headline, "Een fiets.", minutes: 5)], now: now)
        #expect(decision.verdicts.first?.reason == "same headline as krant 1g:b, 4m apart")
        #expect(room.stories.count == 1)
    }

    @Test func theReasonSaysThatTheTextsAgree() {
        var room = Newsroom(Configuration())
        room.poll(krant, [.test("a", headline, "Groene damesfiets.")], now: now)
        let decision = room.poll(krant, [.test("b", headline, "Groene damesfiets.", minutes: 9)], now: now)
        #expect(decision.verdicts.first?.reason == "same headline and text as krant 1g:a, 9m apart")
    }

    @Test func aRevisedTextSplitsNoStory() {
        var room = Newsroom(Configuration())
        room.poll(
            krant,
            [.test("a", headline, "Groene damesfiets."), .test("b", headline, "Groene damesfiets.", minutes: 9)],
            now: now
        )
        room.poll(krant, [.test("b", headline, "Zwarte herenfiets.", minutes: 9)], now: now + 60)
        #expect(room.stories.count == 1)
    }

    @Test(arguments: 0..<200 as Range<UInt64>) func neighboursJoinWhatAllPairsWouldJoin(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let words = ["groene", "fiets", "met", "mand"]
        let reports = (0..<Int.random(in: 2...16, using: &generator)).map { number in
            var attribution = Attribution()
            attribution.lead = (0..<Int.random(in: 0...4, using: &generator)).map { _ in
                words[Int.random(in: 0..<words.count, using: &generator)]
            }.joined(separator: " ")
            // Most reports are of one source.
            let source = ["a", "a", "a", "b", "c"][Int.random(in: 0..<5, using: &generator)]
            return Report(
                identity: EntryIdentity(sourceID: SourceID(rawValue: source), key: "\(number)"),
                entry: .test("\(number)", headline, minutes: Double(Int.random(in: 0...12, using: &generator))),
                attribution: attribution,
                headlineHash: TextHash(rawValue: 1),
                matchKey: TextHash(rawValue: 1),
                fingerprint: TextHash(rawValue: 1),
                firstSeen: now
            )
        }
        let window = 2 * 60.0
        let tier = HeadlineTier(window: .seconds(Int64(window)))
        let links = tier.links(among: reports.map { HeadlineTier.Candidate(report: $0, pool: .shared) })
        var found = StoryGroups(count: reports.count)
        for link in links {
            #expect(Self.belong(reports[link.first], reports[link.second], within: window))
            found.join(link.first, link.second)
        }
        var wanted = StoryGroups(count: reports.count)
        for one in reports.indices {
            for other in reports.indices where Self.belong(reports[one], reports[other], within: window) {
                wanted.join(one, other)
            }
        }
        #expect(found.members() == wanted.members(), "seed \(seed)")
    }

    @Test(.timeLimit(.minutes(5))) func aFloodOfDifferentTextsIsDecidedInLinearTime() {
        let words = (0..<60).map { "woord\($0)" }
        let leads = (0..<4000).map { number in
            ComparableLead("\(number) " + words[(number % 30)..<(number % 30 + 1 + number % 29)].joined(separator: " "))
        }
        #expect(ComparableLead.agreeing(leads).isEmpty)
    }

    private static func belong(_ one: Report, _ other: Report, within window: Double) -> Bool {
        guard abs(one.date.timeIntervalSince(other.date)) <= window else { return false }
        guard one.identity.sourceID == other.identity.sourceID else { return true }
        let leads = [one, other].map { " \($0.attribution.lead) " }
        return leads.contains("  ") || leads[0].contains(leads[1]) || leads[1].contains(leads[0])
    }
}
