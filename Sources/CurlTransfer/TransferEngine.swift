// The thread's own work: feeds orders to libcurl, waits for sockets, hands results back. Lives and dies on one thread.

import CLibCurl
import Glibc

/// One multi handle and its easy handles. Made, used and freed on the loop's thread; not Sendable, and never leaves it.
final class TransferEngine {
    private let multi: UnsafeMutableRawPointer
    private let inbox: TransferInbox
    /// Every transfer that libcurl knows, by its easy handle. This is their owner: libcurl holds bare pointers.
    private var running: [UnsafeMutableRawPointer: Transfer] = [:]
    /// Easy handles kept for their TLS sessions; no more than this many.
    private var idle: [Transfer] = []
    private static let idleLimit = 64

    private static let isLibraryReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

    /// nil when libcurl could not start.
    init?(inbox: TransferInbox, idleConnections: Int) {
        guard Self.isLibraryReady, let multi = curl_multi_init() else { return nil }
        self.multi = multi
        self.inbox = inbox
        _ = telex_multi_set_long(multi, CURLMOPT_MAXCONNECTS, idleConnections)
        inbox.attach(multi)
    }

    /// Runs until the inbox is closed.
    func run() {
        blockSignals()
        while true {
            let batch = inbox.take()
            if batch.isClosed { return end(batch) }
            for order in batch.orders { start(order) }
            for number in batch.aborted { abort(number) }
            var runningCount: Int32 = 0
            guard curl_multi_perform(multi, &runningCount) == CURLM_OK else { return end(inbox.take()) }
            finishTransfers()
            // An hour at most: libcurl cuts it to its own timers, and a wake-up ends it.
            guard curl_multi_poll(multi, nil, 0, 3_600_000, nil) == CURLM_OK else { return end(inbox.take()) }
        }
    }

    /// Signals are the main program's. SIGPIPE above all: with CURLOPT_NOSIGNAL libcurl no longer holds it back, and a
    /// TLS library may write to a socket the server has closed.
    private func blockSignals() {
        var all = sigset_t()
        sigfillset(&all)
        pthread_sigmask(SIG_BLOCK, &all, nil)
    }

    private func start(_ order: TransferOrder) {
        if let refusal = order.request.refusal {
            order.continuation.resume(returning: TransferResult(error: refusal))
            return
        }
        guard let transfer = idle.popLast() ?? Transfer() else {
            order.continuation.resume(returning: TransferResult(error: .failed(reason: "out of memory")))
            return
        }
        guard transfer.prepare(order), curl_multi_add_handle(multi, transfer.handle) == CURLM_OK else {
            transfer.finish(failing: .failed(reason: "libcurl refused the request"))
            return
        }
        running[transfer.handle] = transfer
    }

    private func abort(_ number: UInt64) {
        guard let transfer = running.values.first(where: { $0.number == number }) else { return }
        remove(transfer)
        transfer.finish(failing: .interrupted)
    }

    private func finishTransfers() {
        var rest: Int32 = 0
        while let message = curl_multi_info_read(multi, &rest) {
            guard message.pointee.msg == CURLMSG_DONE, let handle = message.pointee.easy_handle,
                let transfer = running[handle]
            else { continue }
            // Read before the removal, which frees the message.
            let code = telex_message_result(message)
            remove(transfer)
            transfer.finish(with: code)
            if idle.count < Self.idleLimit { idle.append(transfer) }
        }
    }

    private func remove(_ transfer: Transfer) {
        curl_multi_remove_handle(multi, transfer.handle)
        running[transfer.handle] = nil
    }

    private func end(_ batch: TransferInbox.Batch) {
        for order in batch.orders { order.continuation.resume(returning: TransferResult(error: .interrupted)) }
        for transfer in Array(running.values) {
            remove(transfer)
            transfer.finish(failing: .interrupted)
        }
        idle = []
        // From here on the inbox answers for itself: nobody may wake a handle that is being freed.
        inbox.attach(nil)
        inbox.close()
        curl_multi_cleanup(multi)
    }
}
