// The one way to write. Writes that queue up while another is being committed share the next transaction, each in a
// savepoint of its own; nobody hears of success before the transaction is committed.

import GRDB
import Synchronization

/// Lines up writes and announces what readers can see of them.
final class WriteQueue: Sendable {
    private struct State {
        var jobs: [Job] = []
        /// The failure of the last transaction, while it may still concern the next.
        var failure: StoreError?
    }

    /// One caller's write. `run` returns what tells the caller, once all is committed.
    private struct Job: Sendable {
        var run: @Sendable (Database) throws -> @Sendable () -> Void
        var fail: @Sendable (StoreError) -> Void
    }

    let writer: any DatabaseWriter
    let path: String
    let changes: ChangeBroadcast
    private let state = Mutex(State())

    init(writer: any DatabaseWriter, path: String, changes: ChangeBroadcast) {
        self.writer = writer
        self.path = path
        self.changes = changes
    }

    /// Runs `work` inside a transaction and returns when it is committed. An error of `work` undoes what it wrote and
    /// nothing else. Not cancelled with the caller's task: a document that was fetched is stored.
    func write<Value: Sendable>(
        _ work: @escaping @Sendable (Database) throws -> Value
    ) async throws(StoreError) -> Value {
        let result: Result<Value, StoreError> = await withCheckedContinuation { continuation in
            let job = Job(
                run: { db in
                    let value = try work(db)
                    return { continuation.resume(returning: .success(value)) }
                },
                fail: { continuation.resume(returning: .failure($0)) }
            )
            state.withLock { $0.jobs.append(job) }
            // One turn for each job: it finds its job, or that an earlier turn has taken it along.
            writer.asyncWriteWithoutTransaction { db in self.drain(db) }
        }
        return try result.get()
    }

    /// How many writes wait.
    var count: Int { state.withLock { $0.jobs.count } }

    /// Why the last transaction failed; nil when it did not.
    var failure: StoreError? { state.withLock { $0.failure } }
}

extension WriteQueue {
    private func drain(_ db: Database) {
        let jobs = state.withLock { state in
            defer { state.jobs = [] }
            return state.jobs
        }
        guard !jobs.isEmpty else { return }
        var answers: [@Sendable () -> Void] = []
        var changeNumber: Int64?
        var failure: StoreError?
        do {
            try db.inTransaction(.immediate) {
                for job in jobs {
                    answers.append(try run(job, in: db, failure: &failure))
                }
                changeNumber = try Meta.changeNumber(db)
                return .commit
            }
        } catch {
            let failure = StoreError(error, path: path)
            state.withLock { $0.failure = failure }
            for job in jobs { job.fail(failure) }
            return
        }
        state.withLock { [failure] in $0.failure = failure }
        for answer in answers { answer() }
        if let changeNumber { changes.announce(changeNumber) }
    }

    /// Runs one job in a savepoint. Its own failure becomes its answer; one that took the whole transaction along
    /// (SQLite rolls back by itself when the disk is full or fails) is thrown.
    private func run(_ job: Job, in db: Database, failure: inout StoreError?) throws -> @Sendable () -> Void {
        do {
            var answer: (@Sendable () -> Void)?
            try db.inSavepoint {
                answer = try job.run(db)
                return .commit
            }
            return answer ?? {}
        } catch {
            guard db.isInsideTransaction else { throw error }
            let reason = StoreError(error, path: path)
            if reason.concernsEveryWrite { failure = reason }
            return { job.fail(reason) }
        }
    }
}
