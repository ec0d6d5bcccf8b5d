// RSS skipHours and skipDays: when a feed asks not to be polled.

import FeedModel
import FoundationEssentials

/// The hours and days, in UTC, at which a feed is not to be polled.
struct SkippedTime: Sendable, Equatable {
    /// 0 to 23.
    var hours: Set<Int>
    /// 1 (Monday) to 7 (Sunday).
    var days: Set<Int>

    init(hours: [Int], days: [Int]) {
        self.hours = Set(hours)
        self.days = Set(days)
    }

    /// The first instant at or after `date` that is not skipped; nil when everything is.
    func end(from date: Date) -> Date? {
        guard contains(date) else { return date }
        let hour = 3600.0
        var start = (date.timeIntervalSince1970 / hour).rounded(.down) * hour
        // A week and an hour meets every hour of every day.
        for _ in 0...(7 * 24) {
            start += hour
            let candidate = Date(timeIntervalSince1970: start)
            if !contains(candidate) { return candidate }
        }
        return nil
    }

    private func contains(_ date: Date) -> Bool {
        guard !hours.isEmpty || !days.isEmpty else { return false }
        let moment = CivilTime(date)
        return hours.contains(moment.hour) || days.contains(moment.weekday)
    }
}
