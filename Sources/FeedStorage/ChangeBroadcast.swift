// Tells every listener the newest change number. A slow listener misses numbers, never the newest.

import Synchronization

/// The change numbers of one store, as streams.
final class ChangeBroadcast: Sendable {
    private struct State {
        var newest: Int64
        var nextListener = 0
        var listeners: [Int: AsyncStream<Int64>.Continuation] = [:]
    }

    private let state: Mutex<State>

    /// `newest`: the change number that needs no announcement any more.
    init(newest: Int64) {
        state = Mutex(State(newest: newest))
    }

    deinit {
        // Outside the lock: a stream that ends asks for it again.
        let listeners = state.withLock { Array($0.listeners.values) }
        for listener in listeners { listener.finish() }
    }

    /// A new stream; it ends with the store or with the task that reads it.
    func stream() -> AsyncStream<Int64> {
        let (stream, continuation) = AsyncStream.makeStream(of: Int64.self, bufferingPolicy: .bufferingNewest(1))
        let listener = state.withLock { state in
            state.nextListener += 1
            state.listeners[state.nextListener] = continuation
            return state.nextListener
        }
        continuation.onTermination = { [weak self] _ in
            self?.state.withLock { _ = $0.listeners.removeValue(forKey: listener) }
        }
        return stream
    }

    /// Tells the listeners, unless they know. Calls come in order: there is one writer.
    func announce(_ changeNumber: Int64) {
        let listeners = state.withLock { state -> [AsyncStream<Int64>.Continuation] in
            guard changeNumber > state.newest else { return [] }
            state.newest = changeNumber
            return Array(state.listeners.values)
        }
        for listener in listeners { listener.yield(changeNumber) }
    }
}
