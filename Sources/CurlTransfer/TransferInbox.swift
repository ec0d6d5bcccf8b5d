// What passes between those who await transfers and the thread that runs them.

import CLibCurl
import Synchronization

/// A request and who awaits it.
struct TransferOrder: Sendable {
    let number: UInt64
    let request: TransferRequest
    let continuation: CheckedContinuation<TransferResult, Never>
}

/// Orders and abortions on their way to the thread. After `close` nothing is taken any more.
final class TransferInbox: Sendable {
    /// What the thread has to do next.
    struct Batch {
        var orders: [TransferOrder] = []
        /// Numbers of orders to abort: of this batch or earlier ones; finished ones are ignored.
        var aborted: [UInt64] = []
        var isClosed = false
    }

    // @unchecked Sendable: from other threads only curl_multi_wakeup is called on the pointer, which libcurl documents
    // as safe from any thread; the inbox's lock keeps it from coming after the handle is gone.
    private struct Wakeable: @unchecked Sendable {
        let multi: UnsafeMutableRawPointer
    }

    private struct State {
        var batch = Batch()
        var lastNumber: UInt64 = 0
        var wakeable: Wakeable?

        func wake() {
            if let wakeable { curl_multi_wakeup(wakeable.multi) }
        }
    }

    private let state = Mutex(State())

    func newNumber() -> UInt64 {
        state.withLock { state in
            state.lastNumber += 1
            return state.lastNumber
        }
    }

    func post(_ order: TransferOrder) {
        let isTaken = state.withLock { state in
            guard !state.batch.isClosed else { return false }
            state.batch.orders.append(order)
            state.wake()
            return true
        }
        if !isTaken { order.continuation.resume(returning: TransferResult(error: .interrupted)) }
    }

    func abort(_ number: UInt64) {
        state.withLock { state in
            guard !state.batch.isClosed else { return }
            state.batch.aborted.append(number)
            state.wake()
        }
    }

    /// Orders not yet taken are answered when the thread takes the last batch, or here when it is gone.
    func close() {
        let orphans = state.withLock { state -> [TransferOrder] in
            state.batch.isClosed = true
            state.wake()
            guard state.wakeable == nil else { return [] }
            defer { state.batch.orders = [] }
            return state.batch.orders
        }
        for order in orphans { order.continuation.resume(returning: TransferResult(error: .interrupted)) }
    }

    /// The thread says what to wake it by; nil when it is about to end.
    func attach(_ multi: UnsafeMutableRawPointer?) {
        state.withLock { $0.wakeable = multi.map(Wakeable.init) }
    }

    /// Everything posted since the last call. `isClosed` stays.
    func take() -> Batch {
        state.withLock { state in
            defer { state.batch = Batch(isClosed: state.batch.isClosed) }
            return state.batch
        }
    }
}
