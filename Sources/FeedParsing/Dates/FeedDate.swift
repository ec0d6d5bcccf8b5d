// Dates as feeds write them: RFC 822 and its heirs, ISO 8601 and its profiles, and what is found in the wild.
// Refuses impossible fields instead of rolling them over, and never falls back on the present.

package import FoundationEssentials

/// Dates as feeds write them.
package enum FeedDate {
    /// The instant that `text` (UTF-8) names, to the millisecond; nil when it names none between the years 1 and 9999.
    ///
    /// A weekday is not looked at, no time is midnight, no zone or an unknown one is UTC. Where day and month could be
    /// either, `/` puts the month first and `.` and `-` the day.
    package static func parse(_ text: some Collection<UInt8>) -> Date? {
        if let date = text.withContiguousStorageIfAvailable({ parse(bytes: Array($0.prefix(longest + 1))) }) {
            return date
        }
        return parse(bytes: Array(text.prefix(longest + 1)))
    }

    /// The instant that `text` names; see the other form.
    package static func parse(_ text: String) -> Date? {
        parse(text.utf8)
    }

    private static func parse(bytes: [UInt8]) -> Date? {
        guard bytes.count <= longest else { return nil }
        var usual = DateScanner(bytes)
        if usual.scanRFC822(), let date = usual.fields.date { return date }
        var iso = DateScanner(bytes)
        if iso.scanISO() { return iso.fields.date }
        var free = DateScanner(bytes)
        return free.scanFree() ? free.fields.date : nil
    }

    /// White space included. Longer texts are no dates.
    private static let longest = 128
}
