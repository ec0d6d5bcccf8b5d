// Everything about the world that a poll goes by besides its input: the date, chance, and how we introduce ourselves.

package import FoundationEssentials

/// Time, chance and name, handed in so that tests can choose them.
package struct PollSurroundings: Sendable {
    /// The date.
    package var now: @Sendable () -> Date
    /// A number from 0 to 1, different each time.
    package var jitter: @Sendable () -> Double
    /// The User-Agent for the configured contact, which may be empty.
    package var userAgent: @Sendable (_ contact: String) -> String

    package init(
        now: @escaping @Sendable () -> Date = { Date() },
        jitter: @escaping @Sendable () -> Double = { Double.random(in: 0...1) },
        userAgent: @escaping @Sendable (_ contact: String) -> String
    ) {
        self.now = now
        self.jitter = jitter
        self.userAgent = userAgent
    }
}
