// Dates as HTTP writes them (RFC 9110 section 5.6.7). Whole seconds, UTC; nothing of the user's locale.

package import FoundationEssentials

/// Reads and writes HTTP dates.
package enum HTTPDate {
    /// The preferred form, such as `Sun, 06 Nov 1994 08:49:37 GMT`; parts of a second are cut.
    package static func format(_ date: Date) -> String {
        let moment = CivilTime(date)
        let day = "\(weekdays[moment.weekday - 1]), \(CivilTime.padded(moment.day)) \(months[moment.month - 1])"
        return "\(day) \(CivilTime.padded(moment.year, 4)) \(moment.timeOfDay) GMT"
    }

    /// Any of the three forms that RFC 9110 asks recipients to accept, with or without weekday and zone; nil for
    /// anything else, other zones than UTC included.
    package static func parse(_ text: String) -> Date? {
        var words = text.split(whereSeparator: { $0 == " " || $0 == "," || $0 == "-" }).map { $0.lowercased() }
        if let last = words.last, utc.contains(last) { words.removeLast() }
        if let first = words.first, weekdays.contains(where: { first.hasPrefix($0.lowercased()) }) {
            words.removeFirst()
        }
        guard words.count == 4 else { return nil }
        // `Nov  6 08:49:37 1994`, the C library's form.
        if let month = monthNumber(words[0]) {
            return date(year: number(words[3]), month: month, day: number(words[1]), time: words[2])
        }
        let year = number(words[2]).map { words[2].count == 2 ? fullYear($0) : $0 }
        return date(year: year, month: monthNumber(words[1]), day: number(words[0]), time: words[3])
    }

    // MARK: - Parts

    private static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// What servers write for UTC.
    private static let utc: Set<String> = ["gmt", "utc", "ut", "z", "+0000", "0000"]

    private static func monthNumber(_ name: String) -> Int? {
        months.firstIndex { $0.lowercased() == name }.map { $0 + 1 }
    }

    /// Digits alone: `Int` would take a sign.
    private static func number(_ text: some StringProtocol) -> Int? {
        text.utf8.allSatisfy { (48...57).contains($0) } ? Int(text) : nil
    }

    /// RFC 850 writes two digits; RFC 9110 reads those more than 50 years ahead as past. 1970 is the pivot of both.
    private static func fullYear(_ twoDigits: Int) -> Int {
        twoDigits >= 70 ? 1900 + twoDigits : 2000 + twoDigits
    }

    private static func date(year: Int?, month: Int?, day: Int?, time: String) -> Date? {
        let parts = time.split(separator: ":", omittingEmptySubsequences: false).map { number($0) }
        guard let year, let month, let day, parts.count == 3,
            let hour = parts[0], let minute = parts[1], let second = parts[2], second <= 60
        else { return nil }
        // A leap second has no instant of its own in POSIX time.
        return CivilTime(year: year, month: month, day: day, hour: hour, minute: minute, second: min(second, 59))?.date
    }
}
