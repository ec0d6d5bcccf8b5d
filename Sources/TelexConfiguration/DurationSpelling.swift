// Durations as people write them in a configuration: "90s", "5m", "48h", "7d", "1h30m". Bare numbers are refused: nobody
// can know their unit.

import FeedModel

/// Reads durations, and guesses at those that are almost right.
package enum DurationSpelling {
    private static let units: [(name: Character, seconds: Int64)] = [("d", 86_400), ("h", 3600), ("m", 60), ("s", 1)]

    /// The duration, or nil when the text is not whole numbers with units d, h, m, s, each once and in that order. Beyond
    /// 64 bits it stays at the largest.
    package static func read(_ text: String) -> Duration? {
        var total: Int64 = 0
        var allowed = units[...]
        var rest = text[...]
        guard !rest.isEmpty else { return nil }
        while !rest.isEmpty {
            let digits = rest.prefix { $0.isASCII && $0.isNumber }
            rest = rest.dropFirst(digits.count)
            guard !digits.isEmpty, let name = rest.popFirst(),
                let unit = allowed.firstIndex(where: { $0.name == name })
            else { return nil }
            // Digits alone fail only by their number.
            let count = Int64(digits) ?? .max
            let (seconds, overflowed) = count.multipliedReportingOverflow(by: allowed[unit].seconds)
            let (sum, overflowedToo) = total.addingReportingOverflow(seconds)
            total = overflowed || overflowedToo ? .max : sum
            allowed = allowed[(unit + 1)...]
        }
        return .seconds(total)
    }

    /// How to write what was probably meant; empty when nobody can tell.
    static func suggestions(for text: String) -> [String] {
        let folded = text.lowercased().filter { $0 != " " }
        if let seconds = Int64(folded), seconds >= 0 {
            let plain = "\(seconds)s"
            let spelled = Duration.seconds(seconds).spelled
            return spelled == plain ? [plain] : [plain, spelled]
        }
        let digits = folded.prefix { $0.isASCII && $0.isNumber }
        guard !digits.isEmpty, let unit = words[String(folded.dropFirst(digits.count))] else { return [folded] }
        guard unit == "w" else { return ["\(digits)\(unit)"] }
        let (days, overflowed) = (Int64(digits) ?? .max).multipliedReportingOverflow(by: 7)
        return overflowed ? [] : ["\(days)d"]
    }

    private static let words: [String: String] = [
        "sec": "s", "secs": "s", "second": "s", "seconds": "s", "seconde": "s", "seconden": "s",
        "min": "m", "mins": "m", "minute": "m", "minutes": "m", "minuut": "m", "minuten": "m",
        "hr": "h", "hrs": "h", "hour": "h", "hours": "h", "u": "h", "uur": "h", "uren": "h",
        "day": "d", "days": "d", "dag": "d", "dagen": "d",
        "w": "w", "week": "w", "weeks": "w", "weken": "w",
    ]
}
