// The newsroom's memory: sources and when to poll them, reports, stories, merged feeds. The only way into the
// database. It decides nothing about news: the desk's decisions come in as values.

import FeedModel
import FoundationEssentials
import GRDB

/// A store. Copies share the database; all calls may be made from anywhere at any time.
package struct FeedStore: Sendable {
    /// The database file, for messages.
    package let path: String
    let writer: any DatabaseWriter
    let queue: WriteQueue
    let broadcast: ChangeBroadcast
    let damage = DamageCount()

    /// Opens the database at `path`, creating or migrating it where needed. The folder must exist. A file that is
    /// not a Telex database, or a later one, is left as it is and refused.
    package init(path: String) throws(StoreError) {
        try self.init(path: path, busyTimeout: .seconds(5))
    }

    /// `busyTimeout`: how long every write waits for another process.
    init(path: String, busyTimeout: Duration) throws(StoreError) {
        try self.init(writer: DatabaseOpening(path: path, busyTimeout: busyTimeout).open(), path: path)
    }

    /// An empty store that lives as long as its last copy.
    package static func inMemory() throws(StoreError) -> FeedStore {
        try FeedStore(writer: DatabaseOpening.inMemory(), path: "memory")
    }

    private init(writer: any DatabaseWriter, path: String) throws(StoreError) {
        self.path = path
        self.writer = writer
        do {
            broadcast = ChangeBroadcast(newest: try writer.read { try Meta.changeNumber($0) })
        } catch {
            throw StoreError(error, path: path)
        }
        queue = WriteQueue(writer: writer, path: path, changes: broadcast)
    }
}

// MARK: - Changes

extension FeedStore {
    /// Moves by one with every write that readers of some merged feed can see; 0 for a new store.
    package func changeNumber() async throws(StoreError) -> Int64 {
        try await read { reader in try Meta.changeNumber(reader.db) }
    }

    /// A new stream of change numbers: one after each commit of this store that readers can see. A listener that is
    /// slow misses numbers, never the newest. Writes of other processes are not announced.
    package func changeStream() -> AsyncStream<Int64> { broadcast.stream() }

    /// Throws when the database cannot be read, or when the last write failed and a write fails still.
    package func healthCheck() async throws(StoreError) {
        let number = try await changeNumber()
        guard queue.failure != nil else { return }
        try await queue.write { db in try Meta.setChangeNumber(max(number, Meta.changeNumber(db)), in: db) }
    }
}

// MARK: - Upkeep

extension FeedStore {
    /// Writes everything back into the database file and empties the WAL beside it: for an orderly end. Without it
    /// nothing is lost either; the next start reads the WAL.
    package func checkpoint() async throws(StoreError) {
        do {
            try await writer.writeWithoutTransaction { db in _ = try db.checkpoint(.truncate) }
        } catch {
            throw StoreError(error, path: path)
        }
    }
}

// MARK: - Access

extension FeedStore {
    /// Reads one consistent state of the database; never waits for a writer.
    func read<Value: Sendable>(
        _ body: @escaping @Sendable (StoryReader) throws -> Value
    ) async throws(StoreError) -> Value {
        let damage = damage
        do {
            return try await writer.read { db in try body(StoryReader(db: db, damage: damage)) }
        } catch {
            throw StoreError(error, path: path)
        }
    }
}
