// How long ago something was, in words. Days are those of UTC; the page's script puts the reader's own in their place.

import FeedModel
import FoundationEssentials

/// Instants in a reader's words.
struct RelativeTime {
    let phrases: Phrases
    let now: Date

    /// "7 minuten geleden"; "gisteren" for the day before, then the date. What lies ahead is "zojuist": clocks differ.
    func ago(_ date: Date) -> String {
        let seconds = now.timeIntervalSince(date)
        guard seconds >= 60 else { return phrases.justNow }
        let then = CivilTime(date)
        let today = CivilTime(now)
        if seconds < 86_400 {
            let minutes = Int(seconds / 60)
            let hours = minutes / 60
            switch (hours, minutes) {
            case (0, 1): return phrases.minute
            case (0, _): return Phrases.fill(phrases.minutes, "n", String(minutes))
            case (1, _): return phrases.hour
            default: return Phrases.fill(phrases.hours, "n", String(hours))
            }
        }
        if today.dayNumber - then.dayNumber == 1 { return phrases.yesterday }
        let day = "\(then.day) \(phrases.months[then.month - 1])"
        return then.year == today.year ? day : "\(day) \(then.year)"
    }

    /// "maandag 24 januari 2026, 10:02 UTC".
    func exact(_ date: Date) -> String {
        let stamp = CivilTime(date)
        let day = "\(phrases.weekdays[stamp.weekday % 7]) \(stamp.day) \(phrases.months[stamp.month - 1]) \(stamp.year)"
        return "\(day), \(stamp.clock) UTC"
    }

    /// Whether it is news of the last quarter of an hour.
    func isRecent(_ date: Date) -> Bool {
        now.timeIntervalSince(date) < 15 * 60
    }

    /// A `time` element: relative words, exact on hover.
    func element(_ date: Date) -> String {
        let isRecent = isRecent(date) ? " class=\"recent\"" : ""
        return """
            <time\(isRecent) datetime="\(CivilTime(date).rfc3339)" title="\(Markup.escaped(exact(date)))">\
            \(Markup.escaped(ago(date)))</time>
            """
    }
}
