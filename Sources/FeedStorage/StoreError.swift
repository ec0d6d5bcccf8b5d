// What can go wrong with the store, told apart by what its operator has to do about it.

package import FeedModel

/// A failure of the store.
package enum StoreError: Error, Equatable, Sendable, CustomStringConvertible {
    /// The folder the database is to be in does not exist.
    case noFolder(path: String)
    /// The database cannot be created or opened: permission, a folder in its place, too many open files.
    case cannotOpen(path: String, reason: String)
    /// The file holds something else than an SQLite database.
    case notADatabase(path: String)
    /// The file is another program's database.
    case foreignDatabase(path: String)
    /// A later Telex wrote this database: it has migrations this one does not know.
    case newerSchema(path: String)
    case readOnly(path: String)
    case full(path: String)
    /// Another process kept the database locked.
    case locked(path: String)
    case corrupt(path: String, reason: String)
    /// Reading or writing the file failed.
    case inputOutput(path: String, reason: String)
    /// A poll of a source that was never registered.
    case unknownSource(SourceID)
    /// A poll's writes contradict each other or the schema; none of them is stored.
    case rejected(reason: String)
    /// The caller's task was cancelled while it read.
    case cancelled
    case failed(path: String, reason: String)

    package var description: String {
        switch self {
        case .noFolder(let path):
            "\(path): its folder does not exist; create it, or set storage.path to another place"
        case .cannotOpen(let path, let reason):
            "\(path): cannot be opened (\(reason)); check the path and who may write there"
        case .notADatabase(let path):
            "\(path): is not a database; move it away or set storage.path to another file"
        case .foreignDatabase(let path):
            "\(path): is the database of another program; set storage.path to another file"
        case .newerSchema(let path):
            "\(path): was written by a later version of Telex; run that version, or restore a backup of before it"
        case .readOnly(let path):
            "\(path): cannot be written; check the permissions of the file and its folder, and the file system"
        case .full(let path):
            "\(path): the disk or quota is full; make room, then Telex goes on by itself"
        case .locked(let path):
            "\(path): is locked by another process; stop the other one, or give this one a database of its own"
        case .corrupt(let path, let reason):
            "\(path): is damaged (\(reason)); restore a backup, or move it away to start afresh"
        case .inputOutput(let path, let reason):
            "\(path): reading or writing failed (\(reason)); check the disk and the system log"
        case .unknownSource(let id):
            "source \(id): is not in the database; reload the configuration"
        case .rejected(let reason):
            "a poll was not stored (\(reason)); please report this with the feed that caused it"
        case .cancelled:
            "reading the database was cancelled; try again"
        case .failed(let path, let reason):
            "\(path): the database failed (\(reason)); check the system log"
        }
    }

    /// A bounded label for metrics.
    package var kind: String {
        switch self {
        case .noFolder: "no_folder"
        case .cannotOpen: "cannot_open"
        case .notADatabase: "not_a_database"
        case .foreignDatabase: "foreign_database"
        case .newerSchema: "newer_schema"
        case .readOnly: "read_only"
        case .full: "full"
        case .locked: "locked"
        case .corrupt: "corrupt"
        case .inputOutput: "input_output"
        case .unknownSource: "unknown_source"
        case .rejected: "rejected"
        case .cancelled: "cancelled"
        case .failed: "failed"
        }
    }

    /// True when the file or its disk is at fault, so that every other write fails as well.
    package var concernsEveryWrite: Bool {
        switch self {
        case .unknownSource, .rejected, .cancelled: false
        default: true
        }
    }
}
