// What rounds, sources and single items look like on a terminal.

import Aggregator
import FeedModel
import FeedPublishing
import FeedStorage
import FoundationEssentials
import Testing

@testable import telex

@Suite struct TableTests {
    private static let now = Date(timeIntervalSince1970: 1_769_248_920)

    // MARK: - telex poll

    private func summary(_ id: SourceID, _ change: (inout PollSummary) -> Void) -> PollSummary {
        var summary = PollSummary(sourceID: id, state: PollState(sourceID: id))
        change(&summary)
        return summary
    }

    @Test func aRoundIsALineForEachSourceAndOneForAll() {
        let summaries = [
            summary("rtr") { $0.after.outcome = .notModified },
            summary("afp") { $0.error = "HTTP 503\n<0>\u{1B}[2J" },
            summary("anp") {
                $0.after.outcome = .document
                $0.counts.new = 12
                $0.counts.joined = 3
            },
        ]
        var table = PollTable()
        var totals = PollTotals()
        for summary in summaries {
            table.add(summary)
            totals.add(summary)
        }
        #expect(
            table.lines(totals: totals) == [
                "source    result                         new  joined  revised  unchanged",
                "afp       HTTP 503 <0> [2J                 0       0        0          0",
                "anp       read                            12       3        0          0",
                "rtr       not modified                     0       0        0          0",
                "3 polled  1 read, 1 unchanged, 1 failed   12       3        0          0",
            ]
        )
    }

    @Test func aRoundWithoutPollsSaysWhatToDo() {
        #expect(PollTable().lines(totals: PollTotals()) == ["nothing was due; --all polls every source"])
    }

    // MARK: - telex status

    private func source(_ id: SourceID, _ change: (inout PollState) -> Void) -> SourceReport {
        var state = PollState(sourceID: id)
        change(&state)
        let source = Source(id: id, url: "https://\(id).example/rss", interval: .seconds(300))
        return SourceReport(source, state: state, counts: SourceCounts(items: 7, duplicates: 2), now: Self.now)
    }

    private func report(problem: String? = nil, outage: Bool = false) -> StatusReport {
        StatusReport(
            version: "0",
            started: Self.now - 7200,
            now: Self.now,
            outage: outage,
            problem: problem,
            totals: StatusTotals(sources: 2, items: 14, stories: 10, duplicates: 4, polls: 99),
            sources: [
                source("anp") {
                    $0.outcome = .document
                    $0.lastPoll = Self.now - 90
                    $0.nextPoll = Self.now + 200
                    $0.nextPollReason = "interval 5m"
                },
                source("afp") {
                    $0.outcome = .failed
                    $0.failures = 3
                    $0.lastPoll = Self.now - 200_000
                    $0.nextPoll = Self.now - 1
                    $0.nextPollReason = "3 failures"
                    $0.lastError = "HTTP 503"
                },
            ],
            feeds: []
        )
    }

    @Test func sourcesAreColumnsAndAllIsSummedUp() {
        #expect(
            StatusTable.lines(of: report()) == [
                "source  state    last poll  next poll  why then     items  duplicates  last error",
                "anp     ok       90s ago    in 3m      interval 5m  7      2",
                "afp     failing  2d ago     now        3 failures   7      2           HTTP 503",
                "2 sources, 14 items in 10 stories, 4 duplicates, 99 polls since 2h ago",
            ]
        )
    }

    @Test func whatConcernsAllStandsFirst() {
        let lines = StatusTable.lines(of: report(problem: "the disk is full\nREALLY", outage: true))
        #expect(lines[0] == "PROBLEM: the disk is full REALLY")
        #expect(lines[1] == "OUTAGE: nothing can be reached; is this machine's network down?")
        #expect(lines[2].hasPrefix("source"))
    }

    // MARK: - telex explain

    @Test func anItemIsExplainedLineByLine() {
        var entry = ParsedEntry()
        entry.id = "guid-1"
        entry.title = "Akkoord over\u{1B}graanroute"
        var attribution = Attribution()
        attribution.dateline = Dateline(text: "GENÈVE (ANP)", places: ["GENÈVE"], agencies: ["ANP"])
        attribution.agencies = ["ANP"]
        attribution.places = ["GENÈVE"]
        attribution.evidence = .dateline
        attribution.isForeign = true
        attribution.scopeReason = "the place GENÈVE"
        let report = Report(
            identity: EntryIdentity(sourceID: "anp", key: "guid-1"),
            entry: entry,
            attribution: attribution,
            headlineHash: TextHash(rawValue: 0xAB),
            matchKey: nil,
            fingerprint: TextHash(rawValue: 1),
            firstSeen: Self.now
        )
        let story = StoryRecord(
            id: "00000000000000aa",
            published: Self.now,
            updated: Self.now,
            modified: Self.now,
            preferred: report.identity,
            agencies: ["ANP", "AFP"],
            places: ["GENÈVE"],
            isForeign: true
        )
        let lines = ExplanationText.lines(
            of: Explanation(
                report: StoredReport(report: report, storyID: story.id),
                story: story,
                verdict: .joined(story.id, reason: "the same headline"),
                revision: "the text",
                memberships: [
                    FeedMembership(feedID: "buitenland", isIncluded: true, reason: "scope foreign"),
                    FeedMembership(feedID: "sport", isIncluded: false, reason: "no include rule matches"),
                ]
            )
        )
        #expect(lines.first == "Akkoord over graanroute")
        #expect(lines.last == "")
        for line in [
            "  source    anp", "  id        guid-1", "  address   none", "  dateline  GENÈVE (ANP)",
            "  agencies  ANP, from the dateline", "  places    GENÈVE", "  foreign   yes: the place GENÈVE",
            "  verdict   joined: the same headline", "  revised   the text",
            "  story     00000000000000aa, credited to ANP, AFP", "  feed      in buitenland: scope foreign",
            "  feed      not in sport: no include rule matches",
        ] {
            #expect(lines.contains(line))
        }
        #expect(lines.contains { $0.hasPrefix("  headline  ") && $0.hasSuffix(", hash 00000000000000ab") })
    }
}
