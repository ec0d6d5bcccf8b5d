// A desk small enough to be seen through: the same title is the same story, without regard to time.

import FeedModel
import FoundationEssentials
import GRDB

@testable import FeedStorage

/// 24 January 2026, 10:02:00 UTC, and a fraction no integer unit holds.
let start = Date(timeIntervalSince1970: 1_769_248_920.123_456_7)

func minutes(_ count: Double) -> Date { start.addingTimeInterval(count * 60) }

func source(_ id: SourceID, url: String? = nil) -> Source {
    Source(id: id, url: url ?? "https://\(id).example/feed", interval: .seconds(300))
}

func poll(_ id: SourceID, owner: String = "desk", at now: Date = start) -> PollRecord {
    var state = PollState(sourceID: id)
    state.outcome = .document
    state.lastPoll = now
    state.lastSuccess = now
    state.nextPoll = now.addingTimeInterval(300)
    state.nextPollReason = "interval 5m"
    state.intervalSeconds = 300
    return PollRecord(state: state, leaseOwner: owner)
}

enum ToyDesk {
    static func hash(_ text: String) -> TextHash {
        TextHash(rawValue: text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 })
    }

    static func report(
        _ sourceID: SourceID,
        _ key: String,
        title: String,
        body: String = "",
        at date: Date = start,
        isForeign: Bool? = nil
    ) -> Report {
        var entry = ParsedEntry()
        entry.id = "guid-\(key)"
        entry.url = "https://\(sourceID).example/\(key)"
        entry.title = title
        entry.contentHTML = body
        entry.published = date
        var attribution = Attribution()
        attribution.agencies = [AgencyCode(rawValue: sourceID.rawValue.uppercased())]
        attribution.isForeign = isForeign
        attribution.text = body
        return Report(
            identity: EntryIdentity(sourceID: sourceID, key: key),
            entry: entry,
            attribution: attribution,
            headlineHash: hash(title),
            matchKey: title.isEmpty ? nil : hash(title),
            fingerprint: hash(title + "\n" + body + "\n\(isForeign.map { "\($0)" } ?? "")"),
            firstSeen: date
        )
    }

    static func lookup(_ reports: [Report]) -> ReportLookup {
        ReportLookup(identities: reports.map(\.identity), matchKeys: reports.compactMap(\.matchKey))
    }

    static func memberships(_ record: StoryRecord, _ reports: [Report]) -> [FeedMembership] {
        [
            FeedMembership(feedID: "alles", isIncluded: true, reason: "takes everything"),
            FeedMembership(
                feedID: "buitenland",
                isIncluded: record.isForeign == true,
                reason: "scope foreign, story \(record.isForeign.map { "\($0)" } ?? "unknown")"
            ),
        ]
    }

    static func decide(_ reports: [Report], known: KnownReports, now: Date) -> PollDecision {
        var desk = Deciding(known: known, now: now)
        for report in reports { desk.take(report) }
        return desk.decision()
    }
}

/// One decision in the making.
private struct Deciding {
    let now: Date
    let expired: Set<EntryIdentity>
    let records: [StoryID: StoryRecord]
    var places: [EntryIdentity: StoredReport] = [:]
    var verdicts: [Verdict] = []
    var writes: [EntryIdentity: Verdict?] = [:]
    var touched: Set<StoryID> = []
    var absorbed: Set<StoryID> = []

    init(known: KnownReports, now: Date) {
        self.now = now
        expired = known.expired
        records = Dictionary(known.stories.map { ($0.id, $0) }) { $1 }
        for stored in known.reports { places[stored.report.identity] = stored }
    }

    mutating func take(_ report: Report) {
        if let stored = places[report.identity] {
            guard stored.report.fingerprint != report.fingerprint else { return verdicts.append(.unchanged) }
            var revised = report
            revised.firstSeen = stored.report.firstSeen
            places[report.identity] = StoredReport(report: revised, storyID: stored.storyID)
            write(report.identity, .revised(reason: "text changed"))
            touched.insert(stored.storyID)
            if let other = story(with: report.matchKey, not: stored.storyID) { absorb(stored.storyID, into: other) }
        } else if expired.contains(report.identity) {
            verdicts.append(.dropped(reason: "expired"))
        } else if let storyID = story(with: report.matchKey, not: nil) {
            places[report.identity] = StoredReport(report: report, storyID: storyID)
            write(report.identity, .joined(storyID, reason: "same headline"))
            touched.insert(storyID)
        } else {
            let storyID = StoryID(rawValue: ToyDesk.hash("\(report.identity)").hex)
            places[report.identity] = StoredReport(report: report, storyID: storyID)
            write(report.identity, .new(reason: "no such headline"))
            touched.insert(storyID)
        }
    }

    private mutating func write(_ identity: EntryIdentity, _ verdict: Verdict) {
        verdicts.append(verdict)
        writes[identity] = verdict
    }

    private func story(with key: TextHash?, not own: StoryID?) -> StoryID? {
        guard let key else { return nil }
        return places.values.filter { $0.report.matchKey == key && $0.storyID != own }.map(\.storyID).min()
    }

    private mutating func absorb(_ storyID: StoryID, into survivor: StoryID) {
        for (identity, stored) in places where stored.storyID == storyID {
            places[identity]?.storyID = survivor
            if writes[identity] == nil { writes[identity] = .some(nil) }
        }
        touched.remove(storyID)
        touched.insert(survivor)
        if records[storyID] != nil { absorbed.insert(storyID) }
    }

    func decision() -> PollDecision {
        let stories = touched.sorted().map { storyID -> StoryWrite in
            let reports = places.values.filter { $0.storyID == storyID }.map(\.report)
                .sorted { ($0.date, $0.identity) < ($1.date, $1.identity) }
            let old = records[storyID]
            let record = StoryRecord(
                id: storyID,
                published: old?.published ?? reports.first?.date ?? now,
                updated: old?.updated ?? now,
                modified: now,
                preferred: reports.first?.identity ?? EntryIdentity(sourceID: "", key: ""),
                agencies: reports.flatMap(\.attribution.agencies).reduce(into: []) { all, agency in
                    if !all.contains(agency) { all.append(agency) }
                },
                places: [],
                isForeign: reports.compactMap(\.attribution.isForeign).max { !$0 && $1 }
            )
            return StoryWrite(record: record, memberships: ToyDesk.memberships(record, reports))
        }
        let reports = writes.sorted { $0.key < $1.key }.compactMap { identity, verdict in
            places[identity].map { ReportWrite(report: $0.report, storyID: $0.storyID, verdict: verdict) }
        }
        return PollDecision(verdicts: verdicts, reports: reports, stories: stories, absorbed: absorbed.sorted())
    }
}

extension FeedStore {
    /// Registers sources that are due at `start`.
    func register(_ ids: SourceID...) async throws {
        try await register(ids.map { source($0) }, now: start) { _ in start }
    }

    /// Commits a poll of the first report's source with the toy desk.
    @discardableResult
    func take(_ reports: Report..., at now: Date = start) async throws -> CommitResult {
        try await take(reports, at: now)
    }

    @discardableResult
    func take(_ reports: [Report], at now: Date = start) async throws -> CommitResult {
        let sourceID = reports.first?.identity.sourceID ?? "anp"
        return try await commit(poll(sourceID, at: now), lookup: ToyDesk.lookup(reports)) { known in
            ToyDesk.decide(reports, known: known, now: now)
        }
    }

    func all(in feedID: String) async throws -> [Story] {
        try await stories(in: feedID, limit: 1000, before: nil, publishedAfter: nil)
    }

    /// Every row of every table, for comparing two states of a database.
    func dump() async throws -> [String] {
        try await read { reader in
            let tables = [
                "meta", "source", "story", "report", "reportMatch", "membership", "feedState", "expired", "alias",
            ]
            return try tables.flatMap { table in
                try Row.fetchAll(reader.db, sql: "SELECT * FROM \(table) ORDER BY 1, 2, 3").map { "\(table) \($0)" }
            }
        }
    }

    /// What must hold whatever was written.
    func inconsistencies() async throws -> [String] {
        try await read { reader in
            let questions = [
                "integrity": "SELECT integrity_check FROM pragma_integrity_check WHERE integrity_check <> 'ok'",
                "foreign keys": "SELECT \"table\" FROM pragma_foreign_key_check",
                "empty story": "SELECT id FROM story WHERE id NOT IN (SELECT storyID FROM report)",
                "live alias": "SELECT storyID FROM alias WHERE storyID IN (SELECT id FROM story)",
                "key without report": """
                SELECT reportID FROM reportMatch LEFT JOIN report ON report.id = reportID
                AND report.matchKey = reportMatch.matchKey AND report.date = reportMatch.date WHERE report.id IS NULL
                """,
                "report without key": """
                SELECT id FROM report WHERE matchKey IS NOT NULL AND id NOT IN (SELECT reportID FROM reportMatch)
                """,
                "date of membership": """
                SELECT storyID FROM membership JOIN story ON story.id = storyID
                WHERE membership.published <> story.published
                """,
                "change number": """
                SELECT feedID FROM feedState WHERE changeNumber > (SELECT changeNumber FROM meta)
                """,
            ]
            return try questions.flatMap { name, sql in
                try Row.fetchAll(reader.db, sql: sql).map { "\(name): \($0)" }
            }
        }
    }
}

private func < (left: (Date, EntryIdentity), right: (Date, EntryIdentity)) -> Bool {
    left.0 == right.0 ? left.1 < right.1 : left.0 < right.0
}
