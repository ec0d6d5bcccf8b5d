// Dates as HTTP writes them (RFC 9110 section 5.6.7). Whole seconds, UTC; nothing of the user's locale.

package import FoundationEssentials

/// Reads and writes HTTP dates.
package enum HTTPDate {
    /// The preferred form, such as `Sun, 06 Nov 1994 08:49:37 GMT`; parts of a second are cut.
    package static func format(_ date: Date) -> String {
        let moment = CivilTime(date)
        return "\(weekdays[moment.weekday - 1]), \(twoDigits(moment.day)) \(months[moment.month - 1]) "
            + "\(fourDigits(moment.year)) \(twoDigits(moment.hour)):\(twoDigits(moment.minute)):\(twoDigits(moment.second))"
            + " GMT"
    }

    /// Any of the three forms that RFC 9110 asks recipients to accept; nil for anything else.
    package static func parse(_ text: String) -> Date? {
        let words = text.split(whereSeparator: { $0 == " " || $0 == "," || $0 == "-" }).map(String.init)
        if words.count == 5 { return asctime(words) }
        guard words.count == 6, words[5] == "GMT" || words[5] == "UTC",
            let day = Int(words[1]), let month = monthNumber(words[2]), let year = Int(words[3])
        else { return nil }
        return date(year: words[3].count == 2 ? fullYear(year) : year, month: month, day: day, time: words[4])
    }

    // MARK: - Parts

    private static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    private static func monthNumber(_ name: String) -> Int? {
        months.firstIndex { $0.lowercased() == name.lowercased() }.map { $0 + 1 }
    }

    /// `Sun Nov  6 08:49:37 1994`, the C library's form.
    private static func asctime(_ words: [String]) -> Date? {
        guard let month = monthNumber(words[1]), let day = Int(words[2]), let year = Int(words[4]) else { return nil }
        return date(year: year, month: month, day: day, time: words[3])
    }

    /// RFC 850 writes two digits; RFC 9110 reads those more than 50 years ahead as past. 1970 is the pivot of both.
    private static func fullYear(_ twoDigits: Int) -> Int {
        twoDigits >= 70 ? 1900 + twoDigits : 2000 + twoDigits
    }

    private static func date(year: Int, month: Int, day: Int, time: String) -> Date? {
        let parts = time.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count == 3, let hour = parts[0], let minute = parts[1], let second = parts[2] else { return nil }
        return CivilTime(year: year, month: month, day: day, hour: hour, minute: minute, second: second)?.date
    }
}

private func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
}

private func fourDigits(_ number: Int) -> String {
    String(repeating: "0", count: max(0, 4 - String(number).count)) + String(number)
}
