// How many documents are parsed at the same time. The cooperative pool has a thread for each core; parsing must not
// take them all, or the server would wait for the polls.

import FoundationEssentials
import Synchronization

/// A small asynchronous semaphore, first come, first served.
final class ParseGate: Sendable {
    private struct State {
        var free: Int
        var waiting: [CheckedContinuation<Void, Never>] = []
        var head = 0
    }

    private let state: Mutex<State>

    /// One place for each core but one, at least one.
    init(places: Int = ProcessInfo.processInfo.activeProcessorCount - 1) {
        state = Mutex(State(free: max(1, places)))
    }

    /// Runs `work` as soon as there is a place. Not cut short by cancellation: places are held for milliseconds.
    func run<Value: Sendable>(_ work: @Sendable () -> Value) async -> Value {
        await enter()
        defer { leave() }
        return work()
    }

    private func enter() async {
        await withCheckedContinuation { continuation in
            let hasPlace = state.withLock { state in
                guard state.free == 0 else {
                    state.free -= 1
                    return true
                }
                state.waiting.append(continuation)
                return false
            }
            if hasPlace { continuation.resume() }
        }
    }

    private func leave() {
        let next = state.withLock { state -> CheckedContinuation<Void, Never>? in
            guard state.head < state.waiting.count else {
                state.waiting = []
                state.head = 0
                state.free += 1
                return nil
            }
            let next = state.waiting[state.head]
            state.head += 1
            // Under steady load there is always somebody waiting: those who went through must not pile up.
            if state.head > 64, state.head > state.waiting.count / 2 {
                state.waiting.removeFirst(state.head)
                state.head = 0
            }
            return next
        }
        next?.resume()
    }
}
