// Opens the database file, and first makes sure that it is ours to open. A file that is not is never written to.

import FeedModel
import FoundationEssentials
import GRDB

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// One way to a database on disk.
struct DatabaseOpening {
    let path: String
    /// How long to wait for another process that holds the database locked.
    let busyTimeout: Duration

    /// The database, migrated.
    func open() throws(StoreError) -> any DatabaseWriter {
        try createIfMissing()
        try refuseUnwritable()
        do {
            try verifyUntouched()
            // The pool sets synchronous to NORMAL, whatever is set before, and that is what we want: a commit
            // survives the death of the process, and of the polls that a power failure may undo the sources send
            // the entries again. FULL would cost every poll one to ten milliseconds of a real disk.
            let pool = try DatabasePool(path: path, configuration: Self.configuration(busyTimeout: busyTimeout))
            try pool.writeWithoutTransaction { db in
                // Again, now under a lock that would have waited for another Telex to finish migrating.
                try db.inTransaction(.immediate) {
                    try verify(db)
                    return .commit
                }
            }
            try Schema.migrator.migrate(pool)
            return pool
        } catch {
            throw StoreError(error, path: path)
        }
    }

    /// A database that lives as long as the process, for tests and trials.
    static func inMemory() throws(StoreError) -> any DatabaseWriter {
        do {
            let queue = try DatabaseQueue(configuration: configuration(busyTimeout: .zero))
            try Schema.migrator.migrate(queue)
            return queue
        } catch {
            throw StoreError(error, path: "memory")
        }
    }

    private static func configuration(busyTimeout: Duration) -> GRDB.Configuration {
        var configuration = GRDB.Configuration()
        configuration.label = "telex.store"
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(busyTimeout.inSeconds)
        configuration.prepareDatabase { db in
            guard !db.configuration.readonly else { return }
            // Works before the first table alone, so the file could not be made to shrink later.
            try db.execute(sql: "PRAGMA auto_vacuum = INCREMENTAL")
            // Matching looks all over the database; with SQLite's 2 MB the writer would read the same pages again.
            try db.execute(sql: "PRAGMA cache_size = -16384")
            // After a large retention the WAL would keep its size for ever.
            try db.execute(sql: "PRAGMA journal_size_limit = 67108864")
        }
        return configuration
    }
}

// MARK: - What is there already

extension DatabaseOpening {
    /// Creates an empty file that the owner writes, the group reads and others do not see; SQLite gives its WAL the
    /// same mode. Existing files are left alone: closing a second descriptor would drop SQLite's locks (POSIX).
    private func createIfMissing() throws(StoreError) {
        let descriptor = Self.createFile(path)
        if descriptor >= 0 {
            close(descriptor)
            return
        }
        let code = errno
        switch code {
        case EEXIST: return
        case ENOENT, ENOTDIR: throw .noFolder(path: path)
        case EROFS: throw .readOnly(path: path)
        case ENOSPC, EDQUOT: throw .full(path: path)
        default: throw .cannotOpen(path: path, reason: String(cString: strerror(code)))
        }
    }

    private static func createFile(_ path: String) -> CInt {
        #if canImport(Darwin)
            Darwin.open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o640)
        #elseif canImport(Musl)
            Musl.open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o640)
        #else
            Glibc.open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o640)
        #endif
    }

    private func refuseUnwritable() throws(StoreError) {
        var isFolder = false
        if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder {
            throw .cannotOpen(path: path, reason: "a folder stands in its place")
        }
        // SQLite writes its WAL beside the database: the folder must be writable too.
        let folder = path.lastIndex(of: "/").map { path[..<$0].isEmpty ? "/" : String(path[..<$0]) } ?? "."
        for (name, mode) in [(path, R_OK | W_OK), (folder, W_OK | X_OK)] where access(name, mode) != 0 {
            throw .readOnly(path: path)
        }
    }

    /// Looks at an existing file through a read-only connection.
    private func verifyUntouched() throws {
        var configuration = Self.configuration(busyTimeout: busyTimeout)
        configuration.readonly = true
        do {
            try DatabaseQueue(path: path, configuration: configuration).read { try verify($0) }
        } catch let error as DatabaseError where error.resultCode == .SQLITE_READONLY {
            // A crash left a journal that only a writing connection can roll back; `open` verifies again after that.
        }
    }

    private func verify(_ db: Database) throws {
        let tableCount = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") ?? 0
        guard tableCount > 0 else { return }
        let applicationID = try Int64.fetchOne(db, sql: "PRAGMA application_id")
        guard applicationID == Schema.applicationID else { throw StoreError.foreignDatabase(path: path) }
        guard try !Schema.migrator.hasBeenSuperseded(db) else { throw StoreError.newerSchema(path: path) }
    }
}
