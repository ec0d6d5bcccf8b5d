// Keeps memberships, and notes which merged feeds change for their readers within one transaction. Only those get a
// new change number.

import FeedModel
import FoundationEssentials
import GRDB

/// What one write changes for readers.
struct ReaderChanges {
    let db: Database
    /// The change number this write gets, should a feed have moved.
    private let changeNumber: Int64
    private(set) var movedFeeds: Set<String> = []

    /// A stored membership.
    private struct Row {
        var membership: FeedMembership
        var published: DatabaseValue
    }

    init(db: Database) throws {
        self.db = db
        changeNumber = try Meta.changeNumber(db) + 1
    }

    /// Gives a story its place in every feed. `isVisible`: its readers would see a difference.
    mutating func place(_ record: StoryRecord, in memberships: [FeedMembership], isVisible: Bool) throws {
        let before = try stored(record.id)
        // Should the desk name a feed twice, the last word counts.
        let after = Dictionary(memberships.map { ($0.feedID, $0) }) { $1 }
        let published = StoredValue.date(record.published)
        for feedID in Set(before.keys).union(after.keys).sorted() {
            let old = before[feedID]
            let new = after[feedID]
            let wasIncluded = old?.membership.isIncluded ?? false
            let isIncluded = new?.isIncluded ?? false
            let hasMoved = wasIncluded != isIncluded || (isIncluded && isVisible)
            if hasMoved { movedFeeds.insert(feedID) }
            guard let new else {
                try remove(feedID: feedID, storyID: record.id)
                continue
            }
            if hasMoved || old?.membership != new || old?.published != published {
                try write(new, of: record.id, published: published, hasMoved: hasMoved)
            }
        }
    }

    /// Notes that readers see a difference in a story whose memberships stay.
    mutating func touch(_ storyID: StoryID) throws {
        for (feedID, row) in try stored(storyID) where row.membership.isIncluded {
            movedFeeds.insert(feedID)
        }
        try db.cachedStatement(
            sql: "UPDATE membership SET changeNumber = ? WHERE storyID = ? AND isIncluded"
        ).execute(arguments: [changeNumber, StoredValue.text(storyID.rawValue)])
    }

    /// Notes that the feeds that carry reports of a source call it something else. No story has changed by that.
    mutating func rename(_ sourceID: SourceID) throws {
        let statement = try db.cachedStatement(
            sql: """
                SELECT DISTINCT feedID FROM report JOIN membership ON membership.storyID = report.storyID
                WHERE report.sourceID = ? AND isIncluded
                """
        )
        movedFeeds.formUnion(
            try String.fetchAll(statement, arguments: [StoredValue.text(sourceID.rawValue)]).map(StoredText.unescaped)
        )
    }

    /// Deletes a story, which has no reports left, and its memberships.
    mutating func remove(_ storyID: StoryID) throws {
        for (feedID, row) in try stored(storyID) where row.membership.isIncluded {
            movedFeeds.insert(feedID)
        }
        try db.cachedStatement(sql: "DELETE FROM story WHERE id = ?")
            .execute(arguments: [StoredValue.text(storyID.rawValue)])
    }

    /// Moves the feeds that have changed, and returns the store's change number after that.
    func finish(at instant: Date) throws -> Int64 {
        guard !movedFeeds.isEmpty else { return changeNumber - 1 }
        try Meta.setChangeNumber(changeNumber, in: db)
        let statement = try db.cachedStatement(
            sql: """
                INSERT INTO feedState (feedID, changeNumber, changedAt) VALUES (?, ?, ?)
                ON CONFLICT (feedID) DO UPDATE SET
                    changeNumber = excluded.changeNumber, changedAt = max(changedAt, excluded.changedAt)
                """
        )
        for feedID in movedFeeds.sorted() {
            try statement.execute(
                arguments: [StoredValue.text(feedID), changeNumber.databaseValue, StoredValue.date(instant)]
            )
        }
        return changeNumber
    }
}

extension ReaderChanges {
    private func stored(_ storyID: StoryID) throws -> [String: Row] {
        let statement = try db.cachedStatement(
            sql: "SELECT feedID, isIncluded, reason, published FROM membership WHERE storyID = ?"
        )
        var found: [String: Row] = [:]
        let rows = try GRDB.Row.fetchCursor(statement, arguments: [StoredValue.text(storyID.rawValue)])
        while let row = try rows.next() {
            var columns = ColumnReader(row)
            let membership = FeedMembership(
                feedID: try columns.text(),
                isIncluded: try columns.bool(),
                reason: try columns.text()
            )
            found[membership.feedID] = Row(
                membership: membership,
                published: StoredValue.date(try columns.date())
            )
        }
        return found
    }

    private func write(
        _ membership: FeedMembership,
        of storyID: StoryID,
        published: DatabaseValue,
        hasMoved: Bool
    ) throws {
        let statement = try db.cachedStatement(
            sql: """
                INSERT INTO membership (storyID, feedID, isIncluded, reason, published, changeNumber)
                VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (storyID, feedID) DO UPDATE SET
                    isIncluded = excluded.isIncluded, reason = excluded.reason, published = excluded.published,
                    changeNumber = max(changeNumber, excluded.changeNumber)
                """
        )
        try statement.execute(
            arguments: [
                StoredValue.text(storyID.rawValue), StoredValue.text(membership.feedID),
                StoredValue.bool(membership.isIncluded), StoredValue.text(membership.reason), published,
                (hasMoved ? changeNumber : 0).databaseValue,
            ]
        )
    }

    private func remove(feedID: String, storyID: StoryID) throws {
        try db.cachedStatement(sql: "DELETE FROM membership WHERE storyID = ? AND feedID = ?")
            .execute(arguments: [StoredValue.text(storyID.rawValue), StoredValue.text(feedID)])
    }
}
