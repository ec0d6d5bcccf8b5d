// One easy handle and the transfer it is busy with: what has arrived so far, and why it was stopped.

import CLibCurl
import Glibc

/// Owns an easy handle, reused from transfer to transfer. Belongs to the loop's thread; while libcurl knows the handle,
/// the engine keeps this object alive.
final class Transfer {
    let handle: UnsafeMutableRawPointer
    /// libcurl writes its own words here; zero-terminated, CURL_ERROR_SIZE long.
    let errorText: UnsafeMutablePointer<CChar>
    var headerList: UnsafeMutablePointer<curl_slist>?
    private(set) var order: TransferOrder?
    var head = HeaderCollector()
    var body: [UInt8] = []
    /// Why a callback ended the transfer; nil when none did.
    var stopReason: StopReason?

    enum StopReason: Equatable {
        case tooLarge, headTooLarge
        case refused(address: String)
        /// Enough has been read of an answer whose body nobody needs.
        case enough
    }

    /// nil when out of memory.
    init?() {
        guard let handle = curl_easy_init() else { return nil }
        self.handle = handle
        errorText = .allocate(capacity: Int(CURL_ERROR_SIZE))
        errorText.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
    }

    deinit {
        curl_easy_cleanup(handle)
        curl_slist_free_all(headerList)
        errorText.deallocate()
    }

    /// The order's number; nil when idle.
    var number: UInt64? { order?.number }

    /// Sets the handle up for an order. False when libcurl refused an option.
    func prepare(_ order: TransferOrder) -> Bool {
        self.order = order
        head = HeaderCollector()
        body = []
        stopReason = nil
        errorText.pointee = 0
        return setOptions(for: order.request)
    }

    /// Ends the transfer with libcurl's verdict.
    func finish(with code: CURLcode) {
        guard let request = order?.request else { return }
        var result = result()
        if code != CURLE_OK && stopReason != .enough { result.error = error(for: code, request: request) }
        answer(result)
    }

    /// Ends the transfer with an error of ours.
    func finish(failing error: TransferError) {
        var result = result()
        result.error = error
        answer(result)
    }

    private func answer(_ result: TransferResult) {
        let continuation = order?.continuation
        order = nil
        body = []
        // Idle handles must not keep a secret that was sent with the last transfer.
        curl_easy_reset(handle)
        curl_slist_free_all(headerList)
        headerList = nil
        continuation?.resume(returning: result)
    }
}
