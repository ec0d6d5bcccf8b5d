// Which sources there are, which are due, and who polls them. A source is polled by the holder of its lease alone.

package import FeedModel
package import FoundationEssentials
import GRDB

extension FeedStore {
    /// Makes the registered sources those given. New ones are due at `firstPoll`; known ones keep their state, also
    /// when they come back after an absence, so that nobody is asked sooner than allowed; absent ones keep their
    /// entries and are never due. A changed address forgets what was learnt from the old one (validators, move, hints)
    /// and is due at `firstPoll` when polling the old one had failed or stopped. A poll that lies after `now` was noted
    /// by a wrong clock: the wait it led to counts from now.
    package func register(
        _ sources: [Source],
        now: Date,
        firstPoll: (Source) -> Date
    ) async throws(StoreError) {
        let registrations = sources.map { SourceRegistration(source: $0, firstPoll: firstPoll($0)) }
        let damage = damage
        try await queue.write { db in
            try db.execute(sql: "UPDATE source SET isRegistered = 0 WHERE isRegistered")
            let reader = StoryReader(db: db, damage: damage)
            for registration in registrations {
                try registration.write(reader, now: now)
            }
        }
    }

    /// Leases up to `limit` due sources to `owner` until `until`, longest due first. Due: registered, enabled, not
    /// stopped, `nextPoll` reached, and no lease that is still running.
    package func leaseDue(
        now: Date,
        limit: Int,
        owner: String,
        until: Date
    ) async throws(StoreError) -> [LeasedSource] {
        let condition = "nextPoll <= ? AND (leaseUntil IS NULL OR leaseUntil <= ?)"
        return try await lease(
            condition,
            [StoredValue.date(now), StoredValue.date(now)],
            limit: limit,
            owner: owner,
            until: until
        )
    }

    /// Leases every source that may be polled at all, due or not, longest due first. Stopped sources are not among
    /// them: they answered that they are gone for good.
    package func leaseAll(now: Date, owner: String, until: Date) async throws(StoreError) -> [LeasedSource] {
        let condition = "nextPoll IS NOT NULL AND (leaseUntil IS NULL OR leaseUntil <= ?)"
        return try await lease(condition, [StoredValue.date(now)], limit: .max, owner: owner, until: until)
    }

    /// Ends the leases of one owner; their sources are due as before.
    package func releaseLeases(of owner: String) async throws(StoreError) {
        try await queue.write { db in
            try db.execute(
                sql: "UPDATE source SET leaseOwner = NULL, leaseUntil = NULL WHERE leaseOwner = ?",
                arguments: [StoredValue.text(owner)]
            )
        }
    }

    /// When the next source can be leased: its `nextPoll`, or the end of the lease that holds it when that is
    /// later and the owner does not release it before. Nil when no source will ever be due.
    package func nextDue() async throws(StoreError) -> Date? {
        try await read { reader in
            let statement = try reader.db.cachedStatement(
                sql: """
                    SELECT min(max(nextPoll, ifnull(leaseUntil, nextPoll))) FROM source
                    WHERE isRegistered AND isEnabled AND nextPoll IS NOT NULL
                    """
            )
            return try reader.all(statement) { columns throws(RowDamage) in try columns.optionalDate() }
                .first ?? nil
        }
    }
}

extension FeedStore {
    private func lease(
        _ condition: String,
        _ arguments: [DatabaseValue],
        limit: Int,
        owner: String,
        until: Date
    ) async throws(StoreError) -> [LeasedSource] {
        let damage = damage
        return try await queue.write { db in
            let found = try StoryReader(db: db, damage: damage).all(
                db.cachedStatement(
                    sql: """
                        SELECT \(SourceRow.selection) FROM source
                        WHERE isRegistered AND isEnabled AND \(condition) ORDER BY nextPoll, id LIMIT ?
                        """
                ),
                arguments + [Int64(max(0, limit)).databaseValue]
            ) { columns throws(RowDamage) in SourceRow.salvagedState(&columns, damage: damage) }
            let take = try db.cachedStatement(sql: "UPDATE source SET leaseOwner = ?, leaseUntil = ? WHERE id = ?")
            var leased: [LeasedSource] = []
            for state in found {
                guard let due = state.nextPoll else { continue }
                let id = StoredValue.text(state.sourceID.rawValue)
                try take.execute(arguments: [StoredValue.text(owner), StoredValue.date(until), id])
                leased.append(LeasedSource(sourceID: state.sourceID, state: state, due: due))
            }
            return leased
        }
    }
}
