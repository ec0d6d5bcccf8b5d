// The door to the one thread that runs every transfer. It decides nothing about feeds and never blocks who awaits.

import CLibCurl
import Glibc
import Synchronization

/// Runs transfers on one thread of its own with libcurl's multi interface, connections and TLS state shared.
///
/// The thread owns every libcurl handle. It ends with `shutdown`, or when the last reference to the loop goes.
package final class TransferLoop: Sendable {
    private let inbox: TransferInbox
    private let thread: Mutex<pthread_t?>

    /// `idleConnections`: how many connections are kept open for reuse. Small on purpose: libcurl scans them all for
    /// each transfer, and feeds live on many hosts. If the system gives no thread, every transfer fails and says so.
    package init(idleConnections: Int = 16) {
        let inbox = TransferInbox()
        self.inbox = inbox
        let started = LoopThread.start {
            TransferEngine(inbox: inbox, idleConnections: idleConnections)?.run()
            // Reached early only when libcurl could not start: whoever asked or asks is told.
            inbox.close()
        }
        thread = Mutex(started)
        if started == nil { inbox.close() }
    }

    deinit {
        shutdown()
    }

    /// Performs one request. Cancelling the task aborts the transfer at once; it then ends as `interrupted`, as does
    /// every transfer after `shutdown`.
    package func perform(_ request: TransferRequest) async -> TransferResult {
        let number = inbox.newNumber()
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                // Posted first and aborted after, a quick answer could come between the two.
                guard !Task.isCancelled else {
                    continuation.resume(returning: TransferResult(error: .interrupted))
                    return
                }
                inbox.post(TransferOrder(number: number, request: request, continuation: continuation))
                // Cancelled since, but before the order was posted: the handler found nothing to abort.
                if Task.isCancelled { inbox.abort(number) }
            }
        } onCancel: {
            inbox.abort(number)
        }
    }

    /// Aborts what runs, closes every connection and returns when the thread has ended: in milliseconds, whatever
    /// servers and name look-ups do. A second call does nothing.
    package func shutdown() {
        inbox.close()
        let thread = thread.withLock { thread in
            defer { thread = nil }
            return thread
        }
        if let thread { pthread_join(thread, nil) }
    }
}

/// A POSIX thread for the loop.
private enum LoopThread {
    private final class Work: Sendable {
        let body: @Sendable () -> Void

        init(_ body: @escaping @Sendable () -> Void) {
            self.body = body
        }
    }

    /// nil when the system gives no thread.
    static func start(_ body: @escaping @Sendable () -> Void) -> pthread_t? {
        var thread = pthread_t()
        let work = Unmanaged.passRetained(Work(body))
        let status = pthread_create(
            &thread,
            nil,
            { pointer in
                if let pointer { Unmanaged<Work>.fromOpaque(pointer).takeRetainedValue().body() }
                return nil
            },
            work.toOpaque()
        )
        guard status == 0 else {
            work.release()
            return nil
        }
        return thread
    }
}
