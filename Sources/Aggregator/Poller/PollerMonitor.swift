// What the poller shows of itself: to the status page, to /healthz and to the watchdog.

package import FoundationEssentials
import Synchronization

/// The poller at one moment.
package struct PollerStatus: Sendable, Equatable {
    /// When the loop began; nil before.
    package var runningSince: Date?
    /// Polls since then.
    package var polls = 0
    /// Entries since then, by verdict.
    package var counts = VerdictCounts()
    package var inFlight = 0
    /// Due and leased, waiting for a slot or for their turn.
    package var waiting = 0
    /// Since when nothing at all can be reached; nil while all is well.
    package var outageSince: Date?
    /// How late the last poll started, in seconds.
    package var lateness = 0.0
    package var lastPoll: Date?
    /// Why the loop cannot do its work; nil while it does.
    package var problem: String?

    package init() {}
}

/// The poller seen from outside: written by its loop, read by anyone.
package final class PollerMonitor: Sendable {
    private let state = Mutex(PollerStatus())
    private let beat = Mutex(ContinuousClock.now)

    package init() {}

    package var status: PollerStatus { state.withLock { $0 } }

    /// When the loop last went round: at least every five seconds while it is alive, however little is due.
    package var heartbeat: ContinuousClock.Instant { beat.withLock { $0 } }

    func markProgress() {
        beat.withLock { $0 = .now }
    }

    func update(_ change: (inout PollerStatus) -> Void) {
        state.withLock { change(&$0) }
    }
}
