// Files that are no database of ours: each told apart in one line, and none of them touched.

import FeedModel
import FoundationEssentials
import GRDB
import TestSupport
import Testing

@testable import FeedStorage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

@Suite struct OpeningTests {
    /// Expects that a file is refused and left as it is, without any other file beside it.
    private func refuses(_ bytes: [UInt8], as kind: String) async throws {
        try await withTemporaryFolder { folder in
            try folder.write(bytes, to: "telex.db")
            let error = #expect(throws: StoreError.self) { try FeedStore(path: folder("telex.db")) }
            #expect(error?.kind == kind)
            #expect(error?.description.contains(folder("telex.db")) == true)
            #expect(error?.description.contains("\n") == false)
            #expect(try folder.bytes("telex.db") == bytes)
            #expect(try folder.names == ["telex.db"])
        }
    }

    /// The bytes of a database that `body` has written.
    private func database(_ body: (FeedStore) async throws -> Void) async throws -> [UInt8] {
        var bytes: [UInt8] = []
        try await withTemporaryFolder { folder in
            let store = try FeedStore(path: folder("made.db"))
            try await body(store)
            try await store.checkpoint()
            bytes = try folder.bytes("made.db")
        }
        return bytes
    }

    @Test func aNewFileIsForItsOwnerAndGroupAlone() async throws {
        try await withTemporaryFolder { folder in
            let store = try FeedStore(path: folder("telex.db"))
            try await store.register("anp")
            for name in try folder.names {
                var status = stat()
                #expect(lstat(folder(name), &status) == 0)
                #expect(status.st_mode & 0o117 == 0, "\(name)")
            }
        }
    }

    @Test func anEmptyFileBecomesADatabase() async throws {
        try await withTemporaryFolder { folder in
            try folder.write([], to: "telex.db")
            let store = try FeedStore(path: folder("telex.db"))
            try await store.healthCheck()
            #expect(try await store.inconsistencies() == [])
        }
    }

    @Test func aMissingFolderIsNamed() async throws {
        try await withTemporaryFolder { folder in
            let path = folder("not/there/telex.db")
            #expect(throws: StoreError.noFolder(path: path)) { try FeedStore(path: path) }
            let names = try folder.names
            #expect(names == [])
        }
    }

    @Test func aFolderInItsPlaceIsNamed() async throws {
        try await withTemporaryFolder { folder in
            let error = #expect(throws: StoreError.self) { try FeedStore(path: folder.path) }
            #expect(error?.kind == "cannot_open")
        }
    }

    @Test func aFileSystemThatTakesNoFilesIsNamed() {
        let error = #expect(throws: StoreError.self) { try FeedStore(path: "/proc/telex.db") }
        #expect(["no_folder", "cannot_open", "read_only"].contains(error?.kind))
    }

    @Test(arguments: 1...20)
    func randomBytesAreNoDatabase(seed: UInt64) async throws {
        var generator = SeededGenerator(seed: seed)
        let count = Int.random(in: 1...20_000, using: &generator)
        let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
        try await refuses(bytes, as: "not_a_database")
    }

    @Test func textIsNoDatabase() async throws {
        try await refuses(Array("server:\n  listen: 127.0.0.1:8080\n".utf8), as: "not_a_database")
    }

    @Test(arguments: [0, 42, 0x544C_4559])
    func theDatabaseOfAnotherProgramIsLeftAlone(applicationID: Int) async throws {
        var bytes: [UInt8] = []
        try await withTemporaryFolder { folder in
            let queue = try DatabaseQueue(path: folder("other.db"))
            try await queue.write { db in
                try db.execute(sql: "PRAGMA application_id = \(applicationID); CREATE TABLE message (body TEXT)")
            }
            try queue.close()
            bytes = try folder.bytes("other.db")
        }
        try await refuses(bytes, as: "foreign_database")
    }

    @Test func aLaterVersionIsLeftAlone() async throws {
        let bytes = try await database { store in
            try await store.writer.write { db in
                try db.execute(sql: "INSERT INTO grdb_migrations VALUES ('0099 from the future')")
            }
        }
        try await withTemporaryFolder { folder in
            try folder.write(bytes, to: "telex.db")
            let path = folder("telex.db")
            #expect(throws: StoreError.newerSchema(path: path)) { try FeedStore(path: path) }
            #expect(try folder.bytes("telex.db") == bytes)
        }
    }

    @Test(arguments: [100, 512, 4096, 8192, 20_000])
    func aTruncatedDatabaseIsDamagedNotEmpty(length: Int) async throws {
        let bytes = try await database { store in
            try await store.register("anp")
            try await store.take((0..<50).map { ToyDesk.report("anp", "\($0)", title: "Kop \($0)") })
        }
        try #require(bytes.count > 40_000)
        try await withTemporaryFolder { folder in
            let cut = Array(bytes.prefix(length))
            try folder.write(cut, to: "telex.db")
            let error = #expect(throws: StoreError.self) { try FeedStore(path: folder("telex.db")) }
            #expect(["corrupt", "not_a_database"].contains(error?.kind))
            #expect(try folder.bytes("telex.db") == cut)
        }
    }

    @Test(arguments: 1...40)
    func overwrittenPagesNeverTrap(seed: UInt64) async throws {
        var generator = SeededGenerator(seed: seed)
        var bytes = try await database { store in
            try await store.register("anp")
            try await store.take((0..<50).map { ToyDesk.report("anp", "\($0)", title: "Kop \($0)") })
        }
        for _ in 0..<Int.random(in: 1...6, using: &generator) {
            let place = Int.random(in: 100..<bytes.count - 600, using: &generator)
            for offset in place..<place + Int.random(in: 1...600, using: &generator) {
                bytes[offset] = .random(in: 0...255, using: &generator)
            }
        }
        try await withTemporaryFolder { folder in
            try folder.write(bytes, to: "telex.db")
            do {
                let store = try FeedStore(path: folder("telex.db"))
                _ = try await store.sourceStatuses(now: start)
                _ = try await store.all(in: "alles")
                _ = try await store.explain("Kop 7")
                try await store.take((25..<75).map { ToyDesk.report("anp", "\($0)", title: "Kop \($0)", body: "x") })
                _ = try await store.retain(after: minutes(1), now: minutes(2))
            } catch let error as StoreError {
                #expect(["corrupt", "not_a_database", "rejected", "foreign_database", "failed"].contains(error.kind))
            }
        }
    }

    @Test func aCrashBeforeTheFirstCheckpointLosesNothing() async throws {
        try await withTemporaryFolder { folder in
            let store = try FeedStore(path: folder("telex.db"))
            try await store.register("anp")
            try await store.take(ToyDesk.report("anp", "1", title: "Kop"))
            let before = try await store.dump()
            // What a killed process leaves: the database and its WAL, but nobody to write the one into the other.
            for name in ["telex.db", "telex.db-wal"] {
                try folder.write(try folder.bytes(name), to: "copy" + name)
            }
            let copy = try FeedStore(path: folder("copytelex.db"))
            #expect(try await copy.dump() == before)
        }
    }

    @Test func sqliteFailuresAreToldApart() {
        let kinds: [(ResultCode, String)] = [
            (.SQLITE_READONLY, "read_only"), (.SQLITE_FULL, "full"), (.SQLITE_BUSY, "locked"),
            (.SQLITE_CORRUPT, "corrupt"), (.SQLITE_NOTADB, "not_a_database"), (.SQLITE_CANTOPEN, "cannot_open"),
            (.SQLITE_IOERR, "input_output"), (.SQLITE_CONSTRAINT, "rejected"), (.SQLITE_INTERRUPT, "cancelled"),
            (.SQLITE_NOMEM, "failed"), (.SQLITE_IOERR_FSYNC, "input_output"), (.SQLITE_READONLY_DIRECTORY, "read_only"),
        ]
        for (code, kind) in kinds {
            let error = StoreError(DatabaseError(resultCode: code, message: "message"), path: "/var/lib/telex/telex.db")
            #expect(error.kind == kind)
            #expect(!error.description.contains("\n"))
        }
        #expect(StoreError(CancellationError(), path: "") == .cancelled)
        #expect(StoreError(RowDamage(column: 3), path: "a").kind == "corrupt")
    }
}
