// What came of one transfer: as much of the answer as arrived, and the error that ended it early.

/// The answer to one request, or what there is of it.
package struct TransferResult: Sendable {
    /// nil when no complete head of a final (not 1xx) answer came.
    package var status: Int?
    /// In the order received; empty when `status` is nil.
    package var headers: [HeaderField] = []
    /// Decompressed. Of an answer other than 2xx the first 64 KiB: nobody reads on.
    package var body: [UInt8] = []
    /// nil when the answer is complete.
    package var error: TransferError?
    /// From the start to the end, in seconds.
    package var seconds: Double = 0
    /// Bytes received: heads, and the body as it was on the wire.
    package var receivedBytes = 0
    /// The address connected to, as text; nil when there was no connection.
    package var remoteAddress: String?
    /// 10, 11, 20 or 30 for HTTP/1.0 … HTTP/3; nil when there was no answer.
    package var httpVersion: Int?

    package init(status: Int? = nil, error: TransferError? = nil) {
        self.status = status
        self.error = error
    }
}
