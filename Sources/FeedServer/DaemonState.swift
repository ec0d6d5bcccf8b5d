// What the daemon tells of itself on the status page: handed in by the executable, which alone knows all parts.

package import FoundationEssentials

/// The running daemon, seen from outside.
package struct DaemonState: Sendable {
    package var version: String
    package var started: Date
    package var polls: Int
    package var inFlight: Int
    package var waiting: Int
    /// All sources fail together: our own network is out.
    package var isOutage: Bool
    /// Nil while the daemon works; else the reason why not, in a line.
    package var problem: String?

    package init(
        version: String,
        started: Date,
        polls: Int = 0,
        inFlight: Int = 0,
        waiting: Int = 0,
        isOutage: Bool = false,
        problem: String? = nil
    ) {
        self.version = version
        self.started = started
        self.polls = polls
        self.inFlight = inFlight
        self.waiting = waiting
        self.isOutage = isOutage
        self.problem = problem
    }
}
