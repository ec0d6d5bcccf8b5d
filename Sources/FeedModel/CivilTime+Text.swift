// Moments as documents and logs write them, always UTC.

extension CivilTime {
    /// RFC 3339: `2026-01-24T10:02:00Z`.
    package var rfc3339: String { "\(Self.padded(year, 4))-\(Self.padded(month))-\(Self.padded(day))T\(timeOfDay)Z" }

    /// `10:02:00`.
    package var timeOfDay: String { "\(clock):\(Self.padded(second))" }

    /// `10:02`.
    package var clock: String { "\(Self.padded(hour)):\(Self.padded(minute))" }

    /// With leading zeros.
    static func padded(_ number: Int, _ width: Int = 2) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
