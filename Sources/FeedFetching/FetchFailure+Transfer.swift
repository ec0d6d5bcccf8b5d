// From transfer errors to the labels of this room.

import CurlTransfer

extension FetchFailure {
    /// `status`: of the answer that broke off; nil when there was none.
    init(_ error: TransferError, status: Int?) {
        let kind: FetchFailureKind =
            switch error {
            case .nameNotFound: .dns
            case .noConnection: .connect
            case .notSecure, .badCertificate: .tls
            case .timedOut: .timeout
            case .tooLarge, .headTooLarge: .tooLarge
            case .refusedAddress: .refusedAddress
            case .notHTTP, .undecodable: .protocol
            case .brokenOff: .brokenOff
            case .interrupted: .interrupted
            case .failed: .internal
            }
        self.init(kind: kind, status: status, message: error.description)
    }
}
