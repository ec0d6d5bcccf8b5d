// A changed configuration: which feeds carry a story is decided anew for every story there is.

package import FeedModel
package import FoundationEssentials
import GRDB

extension FeedStore {
    private static let storiesPerTransaction = 200

    /// Decides the memberships of every story anew, unless they were decided by this configuration. False: nothing
    /// was to be done. Polls go on between its transactions; when it is interrupted it begins again the next time,
    /// and changes nothing twice.
    /// - Parameters:
    ///   - digest: of everything in the configuration on which memberships depend.
    ///   - memberships: pure; the story's place in every feed.
    package func reclassify(
        digest: String,
        now: Date,
        memberships: @escaping @Sendable (StoryRecord, [Report]) -> [FeedMembership]
    ) async throws(StoreError) -> Bool {
        guard try await read({ try Meta.digest($0.db) }) != digest else { return false }
        var last: StoryID? = StoryID(rawValue: "")
        while let after = last {
            let damage = damage
            last = try await queue.write { db in
                let reader = StoryReader(db: db, damage: damage)
                let batch = try reader.storyIDs(after: after, limit: Self.storiesPerTransaction)
                var changes = try ReaderChanges(db: db)
                for storyID in batch {
                    guard let story = try reader.story(storyID) else { continue }
                    try changes.place(story.record, in: memberships(story.record, story.reports), isVisible: false)
                }
                _ = try changes.finish(at: now)
                // In the transaction of the last batch: a crash leaves either more to do or nothing.
                if batch.isEmpty { try Meta.setDigest(digest, in: db) }
                return batch.last
            }
        }
        return true
    }
}

extension StoryReader {
    fileprivate func storyIDs(after storyID: StoryID, limit: Int) throws -> [StoryID] {
        let statement = try db.cachedStatement(sql: "SELECT id FROM story WHERE id > ? ORDER BY id LIMIT ?")
        let arguments = [StoredValue.text(storyID.rawValue), StoredValue.int(limit)]
        return try all(statement, arguments) { columns throws(RowDamage) in StoryID(rawValue: try columns.text()) }
    }
}
