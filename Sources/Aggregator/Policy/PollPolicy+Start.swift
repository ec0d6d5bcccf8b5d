// First polls: spread over a short while, so that a start with thousands of sources is no herd, and at once for a few.

package import FeedModel
package import FoundationEssentials

extension PollPolicy {
    /// How much time a start takes for each source.
    static let startSpacing: Duration = .milliseconds(50)

    /// When a source that is due at the start is polled: by its id, so that the same source has the same place each time.
    /// Within the smaller of its interval and 50 ms for each of the `count` sources.
    package static func startingPoll(of source: Source, among count: Int, now: Date) -> Date {
        let spread = min(source.interval.timeInterval, Double(max(0, count)) * startSpacing.timeInterval)
        return now + spread * fraction(of: source.id)
    }

    /// 0 or more, less than 1; the same in every process, which Swift's own hash is not.
    private static func fraction(of sourceID: SourceID) -> Double {
        var hash = StableHash()
        hash.combine(sourceID.rawValue)
        return Double(hash.value >> 11) / Double(UInt64(1) << 53)
    }
}
