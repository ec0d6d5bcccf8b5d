// How a poll ends: its state, its lease and everything it brought, in one transaction.

package import FeedModel
import FoundationEssentials
import GRDB

extension FeedStore {
    /// Ends a poll that brought no document (304, failure, gone): stores its state and releases its lease. When
    /// another owner has taken the lease over meanwhile, the state is that owner's to write, and nothing happens.
    package func finish(_ record: PollRecord) async throws(StoreError) {
        try await queue.write { db in _ = try record.write(db) }
    }

    /// Ends a poll that brought a document. Look-up, decision and write are one transaction: what `decide` sees is
    /// what its writes meet, and a crash leaves all of it or nothing. `decide` must be pure and should be quick:
    /// every other writer waits. Nothing but the poll's state is written when its decision is empty. The state is
    /// left alone when another owner has taken the lease over; the entries are stored all the same. Where an entry is
    /// new to its source, the state says so (`lastNew`): only here is it known.
    package func commit(
        _ record: PollRecord,
        lookup: ReportLookup,
        decide: @escaping @Sendable (KnownReports) -> PollDecision
    ) async throws(StoreError) -> CommitResult {
        let damage = damage
        return try await queue.write { db in
            let reader = StoryReader(db: db, damage: damage)
            var query = KnownReportsQuery(reader: reader, now: record.state.lastPoll)
            let decision = decide(try query.run(lookup))
            let record = record.noting(decision.verdicts)
            let isRenamed = try record.write(db)
            guard !decision.isEmpty || isRenamed else {
                return CommitResult(
                    decision: decision,
                    changeNumber: try Meta.changeNumber(db),
                    state: record.state
                )
            }
            let instant = decision.stories.map(\.record.modified).max() ?? record.state.lastPoll
            var writer = try DecisionWriter(db: db, reader: reader, instant: instant ?? .distantPast)
            if isRenamed { try writer.noteRenaming(of: record.state.sourceID) }
            return CommitResult(
                decision: decision,
                changeNumber: try writer.write(decision),
                state: record.state
            )
        }
    }
}

extension PollRecord {
    /// With the date of this poll as that of the last new entry, if it brought one.
    fileprivate func noting(_ verdicts: [Verdict]) -> PollRecord {
        var noted = self
        if verdicts.contains(where: \.isNew) { noted.state.lastNew = state.lastPoll }
        return noted
    }

    /// Returns whether what stories say of their source has changed with it.
    fileprivate func write(_ db: Database) throws -> Bool {
        let id = StoredValue.text(state.sourceID.rawValue)
        let statement = try db.cachedStatement(
            sql: "SELECT leaseOwner, feedTitle, feedHomePageURL, feedRights FROM source WHERE id = ?"
        )
        guard let row = try Row.fetchOne(statement, arguments: [id]) else {
            throw StoreError.unknownSource(state.sourceID)
        }
        var columns = ColumnReader(row)
        if let holder = try columns.optionalText(), holder != leaseOwner { return false }
        // Unreadable ones are about to be replaced: that is a change.
        let facts = try? [columns.optionalText(), columns.optionalText(), columns.optionalText()]
        try db.cachedStatement(sql: SourceRow.updateAndRelease)
            .execute(arguments: StatementArguments(try SourceRow.values(state) + [id]))
        return facts != [state.feedTitle, state.feedHomePageURL, state.feedRights]
    }
}

extension Verdict {
    /// Whether the entry had not been seen before.
    fileprivate var isNew: Bool {
        switch self {
        case .new, .joined: true
        case .revised, .unchanged, .dropped: false
        }
    }
}
