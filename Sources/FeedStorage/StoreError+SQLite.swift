// From SQLite's result codes to our errors. The codes and messages are those of the call that failed.

import GRDB

extension StoreError {
    /// The error behind a failure of the database at `path`.
    init(_ error: any Error, path: String) {
        switch error {
        case let error as StoreError: self = error
        case let error as DatabaseError: self.init(sqlite: error, path: path)
        case let damage as RowDamage: self = .corrupt(path: path, reason: "a row is unreadable, \(damage)")
        case is CancellationError: self = .cancelled
        default: self = .failed(path: path, reason: "\(error)")
        }
    }

    private init(sqlite error: DatabaseError, path: String) {
        let reason = "\(error.message ?? "no message"), SQLite code \(error.extendedResultCode.rawValue)"
        switch error.resultCode {
        case .SQLITE_NOTADB: self = .notADatabase(path: path)
        case .SQLITE_CORRUPT: self = .corrupt(path: path, reason: reason)
        // A quota shows as an I/O error of the write on some file systems; SQLite says FULL where it can tell.
        case .SQLITE_FULL: self = .full(path: path)
        case .SQLITE_READONLY: self = .readOnly(path: path)
        case .SQLITE_BUSY, .SQLITE_LOCKED: self = .locked(path: path)
        case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH: self = .cannotOpen(path: path, reason: reason)
        case .SQLITE_IOERR: self = .inputOutput(path: path, reason: reason)
        case .SQLITE_CONSTRAINT, .SQLITE_MISMATCH, .SQLITE_TOOBIG, .SQLITE_RANGE: self = .rejected(reason: reason)
        case .SQLITE_ABORT, .SQLITE_INTERRUPT: self = .cancelled
        default: self = .failed(path: path, reason: reason)
        }
    }
}
