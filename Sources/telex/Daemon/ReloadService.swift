// SIGHUP: reads the configuration anew. A bad file is reported, and the daemon goes on with what it has.

import FeedModel
import Logging
import ServiceLifecycle
import UnixSignals

/// Runs `reload` for each SIGHUP.
struct ReloadService: Service {
    /// Trapped by whoever starts the daemon, before anything else: untrapped, a SIGHUP ends the process.
    let hangups: UnixSignalsSequence
    let reload: @Sendable () async -> Void

    func run() async throws {
        for await _ in hangups.cancelOnGracefulShutdown() { await reload() }
    }
}
