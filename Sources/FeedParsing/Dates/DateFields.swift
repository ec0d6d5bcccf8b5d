// The fields of a date in the making, and their check against the calendar.
// Refuses to normalise: the 30th of February is no date.

import FeedModel
import FoundationEssentials

/// Year to zone offset, as read; proleptic Gregorian.
struct DateFields {
    var year: Int?
    var month: Int?
    var day: Int?
    var hour: Int?
    var minute = 0
    var second = 0
    /// Part of a second.
    var milliseconds = 0
    /// Seconds east of UTC.
    var offset: Int?
    /// Nil: not said.
    var isAfternoon: Bool?

    /// The instant; nil when a field is impossible or the year is missing.
    var date: Date? {
        guard let year, let midnight = CivilTime(year: year, month: month ?? 1, day: day ?? 1)?.date else { return nil }
        guard let hour = clockHour, (0...59).contains(minute), (0...60).contains(second) else { return nil }
        // A leap second has no instant of its own in POSIX time; 24:00 is the end of the day, and nothing after it is.
        if hour == 24, minute > 0 || second > 0 || milliseconds > 0 { return nil }
        let seconds = Int(midnight.timeIntervalSince1970) + hour * 3600 + minute * 60 + min(second, 59)
        let instant = seconds - (offset ?? 0)
        // An offset may carry it out of the years there are.
        guard Self.instants.contains(instant) else { return nil }
        return Date(timeIntervalSince1970: Double(instant * 1000 + milliseconds) / 1000)
    }

    /// The years 1 to 9999 in UTC, in seconds since 1970.
    private static let instants = -62_135_596_800..<253_402_300_800

    private var clockHour: Int? {
        guard let hour else { return isAfternoon == nil ? 0 : nil }
        guard (0...24).contains(hour) else { return nil }
        guard let isAfternoon, hour <= 12 else { return hour }
        return hour % 12 + (isAfternoon ? 12 : 0)
    }

    /// From a day of the year, 1 to 366; false when the year has no such day.
    mutating func setOrdinal(_ ordinal: Int, year: Int) -> Bool {
        self.year = year
        var rest = ordinal
        guard rest >= 1 else { return false }
        for month in 1...12 {
            let length = CivilTime.days(inMonth: month, of: year)
            if rest <= length {
                self.month = month
                day = rest
                return true
            }
            rest -= length
        }
        return false
    }

    /// From an ISO 8601 week and its day, 1 (Monday) to 7; false when the year has no such week.
    mutating func setWeek(_ week: Int, weekday: Int, year: Int) -> Bool {
        guard (1...53).contains(week), (1...7).contains(weekday),
            let fourth = CivilTime(year: year, month: 1, day: 4)
        else { return false }
        // The fourth of January lies in week 1, and a week belongs to the year of its Thursday.
        let monday = fourth.date + Double((week - 1) * 7 + 1 - fourth.weekday) * 86_400
        guard CivilTime(monday + 3 * 86_400).year == year else { return false }
        let found = CivilTime(monday + Double(weekday - 1) * 86_400)
        (self.year, month, day) = (found.year, found.month, found.day)
        return true
    }

    /// Two and three digits as RFC 5322, section 4.3, reads them.
    static func fullYear(_ value: Int, digits: Int) -> Int {
        if digits == 2 { return value < 50 ? 2000 + value : 1900 + value }
        return digits == 3 ? 1900 + value : value
    }
}
