// Sizes as people write them in a configuration: "10MiB", "512KiB", "1MB". Bare numbers are refused, as for durations.

/// Reads and spells byte counts.
enum ByteCount {
    private static let units: [(name: String, bytes: Int)] = [
        ("GiB", 1_073_741_824), ("GB", 1_000_000_000), ("MiB", 1_048_576), ("MB", 1_000_000), ("KiB", 1024),
        ("kB", 1000), ("KB", 1000), ("B", 1),
    ]

    /// The number of bytes, or nil when the text is not a whole number with a unit.
    static func read(_ text: String) -> Int? {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        guard let count = Int(digits), let unit = units.first(where: { $0.name == text.dropFirst(digits.count) })
        else { return nil }
        let (bytes, overflowed) = count.multipliedReportingOverflow(by: unit.bytes)
        return overflowed ? nil : bytes
    }

    /// The shortest exact spelling in one unit.
    static func spelled(_ bytes: Int) -> String {
        let unit = units.first { $0.name.contains("i") && bytes >= $0.bytes && bytes % $0.bytes == 0 }
        return unit.map { "\(bytes / $0.bytes)\($0.name)" } ?? "\(bytes)B"
    }

    /// How to write what was probably meant; empty when nobody can tell.
    static func suggestions(for text: String) -> [String] {
        let folded = text.lowercased().filter { $0 != " " }
        if let bytes = Int(folded), bytes >= 0 {
            let spelled = spelled(bytes)
            return spelled == "\(bytes)B" ? [spelled] : ["\(bytes)B", spelled]
        }
        let digits = folded.prefix { $0.isASCII && $0.isNumber }
        let name = folded.dropFirst(digits.count)
        let exact = units.first { $0.name.lowercased() == name }
        let short = units.first { $0.name.lowercased() == name + "ib" }
        return (exact ?? short).map { ["\(digits)\($0.name)"] } ?? []
    }
}
