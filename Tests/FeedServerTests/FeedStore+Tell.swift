// Stories for the server's tests, without a desk.

import FeedModel
import FeedStorage
import FoundationEssentials

extension FeedStore {
    /// Stores stories of their own in one change, as a poll of `anp` would.
    func tell(_ numbers: [Int], at date: Date) async throws {
        let verdict = Verdict.new(reason: "nothing like it")
        var decision = PollDecision(verdicts: numbers.map { _ in verdict })
        for number in numbers {
            let report = Report.numbered(number, at: date)
            let digits = String(number, radix: 16)
            let id = StoryID(rawValue: String(repeating: "0", count: 16 - digits.count) + digits)
            let record = StoryRecord(
                id: id,
                published: date,
                updated: date,
                modified: date,
                preferred: report.identity,
                agencies: ["ANP"],
                places: [],
                isForeign: true
            )
            let membership = FeedMembership(feedID: "buitenland", isIncluded: true, reason: "foreign")
            decision.reports.append(ReportWrite(report: report, storyID: id, verdict: verdict))
            decision.stories.append(StoryWrite(record: record, memberships: [membership]))
        }
        var state = PollState(sourceID: "anp")
        state.lastPoll = date
        state.outcome = .document
        let record = PollRecord(state: state, leaseOwner: "test")
        _ = try await commit(record, lookup: ReportLookup(identities: [], matchKeys: [])) { [decision] _ in decision }
    }
}

extension Report {
    fileprivate static func numbered(_ number: Int, at date: Date) -> Report {
        var entry = ParsedEntry()
        entry.id = "\(number)"
        entry.title = "Bericht nummer \(number) van de redactie"
        entry.url = "https://nieuws.example/\(number)"
        entry.published = date
        var attribution = Attribution()
        attribution.agencies = ["ANP"]
        attribution.isForeign = true
        attribution.lead = "De tekst van bericht \(number)."
        return Report(
            identity: EntryIdentity(sourceID: "anp", key: "\(number)"),
            entry: entry,
            attribution: attribution,
            headlineHash: TextHash(rawValue: UInt64(number)),
            matchKey: TextHash(rawValue: UInt64(number)),
            fingerprint: TextHash(rawValue: UInt64(number)),
            firstSeen: date
        )
    }
}
