// The fields of a date in the making, and their check against the calendar.
// Refuses to normalise: the 30th of February is no date.

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
        guard let year, (1...9999).contains(year) else { return nil }
        let month = month ?? 1
        guard (1...12).contains(month) else { return nil }
        let day = day ?? 1
        guard day >= 1, day <= Self.length(ofMonth: month, year) else { return nil }
        guard let hour = clockHour, (0...59).contains(minute), (0...60).contains(second) else { return nil }
        // A leap second has no instant of its own in POSIX time; 24:00 is the end of the day, and nothing after it is.
        if hour == 24, minute > 0 || second > 0 || milliseconds > 0 { return nil }
        let seconds = Self.days(year, month, day) * 86_400 + hour * 3600 + minute * 60 + min(second, 59)
        return Date(timeIntervalSince1970: Double((seconds - (offset ?? 0)) * 1000 + milliseconds) / 1000)
    }

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
            let length = Self.length(ofMonth: month, year)
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
        guard (1...53).contains(week), (1...7).contains(weekday), (1...9999).contains(year) else { return false }
        let fourth = Self.days(year, 1, 4)
        // 1970-01-01 was a Thursday: day 3 of a week that starts with 0.
        let firstMonday = fourth - Self.remainder(fourth + 3, 7)
        let start = firstMonday + (week - 1) * 7
        let nextFourth = Self.days(year + 1, 1, 4)
        if start >= nextFourth - Self.remainder(nextFourth + 3, 7) { return false }
        let ordinal = start + weekday - 1 - Self.days(year, 1, 1) + 1
        let length = Self.days(year + 1, 1, 1) - Self.days(year, 1, 1)
        if ordinal < 1 { return setOrdinal(31 + ordinal, inDecemberOf: year - 1) }
        if ordinal > length { return setOrdinal(ordinal - length, year: year + 1) }
        return setOrdinal(ordinal, year: year)
    }

    private mutating func setOrdinal(_ day: Int, inDecemberOf year: Int) -> Bool {
        self.year = year
        month = 12
        self.day = day
        return true
    }

    /// Two and three digits as RFC 5322, section 4.3, reads them.
    static func fullYear(_ value: Int, digits: Int) -> Int {
        if digits == 2 { return value < 50 ? 2000 + value : 1900 + value }
        return digits == 3 ? 1900 + value : value
    }

    private static func length(ofMonth month: Int, _ year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Days since 1970-01-01 (Howard Hinnant, "chrono-compatible low-level date algorithms").
    private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let year = month <= 2 ? year - 1 : year
        let era = (year >= 0 ? year : year - 399) / 400
        let yearOfEra = year - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    private static func remainder(_ value: Int, _ divisor: Int) -> Int {
        let rest = value % divisor
        return rest < 0 ? rest + divisor : rest
    }
}
