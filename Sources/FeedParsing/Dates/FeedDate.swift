package import FoundationEssentials

/// Dates as feeds write them.
package enum FeedDate {
    /// The instant that `text` (UTF-8) names; nil when it names none.
    package static func parse(_ text: some Collection<UInt8>) -> Date? { nil }

    /// The instant that `text` names; nil when it names none.
    package static func parse(_ text: String) -> Date? { nil }
}
