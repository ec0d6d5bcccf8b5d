// The words of the RSS and syndication modules for times to poll.

/// sy:updatePeriod (purl.org/rss/1.0/modules/syndication).
enum UpdatePeriod {
    /// Nil for a word the module does not define.
    static func seconds(of text: ArraySlice<UInt8>) -> Int? {
        switch String(decoding: text.prefix(20), as: UTF8.self).lowercased() {
        case "hourly": 3600
        case "daily": 86_400
        case "weekly": 7 * 86_400
        case "monthly": 30 * 86_400
        case "yearly": 365 * 86_400
        default: nil
        }
    }
}

/// RSS skipDays.
enum Weekday {
    private static let names = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]

    /// 1 (Monday) to 7 (Sunday); nil for no English day name.
    static func number(of text: ArraySlice<UInt8>) -> Int? {
        names.firstIndex(of: String(decoding: text.prefix(20), as: UTF8.self).lowercased()).map { $0 + 1 }
    }
}
