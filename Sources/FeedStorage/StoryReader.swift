// Reads stories and their reports inside a transaction. What cannot be read is counted and left out: to the desk it
// is not stored, so that the source's next document writes it anew.

import FeedModel
import GRDB
import Synchronization

/// How many damaged rows were met since the store was opened.
final class DamageCount: Sendable {
    private let count = Atomic<Int>(0)

    var value: Int { count.load(ordering: .relaxed) }

    func add() { count.wrappingAdd(1, ordering: .relaxed) }
}

/// Reads through one connection, within one transaction.
struct StoryReader {
    let db: Database
    let damage: DamageCount

    /// In order of date, then identity.
    func reports(of storyID: StoryID) throws -> [Report] {
        let statement = try db.cachedStatement(sql: Self.reportsOfStory)
        return try all(statement, [StoredValue.text(storyID.rawValue)]) { columns throws(RowDamage) in
            try ReportRow.storedReport(&columns).report
        }
    }

    func record(_ storyID: StoryID) throws -> StoryRecord? {
        let statement = try db.cachedStatement(sql: Self.storyByID)
        return try all(statement, [StoredValue.text(storyID.rawValue)]) { columns throws(RowDamage) in
            try StoryRow.record(&columns)
        }.first
    }

    /// Whether a story has reports, damaged ones included.
    func hasReports(_ storyID: StoryID) throws -> Bool {
        let statement = try db.cachedStatement(sql: "SELECT 1 FROM report WHERE storyID = ? LIMIT 1")
        return try Int.fetchOne(statement, arguments: [StoredValue.text(storyID.rawValue)]) != nil
    }

    /// Nil when there is none, or nothing of it can be read.
    func story(_ storyID: StoryID) throws -> Story? {
        guard let record = try record(storyID) else { return nil }
        let reports = try reports(of: storyID)
        return reports.isEmpty ? nil : Story(record: record, reports: reports)
    }

    /// Every row that can be read.
    func all<Value>(
        _ statement: Statement,
        _ arguments: [DatabaseValue] = [],
        read: (inout ColumnReader) throws(RowDamage) -> Value
    ) throws -> [Value] {
        var values: [Value] = []
        let rows = try Row.fetchCursor(statement, arguments: StatementArguments(arguments))
        while let row = try rows.next() {
            var columns = ColumnReader(row)
            do throws(RowDamage) {
                values.append(try read(&columns))
            } catch {
                damage.add()
            }
        }
        return values
    }

    private static let storyByID = "SELECT \(StoryRow.selection) FROM story WHERE id = ?"

    private static let reportsOfStory = """
        SELECT \(ReportRow.selection) FROM report WHERE storyID = ? ORDER BY date, sourceID, identityKey
        """
}
