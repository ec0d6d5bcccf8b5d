// Why an item is where it is, read from what was stored when it was decided.

import FeedModel
import FoundationEssentials
import GRDB

extension FeedStore {
    /// How many items `explain` tells of at most.
    package static let explanationLimit = 20

    /// The items a query names, newest first: by identity key, guid, address, story id (absorbed ones too) or, where
    /// none of these is it exactly, by a part of the headline without regard to case. At most `explanationLimit`.
    package func explain(_ query: String) async throws(StoreError) -> [Explanation] {
        guard !query.isEmpty else { return [] }
        let survivor = try await survivor(of: StoryID(rawValue: query))
        return try await read { reader in
            let exactly = """
                identityKey = ?1 OR entryID = ?1 OR url = ?1 OR storyID = ?2
                """
            let storyID = survivor?.rawValue ?? query
            let found = try reader.explanations(exactly, [StoredValue.text(query), StoredValue.text(storyID)])
            return found.isEmpty ? try reader.explanationsByHeadline(containing: query) : found
        }
    }
}

extension StoryReader {
    fileprivate func explanations(_ condition: String, _ arguments: [DatabaseValue]) throws -> [Explanation] {
        let statement = try db.makeStatement(
            sql: """
                SELECT \(VerdictRow.columns.joined(separator: ", ")), \(ReportRow.selection) FROM report
                WHERE \(condition) ORDER BY date DESC, sourceID, identityKey LIMIT \(FeedStore.explanationLimit)
                """
        )
        let rows = try all(statement, arguments) { columns throws(RowDamage) in
            (verdict: try VerdictRow.read(&columns), report: try ReportRow.storedReport(&columns))
        }
        return try rows.compactMap { row in
            guard let story = try record(row.report.storyID) else { return nil }
            return Explanation(
                report: row.report,
                story: story,
                verdict: row.verdict.verdict,
                revision: row.verdict.revision,
                memberships: try memberships(of: story.id)
            )
        }
    }

    /// SQLite folds the case of ASCII alone: headlines are compared here, in Swift, which knows that É is é.
    fileprivate func explanationsByHeadline(containing query: String) throws -> [Explanation] {
        let wanted = query.lowercased()
        var found: [DatabaseValue] = []
        let titles = "SELECT id, title FROM report WHERE title IS NOT NULL ORDER BY date DESC"
        let rows = try Row.fetchCursor(db, sql: titles)
        while found.count < FeedStore.explanationLimit, let row = try rows.next() {
            var columns = ColumnReader(row)
            let id = try columns.int64()
            if try columns.text().lowercased().contains(wanted) { found.append(id.databaseValue) }
        }
        guard !found.isEmpty else { return [] }
        return try explanations("id IN (\(found.map { _ in "?" }.joined(separator: ", ")))", found)
    }

    /// In order of feed id.
    func memberships(of storyID: StoryID) throws -> [FeedMembership] {
        let statement = try db.cachedStatement(
            sql: "SELECT feedID, isIncluded, reason FROM membership WHERE storyID = ? ORDER BY feedID"
        )
        return try all(statement, [StoredValue.text(storyID.rawValue)]) { columns throws(RowDamage) in
            FeedMembership(
                feedID: try columns.text(),
                isIncluded: try columns.bool(),
                reason: try columns.text()
            )
        }
    }
}
