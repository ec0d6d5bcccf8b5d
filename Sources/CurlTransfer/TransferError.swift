// Why a transfer ended without a complete answer, in words that a newsroom understands.

/// Errors of a transfer. The description is one line without secrets: hosts are named, never paths or queries.
package enum TransferError: Error, Sendable, Equatable, CustomStringConvertible {
    /// How far a transfer had come when its time was up.
    package enum Stage: String, Sendable {
        case lookup, connecting, securing, waiting, receiving, crawling
    }

    case nameNotFound(host: String)
    case noConnection(host: String, reason: String)
    /// TLS could not be agreed on.
    case notSecure(host: String, reason: String)
    /// The server's certificate is not for this name, out of date, or of nobody we know.
    case badCertificate(host: String, reason: String)
    case timedOut(host: String, stage: Stage, seconds: Double)
    /// The body is longer than this many bytes, decompressed.
    case tooLarge(limit: Int)
    case headTooLarge(limit: Int)
    /// A server led us to an address that is not public.
    case refusedAddress(host: String, address: String)
    /// The answer breaks HTTP.
    case notHTTP(host: String, reason: String)
    /// The body is not what Content-Encoding says.
    case undecodable(reason: String)
    /// The connection ended before the answer did.
    case brokenOff(host: String, reason: String)
    /// Cancelled, or the loop was shut down.
    case interrupted
    /// What should not happen: libcurl's own words.
    case failed(reason: String)

    package var description: String {
        switch self {
        case .nameNotFound(let host): "the server's name could not be found: \(host)"
        case .noConnection(let host, let reason): "no connection to \(host): \(reason)"
        case .notSecure(let host, let reason): "no secure connection to \(host): \(reason)"
        case .badCertificate(let host, let reason): "the certificate of \(host) is not accepted: \(reason)"
        case .timedOut(let host, let stage, let seconds): "\(stage.words(host)) \(Self.spelled(seconds))"
        case .tooLarge(let limit): "the document is larger than \(limit) bytes"
        case .headTooLarge(let limit): "the answer's header is larger than \(limit) bytes"
        case .refusedAddress(let host, let address):
            host == address
                ? "\(host) is not a public address: refused (allow_private: true would allow it)"
                : "\(host) is at \(address), which is not a public address: refused (allow_private: true would allow it)"
        case .notHTTP(let host, let reason): "the answer of \(host) is not HTTP as it should be: \(reason)"
        case .undecodable(let reason): "the answer could not be decompressed: \(reason)"
        case .brokenOff(let host, let reason): "the connection to \(host) broke off: \(reason)"
        case .interrupted: "interrupted"
        case .failed(let reason): "the transfer failed: \(reason)"
        }
    }

    private static func spelled(_ seconds: Double) -> String {
        let tenths = Int((min(seconds, 1e9) * 10).rounded())
        return tenths % 10 == 0 ? "\(tenths / 10)s" : "\(tenths / 10).\(tenths % 10)s"
    }
}

extension TransferError.Stage {
    fileprivate func words(_ host: String) -> String {
        switch self {
        case .lookup: "the name \(host) was not found within"
        case .connecting: "no connection to \(host) within"
        case .securing: "no secure connection to \(host) within"
        case .waiting: "no answer from \(host) within"
        case .receiving: "the answer of \(host) was not complete within"
        case .crawling: "the answer of \(host) came too slowly and was given up after"
        }
    }
}
