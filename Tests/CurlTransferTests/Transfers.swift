// What the tests of this room share: a loop, requests to an origin, and an environment that must not matter.

import CurlTransfer
import Glibc
import TestSupport

/// One loop for a test.
struct Transfers {
    let loop: TransferLoop

    init(idleConnections: Int = 16) {
        _ = Self.environment
        loop = TransferLoop(idleConnections: idleConnections)
    }

    /// Proxies that nobody configured, in the environment before any transfer of this process.
    private static let environment: Void = {
        setenv("http_proxy", "http://127.0.0.1:1", 1)
        setenv("no_proxy", "proxied.example", 1)
    }()

    func get(
        _ url: String,
        _ change: (inout TransferRequest) -> Void = { _ in }
    ) async throws -> TransferResult {
        await loop.perform(try request(url, change))
    }

    func request(_ url: String, _ change: (inout TransferRequest) -> Void = { _ in }) throws -> TransferRequest {
        guard let address = WebAddress(url) else { throw NotAnAddress(url: url) }
        var request = TransferRequest(address: address, userAgent: "Telex/test")
        change(&request)
        return request
    }
}

struct NotAnAddress: Error {
    var url: String
}
