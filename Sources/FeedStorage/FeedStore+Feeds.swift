// What merged feeds are made of: stories, newest first, and when they last changed.

package import FeedModel
package import FoundationEssentials
import GRDB

extension FeedStore {
    /// When the feed last changed for its readers. Moves in the transaction that changes it, and only when a story
    /// was added, removed or visibly changed.
    package func feedState(_ feedID: String) async throws(StoreError) -> FeedState {
        try await read { reader in
            let statement = try reader.db.cachedStatement(
                sql: "SELECT changeNumber, changedAt FROM feedState WHERE feedID = ?"
            )
            let found = try reader.all(statement, [StoredValue.text(feedID)]) { columns throws(RowDamage) in
                FeedState(changeNumber: try columns.int64(), changedAt: try columns.date())
            }
            return found.first ?? FeedState(changeNumber: 0, changedAt: Date(timeIntervalSince1970: 0))
        }
    }

    /// Up to `limit` stories of a feed, newest first by (published, id).
    /// - Parameters:
    ///   - before: where the page before this one ended; nil: the first page.
    ///   - publishedAfter: only stories published later than this; nil: all.
    ///   - skipped: so many are passed over without being read.
    package func stories(
        in feedID: String,
        limit: Int,
        before: StoryCursor?,
        publishedAfter: Date?,
        skipping skipped: Int = 0
    ) async throws(StoreError) -> [Story] {
        try await read { reader in
            // Bounds that bound nothing keep this one statement, and its plan the index.
            let latest = before.map { StoredValue.date($0.published) } ?? Double.infinity.databaseValue
            let earliest = publishedAfter.map { StoredValue.date($0) } ?? (-Double.infinity).databaseValue
            let statement = try reader.db.cachedStatement(
                sql: """
                    SELECT published, storyID FROM membership
                    WHERE feedID = ? AND isIncluded AND (published, storyID) < (?, ?) AND published > ?
                    ORDER BY published DESC, storyID DESC LIMIT ? OFFSET ?
                    """
            )
            var found: [Story] = []
            try reader.page(limit: limit, skipping: skipped) { count, offset in
                let arguments = [
                    StoredValue.text(feedID), latest, StoredValue.text(before?.id.rawValue ?? ""), earliest,
                    count.databaseValue, offset.databaseValue,
                ]
                return try reader.all(statement, arguments) { columns throws(RowDamage) in
                    _ = try columns.date()
                    return StoryID(rawValue: try columns.text())
                }
            } take: { storyID in
                guard let story = try reader.story(storyID) else { return false }
                found.append(story)
                return true
            }
            return found
        }
    }

    /// How many stories of a feed were published later than `publishedAfter`; nil: all.
    package func storyCount(in feedID: String, publishedAfter: Date?) async throws(StoreError) -> Int {
        try await read { reader in
            let earliest = publishedAfter.map { StoredValue.date($0) } ?? (-Double.infinity).databaseValue
            let statement = try reader.db.cachedStatement(
                sql: "SELECT count(*) FROM membership WHERE feedID = ? AND isIncluded AND published > ?"
            )
            return try Int.fetchOne(statement, arguments: [StoredValue.text(feedID), earliest]) ?? 0
        }
    }

    /// When the newest story that is too old for a feed was published: at or before `publishedBefore`. Nil when
    /// none is.
    package func lastAgedOut(of feedID: String, publishedBefore: Date) async throws(StoreError) -> Date? {
        try await read { reader in
            let statement = try reader.db.cachedStatement(
                sql: "SELECT max(published) FROM membership WHERE feedID = ? AND isIncluded AND published <= ?"
            )
            let arguments = [StoredValue.text(feedID), StoredValue.date(publishedBefore)]
            return try reader.all(statement, arguments) { columns throws(RowDamage) in try columns.optionalDate() }
                .first ?? nil
        }
    }

    /// The stories of a feed that were added or visibly changed after a change number, oldest change first. When they
    /// are more than `limit`, the newest published of them.
    package func stories(
        in feedID: String,
        changedAfter: Int64,
        limit: Int
    ) async throws(StoreError) -> [(changeNumber: Int64, story: Story)] {
        try await read { reader in
            let statement = try reader.db.cachedStatement(
                sql: """
                    SELECT changeNumber, storyID FROM membership INDEXED BY membershipByChange
                    WHERE feedID = ? AND isIncluded AND changeNumber > ?
                    ORDER BY published DESC, storyID DESC LIMIT ? OFFSET ?
                    """
            )
            var found: [(changeNumber: Int64, story: Story)] = []
            try reader.page(limit: limit) { count, offset in
                let arguments = [
                    StoredValue.text(feedID), changedAfter.databaseValue, count.databaseValue, offset.databaseValue,
                ]
                return try reader.all(statement, arguments) { columns throws(RowDamage) in
                    (changeNumber: try columns.int64(), storyID: StoryID(rawValue: try columns.text()))
                }
            } take: { change in
                guard let story = try reader.story(change.storyID) else { return false }
                found.append((change.changeNumber, story))
                return true
            }
            return found.sorted { ($0.changeNumber, $0.story.id) < ($1.changeNumber, $1.story.id) }
        }
    }

    /// The story that an absorbed one went into; the id itself for a story that is there, nil for an unknown one.
    package func survivor(of storyID: StoryID) async throws(StoreError) -> StoryID? {
        try await read { reader in
            if try reader.record(storyID) != nil { return storyID }
            let statement = try reader.db.cachedStatement(sql: "SELECT survivorID FROM alias WHERE storyID = ?")
            return try reader.all(statement, [StoredValue.text(storyID.rawValue)]) { columns throws(RowDamage) in
                StoryID(rawValue: try columns.text())
            }.first
        }
    }
}

extension StoryReader {
    /// Takes items until `limit` of them could be taken: damaged ones must not make a page look like the last.
    fileprivate func page<Item>(
        limit: Int,
        skipping skipped: Int = 0,
        fetch: (_ count: Int64, _ offset: Int64) throws -> [Item],
        take: (Item) throws -> Bool
    ) throws {
        var wanted = limit
        var offset = Int64(max(0, skipped))
        while wanted > 0 {
            let count = wanted
            let items = try fetch(Int64(count), offset)
            for item in items where try take(item) {
                wanted -= 1
            }
            guard items.count == count else { return }
            offset += Int64(count)
        }
    }
}
