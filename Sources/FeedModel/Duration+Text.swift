// Durations as people write them: "90s", "5m", "48h", "7d".

package import FoundationEssentials

extension Duration {
    /// Whole and fractional seconds.
    package var inSeconds: Double {
        Double(components.seconds) + Double(components.attoseconds) / 1e18
    }

    /// The same length as a Foundation interval, for adding to a `Date`.
    package var timeInterval: TimeInterval { inSeconds }

    /// The shortest exact spelling in one unit: "90s", "5m", "48h", "7d"; parts of a second are cut.
    package var spelled: String {
        let seconds = components.seconds
        let units: [(seconds: Int64, name: String, least: Int64)] = [
            // 48h is how people say it; 2d would be read twice.
            (86_400, "d", 7 * 86_400), (3600, "h", 3600), (60, "m", 60),
        ]
        for unit in units where seconds >= unit.least && seconds % unit.seconds == 0 {
            return "\(seconds / unit.seconds)\(unit.name)"
        }
        return "\(seconds)s"
    }
}
