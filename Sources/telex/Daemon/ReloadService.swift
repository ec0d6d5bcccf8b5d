// SIGHUP: reads the configuration anew. A bad file is reported, and the daemon goes on with what it has.

import FeedModel
import Logging
import ServiceLifecycle
import UnixSignals

/// Runs `reload` for each SIGHUP.
struct ReloadService: Service {
    let reload: @Sendable () async -> Void

    func run() async throws {
        for await _ in await UnixSignalsSequence(trapping: .sighup).cancelOnGracefulShutdown() {
            await reload()
        }
    }
}
