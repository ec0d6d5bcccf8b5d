// Where redirects have led so far, and which of it is for good. Pure.

import CurlTransfer

/// The addresses of one fetch, from the first asked to the last.
struct RedirectTrail {
    private(set) var addresses: [WebAddress]
    /// How many of the first hops were permanent without a temporary one before them.
    private var permanentHops = 0
    private let limit: Int

    init(start: WebAddress, limit: Int) {
        addresses = [start]
        self.limit = limit
        current = start
    }

    private(set) var current: WebAddress

    /// The end of the longest leading run of permanent redirects (RFC 9110 sections 15.4.2 and 15.4.9).
    var permanent: WebAddress { addresses[permanentHops] }

    /// Whether no temporary redirect has been followed.
    var isPermanent: Bool { permanentHops == addresses.count - 1 }

    static func isRedirect(_ status: Int) -> Bool { [301, 302, 303, 307, 308].contains(status) }

    /// Goes where an answer points; the failure says why not.
    mutating func follow(status: Int, location: String?) -> FetchFailure? {
        guard let location else { return failure(status, "a redirect without saying where to") }
        guard let next = current.resolving(location) else {
            return failure(status, "redirected to something that is no http or https address")
        }
        guard !addresses.contains(next) else {
            return failure(status, "redirected in a circle, back to \(next.host)")
        }
        guard addresses.count <= limit else { return failure(status, "redirected more than \(limit) times") }
        if isPermanent && (status == 301 || status == 308) { permanentHops += 1 }
        addresses.append(next)
        current = next
        return nil
    }

    private func failure(_ status: Int, _ words: String) -> FetchFailure {
        FetchFailure(kind: .redirect, status: status, message: "HTTP \(status): \(words)")
    }
}
