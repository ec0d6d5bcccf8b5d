// Instants as feeds write them, always UTC, to the second. Own arithmetic: locale and time zone data stay out.

package import FoundationEssentials

/// An instant taken apart into the fields of the Gregorian calendar in UTC.
package struct Timestamp: Sendable, Equatable {
    package let year: Int
    /// 1 to 12.
    package let month: Int
    /// 1 to 31.
    package let day: Int
    package let hour: Int
    package let minute: Int
    package let second: Int
    /// 0 (Sunday) to 6 (Saturday).
    package let weekday: Int
    /// Days since 1970-01-01.
    package let dayNumber: Int

    /// Parts of a second are cut. Instants outside the years 0000 to 9999, which no feed format can write, become the
    /// nearest one inside; what is no number becomes 1970.
    package init(_ date: Date) {
        let interval = date.timeIntervalSince1970
        let bounded = interval.isNaN ? 0 : min(max(interval, -62_167_219_200), 253_402_300_799)
        let seconds = Int(bounded.rounded(.down))
        let days = Int((Double(seconds) / 86_400).rounded(.down))
        let inDay = seconds - days * 86_400
        (year, month, day) = Self.civil(fromDays: days)
        hour = inDay / 3600
        minute = inDay / 60 % 60
        second = inDay % 60
        weekday = ((days + 4) % 7 + 7) % 7
        dayNumber = days
    }

    /// RFC 3339: `2026-01-24T10:02:00Z`.
    package var rfc3339: String {
        "\(pad(year, 4))-\(pad(month))-\(pad(day))T\(pad(hour)):\(pad(minute)):\(pad(second))Z"
    }

    /// RFC 822 with a four-digit year: `Sat, 24 Jan 2026 10:02:00 GMT`; the form of HTTP's dates too (RFC 9110).
    package var rfc822: String {
        let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let date = "\(days[weekday]), \(pad(day)) \(months[month - 1]) \(pad(year, 4))"
        return "\(date) \(pad(hour)):\(pad(minute)):\(pad(second)) GMT"
    }

    /// `10:02`.
    var clock: String { "\(pad(hour)):\(pad(minute))" }

    private func pad(_ number: Int, _ width: Int = 2) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }

    /// Howard Hinnant's civil_from_days (howardhinnant.github.io/date_algorithms.html): eras of 400 years that start
    /// on 1 March, so that leap days come last.
    private static func civil(fromDays days: Int) -> (year: Int, month: Int, day: Int) {
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }
}
