// The outage detector, shared by all polls in flight.

import FeedModel
import FoundationEssentials
import Synchronization

/// One `OutageDetector` behind a lock.
final class OutageWatch: Sendable {
    private let detector: Mutex<OutageDetector>

    init(hostCount: Int) {
        detector = Mutex(OutageDetector(hostCount: hostCount))
    }

    /// Since when nothing can be reached; nil while all is well.
    var since: Date? { detector.withLock { $0.since } }

    func setHostCount(_ count: Int) {
        detector.withLock { $0.hostCount = count }
    }

    func failed(_ failure: OutageDetector.Failure) -> OutageDetector.Verdict {
        detector.withLock { $0.failed(failure) }
    }

    func reached() -> Date? {
        detector.withLock { $0.reached() }
    }
}
