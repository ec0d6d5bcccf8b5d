// Rendered documents, kept until something a reader would see has changed. Many readers who ask at once for the same
// stale document share one rendering.

import FoundationEssentials
import Synchronization

/// A rendered document and how long it holds.
struct Snapshot: Sendable {
    let document: RenderedDocument
    /// The instant from which it must be rendered anew although no story changed: stories age out, times move on.
    let validUntil: Date?
}

/// Snapshots by key, all of one generation of the store.
final class SnapshotCache: Sendable {
    private struct Entry {
        let snapshot: Snapshot
        let generation: Int64
    }

    private struct State {
        var entries: [String: Entry] = [:]
        var rendering: [String: Task<Snapshot, any Error>] = [:]
        /// Moves when the store or the configuration changes.
        var generation: Int64 = 0
    }

    /// More keys than this exist only when somebody walks the archive: then the cache starts anew.
    private static let capacity = 128

    private let state = Mutex(State())

    /// Makes every snapshot stale.
    func invalidate() {
        state.withLock { $0.generation += 1 }
    }

    /// The snapshot for `key`, rendered by `render` when there is none that holds at `now`.
    func snapshot(
        for key: String,
        now: Date,
        render: @escaping @Sendable () async throws -> Snapshot
    ) async throws -> Snapshot {
        enum Step {
            case ready(Snapshot)
            case wait(Task<Snapshot, any Error>)
        }
        let step: Step = state.withLock { state in
            if let entry = state.entries[key], entry.generation == state.generation,
                entry.snapshot.validUntil.map({ now < $0 }) ?? true
            {
                return .ready(entry.snapshot)
            }
            if let task = state.rendering[key] { return .wait(task) }
            let generation = state.generation
            let task = Task { try await self.rendered(key, generation: generation, by: render) }
            state.rendering[key] = task
            return .wait(task)
        }
        switch step {
        case .ready(let snapshot): return snapshot
        case .wait(let task): return try await task.value
        }
    }

    private func rendered(
        _ key: String,
        generation: Int64,
        by render: @Sendable () async throws -> Snapshot
    ) async throws -> Snapshot {
        let result: Result<Snapshot, any Error>
        do {
            result = .success(try await render())
        } catch {
            result = .failure(error)
        }
        state.withLock { state in
            state.rendering[key] = nil
            guard case .success(let snapshot) = result else { return }
            if state.entries.count >= Self.capacity { state.entries.removeAll() }
            state.entries[key] = Entry(snapshot: snapshot, generation: generation)
        }
        return try result.get()
    }
}
