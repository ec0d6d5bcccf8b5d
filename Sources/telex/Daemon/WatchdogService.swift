// Tells the service manager that the daemon makes progress, and in a line what it is doing.

import ServiceLifecycle

/// Sends WATCHDOG=1 while polling makes progress, and a STATUS line when it changes.
struct WatchdogService: Service {
    let notifier: SystemdNotifier
    /// When the poller last came round its loop.
    let progress: @Sendable () -> ContinuousClock.Instant
    /// The line for `systemctl status`.
    let status: @Sendable () async -> String
    /// Called when shutdown begins: this service is among the first to hear of it.
    let onStopping: @Sendable () -> Void

    /// Without a watchdog the status line still wants renewing now and then.
    private static let quietRhythm: Duration = .seconds(15)

    func run() async throws {
        let interval = notifier.watchdogInterval
        // Half the interval, as sd_watchdog_enabled(3) advises; a third leaves room for one late wake-up.
        let rhythm = min(interval.map { $0 / 3 } ?? Self.quietRhythm, Self.quietRhythm)
        await cancelWhenGracefulShutdown {
            var said = ""
            while !Task.isCancelled {
                if isProgressing(within: interval) { notifier.watchdog() }
                let line = await status()
                if line != said { notifier.status(line) }
                said = line
                guard (try? await Task.sleep(for: rhythm)) != nil else { break }
            }
        }
        notifier.stopping()
        onStopping()
    }

    /// A poller that has not come round for a whole interval is wedged: silence has the manager start it anew.
    private func isProgressing(within interval: Duration?) -> Bool {
        guard let interval else { return true }
        return progress().duration(to: .now) < interval
    }
}
