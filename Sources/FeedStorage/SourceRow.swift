// The state of polling a source as a row of `source`.

import FeedModel
import FoundationEssentials
import GRDB

enum SourceRow {
    /// The columns that hold a `PollState`, in the order in which they are written and read.
    static let columns = [
        "id", "nextPoll", "nextPollReason", "intervalSeconds", "lastPoll", "lastSuccess", "lastNew", "outcome",
        "httpStatus", "failures", "lastError", "etag", "lastModified", "validatorsSince", "movedTo",
        "feedTitle", "feedHomePageURL", "feedUpdated", "feedRights", "feedFormat", "warnings",
        "ttlSeconds", "skipHours", "skipDays", "lastFetchSeconds",
    ]

    static let selection = columns.joined(separator: ", ")

    /// Writes a state over the stored one. Arguments: those of `values`, then the id.
    static let update = "UPDATE source SET \(assignments) WHERE id = ?"

    /// The same, and ends the lease.
    static let updateAndRelease = """
        UPDATE source SET leaseOwner = NULL, leaseUntil = NULL, \(assignments) WHERE id = ?
        """

    private static let assignments = columns.map { "\($0) = ?" }.joined(separator: ", ")

    static func values(_ state: PollState) throws -> [DatabaseValue] {
        [
            StoredValue.text(state.sourceID.rawValue),
            StoredValue.date(state.nextPoll),
            StoredValue.text(state.nextPollReason),
            StoredValue.finite(state.intervalSeconds),
            StoredValue.date(state.lastPoll),
            StoredValue.date(state.lastSuccess),
            StoredValue.date(state.lastNew),
            StoredValue.text(state.outcome.rawValue),
            StoredValue.int(state.httpStatus),
            StoredValue.int(state.failures),
            StoredValue.text(state.lastError),
            StoredValue.text(state.validators.etag),
            StoredValue.text(state.validators.lastModified),
            StoredValue.date(state.validatorsSince),
            StoredValue.text(state.movedTo),
            StoredValue.text(state.feedTitle),
            StoredValue.text(state.feedHomePageURL),
            StoredValue.date(state.feedUpdated),
            StoredValue.text(state.feedRights),
            StoredValue.text(state.feedFormat?.rawValue),
            StoredValue.int(state.warnings),
            StoredValue.int(state.ttlSeconds),
            try StoredValue.list(state.skipHours),
            try StoredValue.list(state.skipDays),
            state.lastFetchSeconds.map { StoredValue.finite($0) } ?? .null,
        ]
    }

    static func state(_ columns: inout ColumnReader) throws(RowDamage) -> PollState {
        var state = PollState(sourceID: SourceID(rawValue: try columns.text()))
        state.nextPoll = try columns.optionalDate()
        state.nextPollReason = try columns.text()
        state.intervalSeconds = try columns.double()
        state.lastPoll = try columns.optionalDate()
        state.lastSuccess = try columns.optionalDate()
        state.lastNew = try columns.optionalDate()
        state.outcome = try columns.word(PollOutcome.self)
        state.httpStatus = try columns.optionalInt()
        state.failures = try columns.int()
        state.lastError = try columns.optionalText()
        state.validators.etag = try columns.optionalText()
        state.validators.lastModified = try columns.optionalText()
        state.validatorsSince = try columns.optionalDate()
        state.movedTo = try columns.optionalText()
        state.feedTitle = try columns.optionalText()
        state.feedHomePageURL = try columns.optionalText()
        state.feedUpdated = try columns.optionalDate()
        state.feedRights = try columns.optionalText()
        state.feedFormat = try columns.optionalWord(FeedFormat.self)
        state.warnings = try columns.int()
        state.ttlSeconds = try columns.optionalInt()
        state.skipHours = try columns.list(of: Int.self)
        state.skipDays = try columns.list(of: Int.self)
        state.lastFetchSeconds = try columns.optionalDouble()
        return state
    }

    /// Reads the columns of `selection`, past all of them. A damaged state is that of a source never polled: it is
    /// due at once, and the next poll writes it anew.
    static func salvagedState(_ columns: inout ColumnReader, damage: DamageCount) -> PollState {
        let start = columns
        do throws(RowDamage) {
            return try state(&columns)
        } catch {
            damage.add()
            columns = start
        }
        var salvaged = PollState(sourceID: SourceID(rawValue: (try? columns.text()) ?? ""))
        salvaged.nextPoll = (try? columns.optionalDate()) ?? .distantPast
        columns = start.skipping(Self.columns.count)
        return salvaged
    }
}
