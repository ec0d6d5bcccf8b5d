// What a poll makes of stories: joining, revising, bridging, keeping apart, keeping out.

import FeedModel
import FoundationEssentials
import Testing

@testable import FeedDesk

@Suite struct DecideTests {
    private let anp = Source.test("anp", priority: 10)
    private let rtr = Source.test("rtr")
    private let afp = Source.test("afp")
    private let now = noon.addingTimeInterval(3600)
    private let headline = "Overleg over wapenstilstand loopt vast"

    private func newsroom(_ change: (inout Configuration) -> Void = { _ in }) -> Newsroom {
        var configuration = Configuration()
        configuration.sources = [anp, rtr, afp]
        change(&configuration)
        return Newsroom(configuration)
    }

    private func identity(_ source: SourceID, _ id: String) -> EntryIdentity {
        EntryIdentity(sourceID: source, key: "1g:\(id)")
    }

    @Test func creditGrowsAsAgenciesCarryTheStory() throws {
        var room = newsroom()
        let first = room.poll(anp, [.test("a", headline, "GENÈVE (ANP) - Geen akkoord.")], now: now)
        let second = room.poll(rtr, [.test("r", headline, "GENEVE, Jan 24 (Reuters) - No deal.", minutes: 5)], now: now)
        room.poll(afp, [.test("f", headline, "Genève (AFP) - Pas d'accord.", minutes: 9)], now: now + 60)
        #expect(first.verdicts.map(\.kind) == ["new"])
        #expect(second.verdicts.map(\.kind) == ["joined"])
        #expect(second.verdicts[0].reason == "same headline as anp 1g:a, 5m apart")
        let story = try #require(room.story(of: identity("afp", "f")))
        #expect(room.stories.count == 1)
        #expect(story.record.agencies == ["ANP", "RTR", "AFP"])
        #expect(story.record.places == ["GENÈVE"])
        #expect(story.record.preferred == identity("anp", "a"))
        #expect(story.record.published == noon)
        #expect(story.record.updated == noon)
        #expect(story.record.modified == now + 60)
        #expect(
            story.memberships == [
                FeedMembership(feedID: "buitenland", isIncluded: true, reason: "foreign: dateline GENÈVE")
            ]
        )
    }

    @Test func picturesForTitlesNeverMatch() {
        var room = newsroom()
        let picture = #"<img src="https://nieuws.example/leeg.png">"#
        let first = room.poll(anp, [.test("a", picture, "GENÈVE (ANP) - Geen akkoord.")], now: now)
        let second = room.poll(rtr, [.test("r", picture, "GENEVE (Reuters) - No deal.", minutes: 5)], now: now)
        #expect((first.verdicts + second.verdicts).map(\.kind) == ["new", "new"])
        #expect(room.stories.count == 2)
    }

    @Test(.timeLimit(.minutes(5)))
    func aFloodOfOneHeadlineIsDecidedInLinearTime() throws {
        let attribution = Attribution()
        let reports = (0..<40_000).map { number in
            let entry = ParsedEntry.test("\(number)", "Weer", minutes: Double(number))
            return Report(
                identity: identity("anp", "\(number)"),
                entry: entry,
                attribution: attribution,
                headlineHash: TextHash(rawValue: 1),
                matchKey: TextHash(rawValue: 1),
                fingerprint: TextHash(rawValue: 1),
                firstSeen: noon + Double(number) * 60
            )
        }
        var nodes = StoryNodes(known: [])
        for report in reports { _ = nodes.add(report) }
        nodes.link(by: HeadlineTier(window: .seconds(3600)), isolated: [])
        #expect(nodes.closestLink(of: 0)?.other(than: 0) == 1)
        #expect(reports.indices.allSatisfy { nodes.closestLink(of: $0) != nil })
    }

    @Test func pollingTheSameDocumentTwiceChangesNothing() {
        var room = newsroom()
        let entries: [ParsedEntry] = [
            .test("a", headline, "GENÈVE (ANP) - Geen akkoord."), .test(nil, "Zonder guid", "x"),
        ]
        room.poll(anp, entries, now: now)
        let again = room.poll(anp, entries, now: now + 600)
        #expect(again.isEmpty)
        #expect(again.verdicts == [.unchanged, .unchanged])
    }

    @Test func noiseIsNoRevision() {
        var room = newsroom()
        var entry = ParsedEntry.test("a", headline, "<p>GENÈVE (ANP) - Geen akkoord.</p>")
        room.poll(anp, [entry], now: now)
        entry.summaryHTML = "<div>GENÈVE (ANP) -   Geen <b>akkoord</b>.</div>"
        entry.url = "https://news.example.nl/a?utm_source=rss#top"
        entry.published = noon.addingTimeInterval(1800)
        entry.updated = now
        #expect(room.poll(anp, [entry], now: now + 60).isEmpty)
    }

    @Test func aRevisedTextMovesUpdatedAndKeepsIdAndPublished() throws {
        var room = newsroom()
        room.poll(anp, [.test("a", headline, "GENÈVE (ANP) - Geen akkoord.")], now: now)
        let before = try #require(room.story(of: identity("anp", "a"))?.record)
        let decision = room.poll(anp, [.test("a", headline, "GENÈVE (ANP) - Toch een akkoord.")], now: now + 300)
        #expect(decision.verdicts == [.revised(reason: "changed: text, summary")])
        let after = try #require(room.story(of: identity("anp", "a"))?.record)
        #expect(after.id == before.id)
        #expect(after.published == before.published)
        #expect(after.updated == now + 300)
        #expect(after.modified == now + 300)
    }

    @Test func aRevisionOfAReportThatIsNotShownDoesNotMoveUpdated() throws {
        var room = newsroom()
        room.poll(anp, [.test("a", headline, "GENÈVE (ANP) - Geen akkoord.")], now: now)
        room.poll(rtr, [.test("r", headline, "GENEVE (Reuters) - No deal.", minutes: 5)], now: now)
        let text = room.poll(rtr, [.test("r", headline, "GENEVE (Reuters) - No deal yet.", minutes: 5)], now: now + 300)
        #expect(text.reports.count == 1)
        #expect(text.stories.isEmpty, "its text is shown nowhere")
        let credit = room.poll(
            rtr,
            [.test("r", headline, "GENEVE (Reuters/AFP) - No deal.", minutes: 5)],
            now: now + 600
        )
        let record = try #require(credit.stories.first?.record)
        #expect(record.agencies == ["ANP", "RTR", "AFP"])
        #expect(record.updated == noon)
        #expect(record.modified == now + 600)
    }

    @Test func aReportOfHigherPriorityIsShownWithoutMovingUpdated() throws {
        var room = newsroom()
        room.poll(rtr, [.test("r", headline, "GENEVE (Reuters) - No deal.")], now: now)
        let decision = room.poll(anp, [.test("a", headline, "GENÈVE (ANP) - Geen akkoord.", minutes: 7)], now: now + 60)
        let record = try #require(decision.stories.first?.record)
        #expect(record.preferred == identity("anp", "a"))
        #expect(record.agencies == ["RTR", "ANP"])
        #expect(record.updated == noon)
    }

    @Test func aNewHeadlineKeepsTheReportInItsStory() throws {
        var room = newsroom()
        room.poll(anp, [.test("a", "Twee militairen doodgeschoten bij poort", "WASHINGTON (ANP) - Tekst.")], now: now)
        room.poll(
            rtr,
            [.test("r", "Twee militairen doodgeschoten bij poort", "WASHINGTON (Reuters) - Text.")],
            now: now
        )
        let id = room.story(of: identity("anp", "a"))?.record.id
        room.poll(
            anp,
            [.test("a", "Toestand van militairen bij poort onduidelijk", "WASHINGTON (ANP) - Tekst.")],
            now: now + 60
        )
        #expect(room.stories.count == 1)
        #expect(room.story(of: identity("anp", "a"))?.record.id == id)
        // Later reports may have either headline.
        room.poll(
            afp,
            [.test("f", "Toestand van militairen bij poort onduidelijk", "WASHINGTON (AFP) - Text.", minutes: 5)],
            now: now + 90
        )
        room.poll(
            afp,
            [.test("g", "Twee militairen doodgeschoten bij poort", "WASHINGTON (AFP) - Text.", minutes: 6)],
            now: now + 99
        )
        #expect(room.stories.count == 1)
        #expect(room.story(of: identity("anp", "a"))?.record.agencies == ["ANP", "RTR", "AFP"])
    }

    @Test func aHeadlineThatNobodyHasAnyLongerMatchesNothing() {
        var room = newsroom()
        room.poll(anp, [.test("a", "Twee militairen doodgeschoten bij poort", "WASHINGTON (ANP) - Tekst.")], now: now)
        room.poll(
            anp,
            [.test("a", "Toestand van militairen bij poort onduidelijk", "WASHINGTON (ANP) - Tekst.")],
            now: now + 60
        )
        room.poll(
            rtr,
            [.test("r", "Twee militairen doodgeschoten bij poort", "WASHINGTON (Reuters) - Text.")],
            now: now + 90
        )
        #expect(room.stories.count == 2)
    }

    @Test func aBridgeJoinsTwoStoriesIntoTheOneFirstPublished() throws {
        var room = newsroom()
        room.poll(rtr, [.test("r", headline, "GENEVE (Reuters) - No deal.", minutes: 70 * 60)], now: noon + 80 * 3600)
        room.poll(anp, [.test("a", headline, "GENÈVE (ANP) - Geen akkoord.")], now: noon + 80 * 3600)
        #expect(room.stories.count == 2)
        let first = try #require(room.story(of: identity("anp", "a"))?.record)
        let second = try #require(room.story(of: identity("rtr", "r"))?.record)
        let decision = room.poll(
            afp,
            [.test("f", headline, "Genève (AFP) - Rien.", minutes: 35 * 60)],
            now: noon + 81 * 3600
        )
        #expect(decision.absorbed == [second.id])
        #expect(decision.stories.map(\.record.id) == [first.id])
        #expect(decision.stories.first?.record.agencies == ["ANP", "AFP", "RTR"])
        let moved = try #require(decision.reports.first { $0.report.identity == identity("rtr", "r") })
        #expect(moved.verdict == nil)
    }

    @Test func theSameHeadlineOutsideTheWindowIsAnotherStory() {
        var room = newsroom()
        let late = noon + 49 * 3600
        room.poll(anp, [.test("a", headline, "GENÈVE (ANP) - Geen akkoord.")], now: late)
        room.poll(rtr, [.test("r", headline, "GENEVE (Reuters) - No deal.", minutes: 48 * 60 + 1)], now: late)
        #expect(room.stories.count == 2)
    }

    @Test func twoEntriesOfOneSourceWithOneHeadlineAndTextAreOneStory() {
        var room = newsroom()
        let decision = room.poll(
            anp,
            [
                .test("b", headline, "GENÈVE (ANP) - Geen akkoord.", minutes: 9),
                .test("a", headline, "GENÈVE (ANP) - Geen akkoord."),
            ],
            now: now
        )
        #expect(decision.stories.count == 1)
        // The earliest founded the story, wherever it stands in the document.
        #expect(decision.verdicts.map(\.kind) == ["joined", "new"])
    }

    @Test func entriesWithoutHeadlineNeverMatch() {
        var room = newsroom()
        room.poll(anp, [.test("a", "", "Tekst."), .test("b", "…", "Tekst.")], now: now)
        #expect(room.stories.count == 2)
    }

    @Test func aSourceWithoutDedupKeepsToItself() {
        let apart = Source.test("apart", dedup: false)
        var room = newsroom { $0.sources.append(apart) }
        room.poll(anp, [.test("a", headline, "GENÈVE (ANP) - Tekst.")], now: now)
        room.poll(
            apart,
            [.test("x", headline, "GENÈVE (ANP) - Tekst."), .test("y", headline, "GENÈVE - Tekst.")],
            now: now
        )
        room.poll(rtr, [.test("r", headline, "GENEVE (Reuters) - Text.")], now: now)
        #expect(room.stories.count == 2)
        #expect(room.story(of: identity("rtr", "r")) == room.story(of: identity("anp", "a")))
    }

    @Test func aSourceSetApartLaterKeepsItsOldStoriesAndJoinsNoNewOnes() {
        var room = newsroom()
        room.poll(anp, [.test("a", headline, "GENÈVE (ANP) - Tekst.")], now: now)
        room.poll(rtr, [.test("r", headline, "GENEVE (Reuters) - Text.")], now: now)
        let apart = Source.test("rtr", dedup: false)
        var configuration = room.desk.configuration
        configuration.sources = [anp, apart, afp]
        room.desk = Desk(configuration: configuration)
        room.poll(apart, [.test("r2", headline, "GENEVE (Reuters) - Text.", minutes: 3)], now: now)
        room.poll(afp, [.test("f", headline, "Genève (AFP) - Texte.", minutes: 3)], now: now)
        #expect(room.stories.count == 2)
        #expect(room.story(of: identity("afp", "f")) == room.story(of: identity("anp", "a")))
    }

    @Test func rulesAgeAndRetentionKeepEntriesOut() {
        var picky = anp
        picky.exclude = ["voetbal"]
        var room = newsroom { $0.storage.retention = .seconds(86_400) }
        let decision = room.poll(
            picky,
            [
                .test("a", "Voetbal: finale in Parijs", ""), .test("b", headline, "", minutes: -1500),
                .test("c", headline, ""),
            ],
            now: now
        )
        #expect(decision.verdicts.map(\.kind) == ["dropped", "dropped", "new"])
        #expect(decision.verdicts[0].reason == "the source's rules: exclude voetbal matches in title")
        #expect(decision.verdicts[1].reason == "older than the retention of 24h")
        room.retain(after: noon + 1)
        let later = room.poll(picky, [.test("c", headline, "")], now: now + 60)
        #expect(later.verdicts == [.dropped(reason: "removed by retention earlier")])
        #expect(later.isEmpty)
    }

    @Test func whatItsAgencyWithdrawsIsInNoFeedAnyLonger() throws {
        var room = newsroom()
        var entry = ParsedEntry.test("a", headline, "GENÈVE (ANP) - Tekst.")
        room.poll(anp, [entry], now: now)
        entry.status = .canceled
        let decision = room.poll(anp, [entry], now: now + 60)
        #expect(decision.verdicts == [.revised(reason: "withdrawn by its source: status canceled")])
        #expect(decision.stories.first?.memberships.map(\.isIncluded) == [false])
        #expect(room.poll(anp, [entry], now: now + 90).isEmpty)
        // Another agency that still tells it brings the story back, without the withdrawn credit.
        let back = room.poll(rtr, [.test("r", headline, "GENEVE (Reuters) - Text.")], now: now + 99)
        let write = try #require(back.stories.first)
        #expect(write.record.agencies == ["RTR"])
        #expect(write.record.preferred == identity("rtr", "r"))
        #expect(write.memberships.map(\.isIncluded) == [true])
    }

    @Test func whatWasNeverShownIsNotTakenInWithdrawnOrUnderEmbargo() {
        var room = newsroom()
        var canceled = ParsedEntry.test("a", headline, "GENÈVE (ANP) - Tekst.")
        canceled.status = .canceled
        var held = ParsedEntry.test("b", "Rapport over klimaat verschijnt morgen", "GENÈVE (ANP) - Tekst.")
        held.embargo = now + 3600
        let decision = room.poll(anp, [canceled, held], now: now)
        #expect(decision.isEmpty)
        #expect(decision.verdicts[1] == .dropped(reason: "under embargo until 2026-01-24T12:00:00Z"))
        #expect(room.poll(anp, [held], now: now + 3600).verdicts.map(\.kind) == ["new"])
    }

    @Test func aRevisionKeepsWhenItsEntryWasFirstSeen() {
        var room = newsroom()
        room.poll(anp, [.test("a", headline, "GENÈVE (ANP) - Tekst.", minutes: nil)], now: now)
        room.poll(anp, [.test("a", headline, "GENÈVE (ANP) - Andere tekst.", minutes: nil)], now: now + 600)
        #expect(room.reports[identity("anp", "a")]?.report.firstSeen == now)
        #expect(room.reports[identity("anp", "a")]?.report.date == now)
    }

    @Test func aRevisedReportThatIsShownInPlaceOfAnotherDoesNotMoveUpdated() throws {
        var room = newsroom()
        var first = ParsedEntry.test("a", headline, "GENÈVE (ANP) - Geen akkoord.")
        room.poll(anp, [first, .test("b", headline, "GENÈVE (ANP) - Geen akkoord.", minutes: 5)], now: now)
        first.status = .canceled
        let second = ParsedEntry.test("b", headline, "GENÈVE (ANP) - Geen akkoord, wel een datum.", minutes: 5)
        let record = try #require(room.poll(anp, [first, second], now: now + 60).stories.first?.record)
        #expect(record.preferred == identity("anp", "b"))
        #expect(record.updated == noon)
        #expect(record.modified == now + 60)
    }

    @Test func aDateInTheFutureCountsAsFirstSeen() throws {
        var room = newsroom()
        let decision = room.poll(anp, [.test("a", headline, "GENÈVE (ANP) - Tekst.", minutes: 600)], now: now)
        #expect(decision.stories.first?.record.published == now)
    }

    @Test func theSameReportTwiceInOneCallIsDecidedOnce() {
        let room = newsroom()
        var feed = ParsedFeed(format: .rss20)
        feed.entries = [.test("a", headline, "Tekst.")]
        let reports = room.desk.reports(of: feed, from: anp, now: now)
        let decision = room.desk.decide(reports + reports, from: anp, known: KnownReports(), now: now)
        #expect(decision.verdicts.map(\.kind) == ["new", "dropped"])
        #expect(decision.reports.count == 1)
    }
}
