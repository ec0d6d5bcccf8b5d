// Tells our own outage from other people's: when every host fails us together, it is our network. Pure: events in,
// verdict out.

package import FeedModel
package import FoundationEssentials

/// Follows the polls of all sources and says whether network failures count against them.
package struct OutageDetector: Sendable {
    /// One poll that could not reach its server.
    package struct Failure: Sendable, Equatable {
        package var sourceID: SourceID
        package var host: String
        package var at: Date
        /// The state before the failure was counted.
        package var stateBefore: PollState

        package init(sourceID: SourceID, host: String, at: Date, stateBefore: PollState) {
            self.sourceID = sourceID
            self.host = host
            self.at = at
            self.stateBefore = stateBefore
        }
    }

    /// What a network failure means.
    package enum Verdict: Sendable, Equatable {
        /// The source's own.
        case counts
        /// Ours, from now on: with the earlier failures that were counted and should not have been, in order of source.
        case begins([Failure])
        /// Ours, as known.
        case continues
    }

    /// How long a failure bears witness.
    package static let window: Duration = .seconds(600)

    /// How many different hosts are polled, enabled sources only.
    package var hostCount: Int
    /// Since when nothing could be reached; nil while all is well.
    package private(set) var since: Date?
    private var failures: [SourceID: Failure] = [:]

    package init(hostCount: Int) {
        self.hostCount = hostCount
    }

    package var isOutage: Bool { since != nil }

    /// How many hosts must fail together. One host alone proves nothing; of very many, a few dead ones in a row are no
    /// outage yet.
    private var hostsNeeded: Int {
        hostCount < 3 ? 2 : min(20, max(3, hostCount / 10))
    }

    /// A poll could not reach its server.
    package mutating func failed(_ failure: Failure) -> Verdict {
        guard since == nil else { return .continues }
        let earlier = failures.values.filter { failure.at.timeIntervalSince($0.at) <= Self.window.timeInterval }
        let hosts = Set(earlier.map(\.host)).union([failure.host])
        failures = Dictionary(uniqueKeysWithValues: earlier.map { ($0.sourceID, $0) })
        guard hosts.count >= hostsNeeded else {
            // The first failure of a streak knows the state from before all of it.
            let before = failures[failure.sourceID]?.stateBefore ?? failure.stateBefore
            failures[failure.sourceID] = failure
            failures[failure.sourceID]?.stateBefore = before
            return .counts
        }
        since = earlier.map(\.at).min().map { min($0, failure.at) } ?? failure.at
        failures = [:]
        return .begins(earlier.sorted { $0.sourceID < $1.sourceID })
    }

    /// A server answered, whatever it said. Returns since when the outage lasted that ends with it.
    package mutating func reached() -> Date? {
        defer { since = nil }
        failures = [:]
        return since
    }
}
