// The clock the poller sleeps by. A wait is counted from the moment it was decided on, so that a clock moved by hand
// (in tests) or set forward meanwhile wakes it at once.

/// Sleeps by any clock.
package struct PollerClock: Sendable {
    private let mark: @Sendable () -> @Sendable (Duration) async throws -> Void

    package init(_ clock: some Clock<Duration>) {
        mark = {
            let start = clock.now
            return { duration in try await clock.sleep(until: start.advanced(by: duration), tolerance: nil) }
        }
    }

    /// Marks this moment. What is returned sleeps until so long after it, and throws when it is cancelled.
    func moment() -> @Sendable (Duration) async throws -> Void { mark() }
}
