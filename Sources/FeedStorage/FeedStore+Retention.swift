// Forgetting what is old, so that it stays forgotten.

import FeedModel
package import FoundationEssentials
import GRDB

extension FeedStore {
    private static let reportsPerTransaction = 500
    /// At most 16 MiB (of the usual 4 KiB pages) are given back to the file system at a time.
    private static let pagesFreed = 4096

    /// Deletes the reports whose date is before `cutoff`, and the stories that have none left. Returns how many
    /// reports. Polls go on between its transactions.
    ///
    /// What was deleted is remembered by identity, so that a source that lists it for years does not bring it back as
    /// new: until no document has carried it for one retention period (`now` − `cutoff`). Aliases of absorbed stories
    /// are kept for one retention period too.
    package func retain(after cutoff: Date, now: Date) async throws(StoreError) -> Int {
        let damage = damage
        var deleted = 0
        while true {
            let count = try await queue.write { db in
                var batch = try RetentionBatch(reader: StoryReader(db: db, damage: damage), now: now)
                return try batch.delete(before: cutoff, limit: Self.reportsPerTransaction)
            }
            deleted += count
            if count < Self.reportsPerTransaction { break }
        }
        try await queue.write { db in
            try db.execute(sql: "DELETE FROM expired WHERE seenAt < ?", arguments: [StoredValue.date(cutoff)])
            try db.execute(sql: "DELETE FROM alias WHERE absorbedAt < ?", arguments: [StoredValue.date(cutoff)])
            try db.execute(sql: "PRAGMA incremental_vacuum(\(Self.pagesFreed))")
        }
        return deleted
    }
}

/// One transaction of a retention.
private struct RetentionBatch {
    let reader: StoryReader
    let now: Date
    var changes: ReaderChanges

    init(reader: StoryReader, now: Date) throws {
        self.reader = reader
        self.now = now
        changes = try ReaderChanges(db: reader.db)
    }

    /// Returns how many reports it deleted.
    mutating func delete(before cutoff: Date, limit: Int) throws -> Int {
        let db = reader.db
        let statement = try db.cachedStatement(
            sql: "SELECT id, storyID FROM report WHERE date < ? ORDER BY date LIMIT ?"
        )
        let old = try reader.all(statement, [StoredValue.date(cutoff), StoredValue.int(limit)]) {
            columns throws(RowDamage) in
            (reportID: try columns.int64(), storyID: StoryID(rawValue: try columns.text()))
        }
        let remember = try db.cachedStatement(
            sql: """
                INSERT OR REPLACE INTO expired (sourceID, identityKey, seenAt)
                SELECT sourceID, identityKey, ? FROM report WHERE id = ?
                """
        )
        let delete = try db.cachedStatement(sql: "DELETE FROM report WHERE id = ?")
        for report in old {
            try remember.execute(arguments: [StoredValue.date(now), report.reportID.databaseValue])
            try delete.execute(arguments: [report.reportID])
        }
        for storyID in Set(old.map(\.storyID)).sorted() {
            try settle(storyID)
        }
        _ = try changes.finish(at: now)
        return old.count
    }

    /// Removes a story without reports. One that keeps some has visibly changed, and shows one it still has.
    private mutating func settle(_ storyID: StoryID) throws {
        let reports = try reader.reports(of: storyID)
        guard let first = reports.first else {
            // Reports that cannot be read hold their story.
            if try !reader.hasReports(storyID) { try changes.remove(storyID) }
            return
        }
        guard var record = try reader.record(storyID) else { return }
        record.modified = now
        if !reports.contains(where: { $0.identity == record.preferred }) {
            record.preferred = first.identity
        }
        try reader.db.cachedStatement(sql: StoryRow.upsert)
            .execute(arguments: StatementArguments(try StoryRow.values(record)))
        try changes.touch(storyID)
    }
}
