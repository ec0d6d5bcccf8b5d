// What came of one fetch. Expected answers, bad ones included, are values: nothing here is thrown.

package import FeedModel
package import FoundationEssentials

/// One fetch: its outcome and what the server said about coming back.
package struct FetchResult: Sendable {
    package var outcome: FetchOutcome
    package var hints = ServerHints()
    /// From first byte to last, redirects included; 0 when nothing was sent.
    package var seconds: Double = 0
    /// Received over the network, compressed, heads included; for files: bytes read.
    package var bytesReceived = 0
    /// The address that sent the outcome's validators when it is not the address the next fetch starts at: keep it with
    /// them and return it in `FetchRequest.validatorsURL`.
    package var validatorsURL: String?
    /// What the operator should know though the fetch worked; one line each.
    package var warnings: [String] = []

    package init(outcome: FetchOutcome) {
        self.outcome = outcome
    }
}

/// What a fetch gave.
package enum FetchOutcome: Sendable, Equatable {
    /// One document from the web, or all of a folder of delivered files in order of name. `validators` replace the stored
    /// ones. `movedTo` is where 301 and 308 led for good; nil: the source's own address holds. `status` is nil for files.
    case documents([FetchedDocument], validators: HTTPValidators, movedTo: String?, status: Int?)
    /// 304, or unchanged files. `validators` are the stored ones as the server renewed them.
    case notModified(validators: HTTPValidators)
    /// 429, or 503 with Retry-After.
    case rateLimited(status: Int, message: String)
    /// 410 from an address that was asked directly or that permanent redirects led to.
    case gone(message: String)
    case failed(FetchFailure)
}

/// One document as it came.
package struct FetchedDocument: Sendable, Equatable {
    /// Decompressed.
    package var bytes: [UInt8]
    /// Content-Type as sent; nil for files.
    package var contentType: String?
    /// The final address, without user information: the base of relative links.
    package var url: String
    package var links: DocumentLinks

    package init(bytes: [UInt8], contentType: String?, url: String, links: DocumentLinks = DocumentLinks()) {
        self.bytes = bytes
        self.contentType = contentType
        self.url = url
        self.links = links
    }
}

/// WebSub's links in the header (RFC 8288), absolute.
package struct DocumentLinks: Sendable, Equatable {
    /// rel=hub, in order.
    package var hubs: [String] = []
    /// rel=self.
    package var selfURL: String?

    package init() {}
}

/// What the server said about coming back.
package struct ServerHints: Sendable, Equatable {
    /// Cache-Control max-age less Age, 0 or more and at most a year; nil when not said or overruled by no-cache.
    package var maxAgeSeconds: Int?
    /// Expires in our time: corrected by the server's own Date and Age. nil when not said, or where max-age is.
    package var expires: Date?
    /// Retry-After in our time; at most a year away.
    package var retryAfter: Date?

    package init() {}
}

/// Why a fetch failed, as a bounded label for counts and logs.
package enum FetchFailureKind: String, Sendable, CaseIterable {
    /// The address cannot be asked: no http, https or file address.
    case address
    case dns, connect, tls, timeout, brokenOff, `protocol`
    /// The server answered with an error.
    case http
    case tooLarge, redirect, refusedAddress, file, interrupted
    /// libcurl failed in a way that should not happen.
    case `internal`
}

/// A failed fetch.
package struct FetchFailure: Error, Sendable, Equatable, CustomStringConvertible {
    package var kind: FetchFailureKind
    package var status: Int?
    /// One line without secrets.
    package var message: String

    package init(kind: FetchFailureKind, status: Int? = nil, message: String) {
        self.kind = kind
        self.status = status
        self.message = message
    }

    /// Whether the fault could be our own connection's: no answer came at all.
    package var isNetwork: Bool {
        switch kind {
        case .dns, .connect, .timeout: status == nil
        default: false
        }
    }

    package var description: String { message }
}
