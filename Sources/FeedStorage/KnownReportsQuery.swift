// Everything stored that bears on a poll: whole stories, closed under "same match key".

import FeedModel
import FoundationEssentials
import GRDB

/// Gathers the stories a lookup leads to, and those that these lead to by the match keys of their reports.
struct KnownReportsQuery {
    /// Enough for any chain of stories that share keys in pairs; a limit, so that no data can keep a poll busy.
    static let rounds = 16
    /// How often at most the memory of an expired identity is refreshed: documents that carry it change nothing else.
    static let refreshSeconds: Double = 86_400

    let reader: StoryReader
    /// When the document was fetched; nil: expired identities it carries are not refreshed.
    let now: Date?

    private var storyIDs: Set<StoryID> = []
    private var keys: Set<TextHash> = []
    private var known = KnownReports()

    init(reader: StoryReader, now: Date?) {
        self.reader = reader
        self.now = now
    }

    /// Reads, and writes nothing but when an expired identity was last seen.
    mutating func run(_ lookup: ReportLookup) throws -> KnownReports {
        var next: Set<StoryID> = []
        for identity in lookup.identities {
            if let storyID = try storyID(of: identity) {
                next.insert(storyID)
            } else if try isExpired(identity) {
                known.expired.insert(identity)
            }
        }
        for key in lookup.matchKeys {
            try next.formUnion(stories(with: key))
        }
        for _ in 0..<Self.rounds where !next.isEmpty {
            var found: Set<StoryID> = []
            // In order of id: what the desk is shown, and so what it decides, is the same after every restart.
            for storyID in next.sorted() {
                try found.formUnion(load(storyID))
            }
            next = found.subtracting(storyIDs)
        }
        known.stories.sort { $0.id < $1.id }
        known.reports.sort { $0.report.identity < $1.report.identity }
        return known
    }

    /// Adds a story and returns those its reports' match keys lead to.
    private mutating func load(_ storyID: StoryID) throws -> Set<StoryID> {
        storyIDs.insert(storyID)
        guard let story = try reader.story(storyID) else { return [] }
        known.stories.append(story.record)
        var found: Set<StoryID> = []
        for report in story.reports {
            known.reports.append(StoredReport(report: report, storyID: storyID))
            if let key = report.matchKey {
                try found.formUnion(stories(with: key))
            }
        }
        return found
    }

    private func storyID(of identity: EntryIdentity) throws -> StoryID? {
        let statement = try reader.db.cachedStatement(
            sql: "SELECT storyID FROM report WHERE sourceID = ? AND identityKey = ?"
        )
        let arguments = [StoredValue.text(identity.sourceID.rawValue), StoredValue.text(identity.key)]
        return try reader.all(statement, arguments) { columns throws(RowDamage) in
            StoryID(rawValue: try columns.text())
        }.first
    }

    /// The stories of reports with a match key, each key asked for once.
    private mutating func stories(with key: TextHash) throws -> Set<StoryID> {
        guard keys.insert(key).inserted else { return [] }
        let statement = try reader.db.cachedStatement(
            sql: """
                SELECT DISTINCT report.storyID FROM reportMatch JOIN report ON report.id = reportMatch.reportID
                WHERE reportMatch.matchKey = ?
                """
        )
        let found = try reader.all(statement, [StoredValue.hash(key)]) { columns throws(RowDamage) in
            StoryID(rawValue: try columns.text())
        }
        return Set(found)
    }

    private func isExpired(_ identity: EntryIdentity) throws -> Bool {
        let identityColumns = [StoredValue.text(identity.sourceID.rawValue), StoredValue.text(identity.key)]
        let statement = try reader.db.cachedStatement(
            sql: "SELECT seenAt FROM expired WHERE sourceID = ? AND identityKey = ?"
        )
        let seen = try reader.all(statement, identityColumns) { columns throws(RowDamage) in try columns.date() }
        guard let seenAt = seen.first else { return false }
        if let now, now.timeIntervalSince(seenAt) > Self.refreshSeconds {
            try reader.db.cachedStatement(
                sql: "UPDATE expired SET seenAt = ? WHERE sourceID = ? AND identityKey = ?"
            ).execute(arguments: StatementArguments([StoredValue.date(now)] + identityColumns))
        }
        return true
    }
}
