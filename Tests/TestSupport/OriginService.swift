// The running part of an origin: threads, connections, scripts and the log. Its threads own it; Origin only ends it.

import Dispatch
import Synchronization

final class OriginService: Sendable {
    struct State {
        var scripts: [String: Origin.Script] = [:]
        var fallback: Origin.Script = { _ in .notFound }
        var requests: [OriginRequest] = []
        var accepted = 0
        var open: [Int: OriginSocket] = [:]
        var isStopped = false
        fileprivate var waiters: [Waiter] = []
        fileprivate var lastWaiter = 0
    }

    fileprivate struct Waiter {
        var number: Int
        var isDone: @Sendable (State) -> Bool
        var continuation: CheckedContinuation<Void, Never>
    }

    private let listener: OriginSocket
    private let state = Mutex(State())
    private let threads = DispatchGroup()

    init(listener: OriginSocket) {
        self.listener = listener
    }

    var requests: [OriginRequest] { state.withLock { $0.requests } }

    var connectionCounts: (accepted: Int, open: Int) { state.withLock { ($0.accepted, $0.open.count) } }

    func script(_ path: String?, _ script: @escaping Origin.Script) {
        state.withLock { state in
            if let path { state.scripts[path] = script } else { state.fallback = script }
        }
    }

    func forgetRequests() {
        state.withLock { $0.requests = [] }
    }

    func wait(until isDone: @escaping @Sendable (State) -> Bool) async {
        let number = state.withLock { state in
            state.lastWaiter += 1
            return state.lastWaiter
        }
        // A test that has run out of time must end, or its whole run would hang.
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                change {
                    $0.waiters.append(Waiter(number: number, isDone: isDone, continuation: continuation))
                }
                if Task.isCancelled { giveUp(number) }
            }
        } onCancel: {
            giveUp(number)
        }
    }

    private func giveUp(_ number: Int) {
        let waiter = state.withLock { state -> Waiter? in
            state.waiters.firstIndex { $0.number == number }.map { state.waiters.remove(at: $0) }
        }
        waiter?.continuation.resume()
    }

    func start() {
        threads.enter()
        OriginThread.start { [self] in
            while let socket = listener.accepted() { serve(socket) }
            threads.leave()
        }
    }

    func stop() {
        let isFirst = change { state in
            defer { state.isStopped = true }
            for socket in state.open.values { socket.shutDown() }
            return !state.isStopped
        }
        guard isFirst else { return }
        listener.shutDown()
        threads.wait()
        listener.close()
    }

    /// Changes the state and lets go on who waited for it.
    @discardableResult
    private func change<Value: Sendable>(_ body: @Sendable (inout State) -> Value) -> Value {
        let (value, ready) = state.withLock { state -> (Value, [CheckedContinuation<Void, Never>]) in
            let value = body(&state)
            let waiters = state.waiters
            state.waiters = waiters.filter { !(state.isStopped || $0.isDone(state)) }
            return (value, waiters.filter { state.isStopped || $0.isDone(state) }.map(\.continuation))
        }
        for continuation in ready { continuation.resume() }
        return value
    }

    private func serve(_ socket: OriginSocket) {
        let number = change { state -> Int? in
            guard !state.isStopped else { return nil }
            state.accepted += 1
            state.open[state.accepted] = socket
            return state.accepted
        }
        guard let number else { return socket.close() }
        threads.enter()
        OriginThread.start { [self] in
            let isReset = converse(on: socket, number: number)
            // Closed only after it left the table: `stop` must never shut down a descriptor that was given out again.
            change { _ = $0.open.removeValue(forKey: number) }
            socket.close(resetting: isReset)
            threads.leave()
        }
    }

    /// Answers requests until either side ends it; true when it is to end with a reset.
    private func converse(on socket: OriginSocket, number: Int) -> Bool {
        var reader = OriginReader(socket: socket)
        while var request = reader.head().flatMap({ OriginRequest(head: $0, connection: number) }) {
            request.body = reader.body(for: request.headers)
            let script = change { [request] state in
                state.requests.append(request)
                return state.scripts[request.path] ?? state.fallback
            }
            for step in script(request).steps {
                switch perform(step, on: socket) {
                case .goOn: continue
                case .close: return false
                case .reset: return true
                }
            }
        }
        return false
    }

    private enum AfterStep {
        case goOn, close, reset
    }

    private func perform(_ step: OriginStep, on socket: OriginSocket) -> AfterStep {
        switch step {
        case .send(let bytes): return socket.send(bytes) ? .goOn : .close
        case .sendForever(let bytes):
            while socket.send(bytes) {}
            return .close
        case .pause(let milliseconds):
            return socket.wait(milliseconds: Int32(clamping: milliseconds)) ? .goOn : .close
        case .wait(let gate):
            return socket.wait(for: gate.descriptor, milliseconds: -1) ? .goOn : .close
        case .hang:
            _ = socket.wait(milliseconds: -1)
            return .close
        case .close: return .close
        case .reset: return .reset
        }
    }
}
