// The door of the room: one source in, one result out. Schedules, storage and parsing are others' work.

import CurlTransfer
import FeedModel
package import FoundationEssentials

/// Fetches sources: http and https through one curl thread, file: from the disk. Make one and share it.
package struct FeedFetcher: Sendable {
    private let loop: TransferLoop
    private let limits: FetchLimits

    /// Starts the thread. `shutdown` ends it.
    package init(limits: FetchLimits = FetchLimits()) {
        self.limits = limits
        loop = TransferLoop(idleConnections: limits.idleConnections)
    }

    /// Fetches one source. Cancelling the task ends the fetch at once, as `interrupted`. `now` is what Retry-After and
    /// Expires are counted from.
    package func fetch(_ request: FetchRequest, now: Date) async -> FetchResult {
        if let files = FileSource(request.source.url, limit: request.settings.maxBody) {
            return files.read(known: request.state.validators)
        }
        guard let configured = WebAddress(request.source.url) else {
            let message = "the source's address is no http:, https: or file: address"
            return FetchResult(outcome: .failed(FetchFailure(kind: .address, message: message)))
        }
        let fetch = WebFetch(request: request, configured: configured, limits: limits, loop: loop, now: now)
        guard let moved = request.state.movedTo.flatMap({ WebAddress($0) }), moved != configured else {
            return await fetch.run(from: configured)
        }
        let first = await fetch.run(from: moved)
        guard first.outcome.hasFailedForGood else { return first }
        // The remembered address is dead: the one the operator wrote may know where the feed is now.
        var second = await fetch.run(from: configured, after: first.seconds)
        second.seconds += first.seconds
        second.bytesReceived += first.bytesReceived
        second.warnings = first.warnings + second.warnings
        return second
    }

    /// Aborts every fetch and ends the thread, in milliseconds. Fetches after it fail as `interrupted`.
    package func shutdown() {
        loop.shutdown()
    }
}

extension FetchOutcome {
    /// Whether asking the same address again is unlikely to help.
    fileprivate var hasFailedForGood: Bool {
        switch self {
        case .gone: true
        case .failed(let failure):
            switch failure.kind {
            case .dns, .tls, .redirect, .refusedAddress: true
            case .http: failure.status.map { [404, 410].contains($0) } ?? false
            default: false
            }
        default: false
        }
    }
}
