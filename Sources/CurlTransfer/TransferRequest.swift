// One GET, with everything that bounds it. What to ask for and where to follow is decided by the caller.

/// A request. Redirects are not followed: the caller sees each answer.
package struct TransferRequest: Sendable, CustomStringConvertible, CustomDebugStringConvertible {
    package var address: WebAddress
    /// Sent as they are; fields with a line break or NUL in them are left out.
    package var headers: [HeaderField]
    package var userAgent: String
    /// Sent with the first request, without waiting for a 401.
    package var credentials: TransferCredentials?
    /// nil: a direct connection, whatever the environment says.
    package var proxy: String?
    package var limits: TransferLimits
    /// Connections to addresses that are not public are refused before a packet leaves. Through a proxy the proxy
    /// looks names up: only addresses written as numbers are refused then.
    package var refusesPrivateAddresses = false
    /// A file of certificate authorities in PEM instead of the system's.
    package var authoritiesFile: String?

    package init(
        address: WebAddress,
        headers: [HeaderField] = [],
        userAgent: String,
        limits: TransferLimits = TransferLimits()
    ) {
        self.address = address
        self.headers = headers
        self.userAgent = userAgent
        self.limits = limits
    }

    /// Never shows headers or credentials.
    package var description: String { "GET \(address.host)" }
    package var debugDescription: String { description }
}

extension TransferRequest {
    /// The refusal of an address that can be judged by its spelling; nil when it may be tried. Behind a proxy this is
    /// all the guard there is.
    var refusal: TransferError? {
        guard refusesPrivateAddresses else { return nil }
        // A full stop at its end makes a name absolute, not another.
        let name = address.host.hasSuffix(".") ? String(address.host.dropLast()) : address.host
        // Without a proxy what the name leads to is judged, and named, when it is connected to.
        let isLocal = name == "localhost" || proxy != nil && name.hasSuffix(".localhost")
        let isRefused = InternetAddress(name).map { !$0.isPublic } ?? isLocal
        return isRefused ? .refusedAddress(host: address.host, address: address.host) : nil
    }
}

/// What is sent to prove who asks. Its description never shows the secret.
package enum TransferCredentials: Sendable, Equatable, CustomStringConvertible, CustomDebugStringConvertible {
    case basic(username: String, password: String)
    case bearer(token: String)

    package var description: String {
        switch self {
        case .basic: "basic credentials"
        case .bearer: "a bearer token"
        }
    }

    package var debugDescription: String { description }
}

/// What a transfer may take at most.
package struct TransferLimits: Sendable, Equatable {
    /// For the whole transfer, name look-up included.
    package var total: Duration = .seconds(30)
    /// For name look-up, TCP and TLS.
    package var connect: Duration = .seconds(10)
    /// Slower than this over `lowSpeedTime` ends the transfer; bytes a second.
    package var lowSpeed = 50
    package var lowSpeedTime: Duration = .seconds(15)
    /// Bytes of body after decompression.
    package var body = 10 * 1_048_576
    /// Bytes of all heads, 1xx answers included.
    package var header = 131_072

    package init() {}
}
