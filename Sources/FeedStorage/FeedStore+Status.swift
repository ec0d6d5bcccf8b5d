// What the status page shows: sources, their counts, totals.

package import FeedModel
package import FoundationEssentials
import GRDB

extension FeedStore {
    /// Every registered source, disabled ones too, in order of id. `leasedBy` is nil when the lease has run out.
    package func sourceStatuses(now: Date) async throws(StoreError) -> [SourceStatus] {
        try await read { reader in
            let counts = try reader.counts()
            let recent = try reader.newestByHour(now: now)
            let statement = try reader.db.cachedStatement(
                sql: """
                    SELECT \(SourceRow.selection), CASE WHEN leaseUntil > ? THEN leaseOwner END FROM source
                    WHERE isRegistered ORDER BY id
                    """
            )
            return try reader.all(statement, [StoredValue.date(now)]) { columns throws(RowDamage) in
                let state = SourceRow.salvagedState(&columns, damage: reader.damage)
                var count = counts[state.sourceID] ?? SourceCounts()
                count.itemsPerHour = recent[state.sourceID] ?? StoryReader.noItemsPerHour
                return SourceStatus(state: state, counts: count, leasedBy: try columns.optionalText())
            }
        }
    }

    /// The state of every registered source, disabled ones too, in order of id: a read that costs the same however
    /// much is stored.
    package func pollStates() async throws(StoreError) -> [PollState] {
        try await read { reader in
            let statement = try reader.db.cachedStatement(
                sql: "SELECT \(SourceRow.selection) FROM source WHERE isRegistered ORDER BY id"
            )
            return try reader.all(statement) { columns throws(RowDamage) in
                SourceRow.salvagedState(&columns, damage: reader.damage)
            }
        }
    }

    /// What is stored of all sources, those no longer registered included.
    package func totals() async throws(StoreError) -> StoreTotals {
        try await read { reader in
            let counts = try reader.counts().values
            return StoreTotals(
                items: counts.reduce(0) { $0 + $1.items },
                stories: try Int.fetchOne(reader.db, sql: "SELECT count(*) FROM story") ?? 0,
                duplicates: counts.reduce(0) { $0 + $1.duplicates },
                damagedRows: reader.damage.value
            )
        }
    }
}

extension StoryReader {
    static let noItemsPerHour = [Int](repeating: 0, count: 24)

    fileprivate func counts() throws -> [SourceID: SourceCounts] {
        let statement = try db.cachedStatement(
            sql: "SELECT sourceID, count(*), sum(verdict = 'joined') FROM report GROUP BY sourceID"
        )
        let rows = try all(statement) { columns throws(RowDamage) in
            let sourceID = SourceID(rawValue: try columns.text())
            return (sourceID, SourceCounts(items: try columns.int(), duplicates: try columns.int()))
        }
        return Dictionary(rows) { $1 }
    }

    /// Entries first seen in each of the 24 hours up to `now`, oldest first.
    fileprivate func newestByHour(now: Date) throws -> [SourceID: [Int]] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT sourceID, firstSeen FROM report
                WHERE sourceID IN (SELECT id FROM source WHERE isRegistered) AND firstSeen > ? AND firstSeen <= ?
                """
        )
        let dayBefore = now.addingTimeInterval(-86_400)
        let arguments = [StoredValue.date(dayBefore), StoredValue.date(now)]
        let rows = try all(statement, arguments) { columns throws(RowDamage) in
            (sourceID: SourceID(rawValue: try columns.text()), firstSeen: try columns.date())
        }
        var hours: [SourceID: [Int]] = [:]
        for row in rows {
            let age = now.timeIntervalSince(row.firstSeen) / 3600
            let hour = 23 - min(23, max(0, Int(exactly: age.rounded(.down)) ?? 0))
            hours[row.sourceID, default: Self.noItemsPerHour][hour] += 1
        }
        return hours
    }
}
