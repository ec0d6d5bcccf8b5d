// What becomes of a source's stored state when the configuration is read.

import FeedModel
import FoundationEssentials
import GRDB

/// One configured source, about to be registered.
struct SourceRegistration: Sendable {
    let sourceID: SourceID
    let isEnabled: Bool
    let urlHash: Int64
    let firstPoll: Date

    init(source: Source, firstPoll: Date) {
        sourceID = source.id
        isEnabled = source.isEnabled
        urlHash = Self.hash(source.url)
        self.firstPoll = firstPoll
    }

    func write(_ reader: StoryReader, now: Date) throws {
        let statement = try reader.db.cachedStatement(
            sql: "SELECT \(SourceRow.selection), urlHash FROM source WHERE id = ?"
        )
        let id = StoredValue.text(sourceID.rawValue)
        let found = try reader.all(statement, [id]) { columns throws(RowDamage) in
            let state = SourceRow.salvagedState(&columns, damage: reader.damage)
            return (state: state, urlHash: try columns.int64())
        }
        guard let stored = found.first else { return try insert(reader.db) }
        try reader.db.cachedStatement(
            sql: "UPDATE source SET isRegistered = 1, isEnabled = ?, urlHash = ? WHERE id = ?"
        ).execute(arguments: [StoredValue.bool(isEnabled), urlHash.databaseValue, id])
        var state = timely(stored.state, now: now)
        if stored.urlHash != urlHash { state = moved(state) }
        guard state != stored.state else { return }
        let values = try SourceRow.values(state)
        try reader.db.cachedStatement(sql: SourceRow.update).execute(arguments: StatementArguments(values + [id]))
    }

    /// A poll in the future was noted by a clock that has been set back since: the wait it led to is kept, and
    /// counted from now, or the source might not be polled for years.
    private func timely(_ stored: PollState, now: Date) -> PollState {
        guard let lastPoll = stored.lastPoll, lastPoll > now else { return stored }
        guard let nextPoll = stored.nextPoll, nextPoll > lastPoll else { return stored }
        var state = stored
        state.nextPoll = now.addingTimeInterval(nextPoll.timeIntervalSince(lastPoll))
        return state
    }

    /// The state after the configured address has changed.
    private func moved(_ stored: PollState) -> PollState {
        var state = stored
        state.validators = HTTPValidators()
        state.validatorsSince = nil
        state.movedTo = nil
        state.ttlSeconds = nil
        state.skipHours = []
        state.skipDays = []
        // Who corrects an address that failed does not want to wait for the back-off of the wrong one. A limit that
        // was asked for stays: it may be the same server.
        if stored.nextPoll == nil || (stored.failures > 0 && stored.outcome != .rateLimited) {
            state.nextPoll = firstPoll
            state.nextPollReason = Self.firstPollReason
            state.outcome = .never
            state.failures = 0
            state.lastError = nil
            state.httpStatus = nil
        }
        return state
    }

    private func insert(_ db: Database) throws {
        var state = PollState(sourceID: sourceID)
        state.nextPoll = firstPoll
        state.nextPollReason = Self.firstPollReason
        let columns = SourceRow.columns + ["urlHash", "isRegistered", "isEnabled"]
        let values =
            try SourceRow.values(state) + [urlHash.databaseValue, 1.databaseValue, StoredValue.bool(isEnabled)]
        let places = columns.map { _ in "?" }.joined(separator: ", ")
        try db.cachedStatement(sql: "INSERT INTO source (\(columns.joined(separator: ", "))) VALUES (\(places))")
            .execute(arguments: StatementArguments(values))
    }

    private static let firstPollReason = "first poll"

    /// Frozen: another recipe would make every stored address look changed.
    private static func hash(_ url: String) -> Int64 {
        var hash = StableHash()
        hash.combine(url)
        return Int64(bitPattern: hash.value)
    }
}
