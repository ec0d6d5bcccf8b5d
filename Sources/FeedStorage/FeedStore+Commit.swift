// How a poll ends: its state, its lease and everything it brought, in one transaction.

package import FeedModel
import FoundationEssentials
import GRDB

extension FeedStore {
    /// Ends a poll that brought no document (304, failure, gone): stores its state and releases its lease. When
    /// another owner has taken the lease over meanwhile, the state is that owner's to write, and nothing happens.
    package func finish(_ record: PollRecord) async throws(StoreError) {
        try await queue.write { db in try record.write(db) }
    }

    /// Ends a poll that brought a document. Look-up, decision and write are one transaction: what `decide` sees is
    /// what its writes meet, and a crash leaves all of it or nothing. `decide` must be pure and should be quick:
    /// every other writer waits. Nothing but the poll's state is written when its decision is empty. The state is
    /// left alone when another owner has taken the lease over; the entries are stored all the same.
    package func commit(
        _ record: PollRecord,
        lookup: ReportLookup,
        decide: @escaping @Sendable (KnownReports) -> PollDecision
    ) async throws(StoreError) -> CommitResult {
        let damage = damage
        return try await queue.write { db in
            try record.write(db)
            let reader = StoryReader(db: db, damage: damage)
            var query = KnownReportsQuery(reader: reader, now: record.state.lastPoll)
            let decision = decide(try query.run(lookup))
            guard !decision.isEmpty else {
                return CommitResult(decision: decision, changeNumber: try Meta.changeNumber(db))
            }
            let instant = decision.stories.map(\.record.modified).max() ?? record.state.lastPoll
            var writer = try DecisionWriter(db: db, reader: reader, instant: instant ?? .distantPast)
            return CommitResult(decision: decision, changeNumber: try writer.write(decision))
        }
    }
}

extension PollRecord {
    fileprivate func write(_ db: Database) throws {
        let id = StoredValue.text(state.sourceID.rawValue)
        let statement = try db.cachedStatement(sql: "SELECT leaseOwner FROM source WHERE id = ?")
        guard let row = try Row.fetchOne(statement, arguments: [id]) else {
            throw StoreError.unknownSource(state.sourceID)
        }
        var columns = ColumnReader(row)
        if let holder = try columns.optionalText(), holder != leaseOwner { return }
        try db.cachedStatement(sql: SourceRow.updateAndRelease)
            .execute(arguments: StatementArguments(try SourceRow.values(state) + [id]))
    }
}
