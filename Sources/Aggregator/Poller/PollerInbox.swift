// What wakes the poller's loop: one stream for everything, so that nothing is missed between two looks.

import FeedModel
import Synchronization

/// Something the loop has to look at.
enum PollerEvent: Sendable {
    /// A poll ended; nil when the source was no longer configured.
    case finished(SourceID, PollSummary?)
    case alarm
    case reload
    case stop
}

/// The events and the configuration that waits to be taken over.
final class PollerInbox: Sendable {
    let events: AsyncStream<PollerEvent>
    private let continuation: AsyncStream<PollerEvent>.Continuation
    private let configuration = Mutex<Configuration?>(nil)

    init() {
        (events, continuation) = AsyncStream.makeStream()
    }

    func send(_ event: PollerEvent) {
        continuation.yield(event)
    }

    /// A configuration that waits already is overtaken.
    func reload(_ new: Configuration) {
        configuration.withLock { $0 = new }
        send(.reload)
    }

    func takeConfiguration() -> Configuration? {
        configuration.withLock { waiting in
            defer { waiting = nil }
            return waiting
        }
    }
}
