// Writes what the desk has decided. Decides nothing itself, but sees to it that no story is stored without a report
// and that a reader's view and the change numbers agree.

import FeedModel
import FoundationEssentials
import GRDB

/// Writes one decision inside one transaction.
struct DecisionWriter {
    let db: Database
    let reader: StoryReader
    /// When readers see the change.
    let instant: Date
    private var changes: ReaderChanges
    /// Stories that gained or lost a report, or one of whose reports was revised.
    private var changedStories: Set<StoryID> = []
    /// Where the reports of a story went: of the story left to the story joined.
    private var moves: [StoryID: StoryID] = [:]

    init(db: Database, reader: StoryReader, instant: Date) throws {
        self.db = db
        self.reader = reader
        self.instant = instant
        changes = try ReaderChanges(db: db)
    }

    /// A source's name, address or rights have changed, and with them what its stories say.
    mutating func noteRenaming(of sourceID: SourceID) throws {
        try changes.rename(sourceID)
    }

    /// Returns the store's change number after the writes.
    mutating func write(_ decision: PollDecision) throws -> Int64 {
        // Stories first: their reports refer to them.
        for write in decision.stories {
            try writeStory(write.record)
        }
        for write in decision.reports {
            try writeReport(write)
        }
        try moveRest(of: decision.absorbed)
        let touched = changedStories.union(decision.absorbed).union(decision.stories.map(\.record.id))
        let emptied = try touched.filter { try !reader.hasReports($0) }
        for write in decision.stories where !emptied.contains(write.record.id) {
            let isVisible = changedStories.contains(write.record.id)
            try changes.place(write.record, in: write.memberships, isVisible: isVisible)
            changedStories.remove(write.record.id)
        }
        for storyID in changedStories.subtracting(emptied).sorted() {
            try changes.touch(storyID)
        }
        for storyID in emptied.sorted() {
            try changes.remove(storyID)
            try remember(storyID)
        }
        return try changes.finish(at: instant)
    }
}

extension DecisionWriter {
    private mutating func writeStory(_ record: StoryRecord) throws {
        guard try reader.record(record.id) != record else { return }
        changedStories.insert(record.id)
        try db.cachedStatement(sql: StoryRow.upsert).execute(arguments: StatementArguments(StoryRow.values(record)))
        // A story that parts again from the one it was absorbed by takes its own id back.
        try db.cachedStatement(sql: "DELETE FROM alias WHERE storyID = ?")
            .execute(arguments: [StoredValue.text(record.id.rawValue)])
    }

    private mutating func writeReport(_ write: ReportWrite) throws {
        let identity = write.report.identity
        let key = [StoredValue.text(identity.sourceID.rawValue), StoredValue.text(identity.key)]
        let stored = try storedPlace(key)
        let values = [StoredValue.text(write.storyID.rawValue)] + (try ReportRow.values(write.report))
        guard let stored else {
            try db.cachedStatement(sql: Self.insert)
                .execute(arguments: StatementArguments(VerdictRow.values(write.verdict) + values))
            // It may have been forgotten by now, or the desk takes it back on purpose.
            try db.cachedStatement(sql: "DELETE FROM expired WHERE sourceID = ? AND identityKey = ?")
                .execute(arguments: StatementArguments(key))
            changedStories.insert(write.storyID)
            return
        }
        try db.cachedStatement(sql: Self.update)
            .execute(arguments: StatementArguments(values + [stored.reportID.databaseValue]))
        try writeVerdict(write.verdict, of: stored.reportID)
        if stored.storyID != write.storyID {
            changedStories.formUnion([stored.storyID, write.storyID])
            moves[stored.storyID] = write.storyID
        } else if case .revised = write.verdict {
            changedStories.insert(write.storyID)
        }
    }

    private func storedPlace(_ key: [DatabaseValue]) throws -> (reportID: Int64, storyID: StoryID)? {
        let statement = try db.cachedStatement(
            sql: "SELECT id, storyID FROM report WHERE sourceID = ? AND identityKey = ?"
        )
        let found = try reader.all(statement, key) { columns throws(RowDamage) in
            (reportID: try columns.int64(), storyID: StoryID(rawValue: try columns.text()))
        }
        return found.first
    }

    private func writeVerdict(_ verdict: Verdict?, of reportID: Int64) throws {
        switch verdict {
        case .revised(let reason):
            try db.cachedStatement(sql: "UPDATE report SET revision = ? WHERE id = ?")
                .execute(arguments: [StoredValue.text(reason), reportID.databaseValue])
        case .new, .joined:
            try db.cachedStatement(sql: Self.updateVerdict)
                .execute(arguments: StatementArguments(VerdictRow.values(verdict) + [reportID.databaseValue]))
        case .unchanged, .dropped, nil: break
        }
    }

    /// Reports the desk did not see, because their rows are damaged, follow those that it moved.
    private func moveRest(of absorbed: [StoryID]) throws {
        for storyID in absorbed where try reader.hasReports(storyID) {
            guard let survivor = moves[storyID] else {
                throw StoreError.rejected(reason: "story \(storyID) is absorbed and none of its reports moves")
            }
            try db.cachedStatement(sql: "UPDATE report SET storyID = ? WHERE storyID = ?")
                .execute(arguments: [StoredValue.text(survivor.rawValue), StoredValue.text(storyID.rawValue)])
        }
    }

    /// Notes which story an absorbed one went into, and leads the stories it had absorbed itself there too.
    private func remember(_ storyID: StoryID) throws {
        guard let survivor = moves[storyID] else { return }
        let old = StoredValue.text(storyID.rawValue)
        let new = StoredValue.text(survivor.rawValue)
        try db.cachedStatement(sql: "UPDATE alias SET survivorID = ? WHERE survivorID = ?")
            .execute(arguments: [new, old])
        try db.cachedStatement(
            sql: "INSERT OR REPLACE INTO alias (storyID, survivorID, absorbedAt) VALUES (?, ?, ?)"
        ).execute(arguments: [old, new, StoredValue.date(instant)])
    }

    private static let insert = """
        INSERT INTO report (\((VerdictRow.columns + ["storyID"] + ReportRow.columns).joined(separator: ", ")))
        VALUES (\((VerdictRow.columns + ["storyID"] + ReportRow.columns).map { _ in "?" }.joined(separator: ", ")))
        """

    private static let update = """
        UPDATE report SET \((["storyID"] + ReportRow.columns).map { "\($0) = ?" }.joined(separator: ", ")) WHERE id = ?
        """

    private static let updateVerdict = """
        UPDATE report SET \(VerdictRow.columns.map { "\($0) = ?" }.joined(separator: ", ")) WHERE id = ?
        """
}
