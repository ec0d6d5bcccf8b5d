// Opens the database for a command, with failures in the words and codes of the command line.

import FeedModel
import FeedStorage
import FoundationEssentials

/// The store as commands use it.
enum StoreFile {
    /// Opens or creates the database. Throws a `Failure`.
    static func open(_ settings: StorageSettings) throws -> FeedStore {
        do {
            return try FeedStore(path: settings.path)
        } catch {
            throw failure(error)
        }
    }

    /// Opens the database for a command that only looks. Throws a `Failure`; 66 when there is none, which then is not
    /// made: it would belong to whoever looked, and stand in the daemon's way.
    static func openExisting(_ settings: StorageSettings) throws -> FeedStore {
        guard FileManager.default.fileExists(atPath: settings.path) else {
            throw Failure(
                .inputMissing,
                "\(settings.path): there is no database here; storage.path names it, under $STATE_DIRECTORY where it is "
                    + "relative: for the service, STATE_DIRECTORY=/var/lib/telex"
            )
        }
        return try open(settings)
    }

    /// Runs `body`, turning the store's errors into failures.
    static func guarded<Value>(_ body: () async throws -> Value) async throws -> Value {
        do {
            return try await body()
        } catch let error as StoreError {
            throw failure(error)
        }
    }

    /// The exit code says whose turn it is: the path's, the file's, the permissions' or the disk's.
    static func failure(_ error: StoreError) -> Failure {
        let status: ExitStatus =
            switch error {
            case .noFolder, .cannotOpen: .cannotCreate
            case .readOnly: .noPermission
            case .notADatabase, .foreignDatabase, .newerSchema, .corrupt: .badData
            case .unknownSource, .rejected: .internalError
            default: .inputOutput
            }
        return Failure(status, "\(error)")
    }
}
