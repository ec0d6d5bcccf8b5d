// Versions of an entry as wire formats print them: compared, never counted (Reuters' are 978556838, then 1542761538).

import FeedModel

enum EntryVersion {
    /// Whether one version comes before another: as numbers if both are, else as text.
    static func precedes(_ earlier: String, _ later: String) -> Bool {
        guard let one = digits(of: earlier), let other = digits(of: later) else {
            return earlier.utf8.lexicographicallyPrecedes(later.utf8)
        }
        return one.count != other.count ? one.count < other.count : one.lexicographicallyPrecedes(other)
    }

    /// Of any length, without zeros in front; nil for what is no number.
    private static func digits(of version: String) -> Substring.UTF8View.SubSequence? {
        let bytes = version[...].utf8
        guard !bytes.isEmpty, bytes.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return bytes.drop { $0 == 0x30 }
    }

    /// Why a report may not replace the stored one of the same identity; nil when it may. What comes late, from a second
    /// delivery or a file left in the folder, never overrules what is newer, and a mere reference no text.
    static func refusal(of report: Report, against stored: Report) -> String? {
        guard let known = stored.entry.version else { return nil }
        guard let version = report.entry.version, version != known else {
            let isReference = report.attribution.text.isEmpty && !report.isWithdrawn && !stored.isWithdrawn
            return isReference && !stored.attribution.text.isEmpty ? "no text, where version \(known) has one" : nil
        }
        return precedes(version, known) ? "version \(version), older than \(known)" : nil
    }

    /// The entries of one document without those that another of the same id is a newer version of, or has the text of.
    static func newest(of entries: [ParsedEntry]) -> [ParsedEntry] {
        guard entries.contains(where: { $0.version != nil }) else { return entries }
        var best: [String: ParsedEntry] = [:]
        for entry in entries {
            guard let id = entry.id, entry.version != nil else { continue }
            if let other = best[id], !overrules(entry, other) { continue }
            best[id] = entry
        }
        return entries.filter { entry in
            guard let id = entry.id, let newest = best[id] else { return true }
            return entry.version == nil ? hasText(entry) : entry == newest
        }
    }

    private static func overrules(_ entry: ParsedEntry, _ other: ParsedEntry) -> Bool {
        guard let version = entry.version, let known = other.version, version != known else {
            return hasText(entry) && !hasText(other)
        }
        return precedes(known, version)
    }

    private static func hasText(_ entry: ParsedEntry) -> Bool {
        entry.contentHTML != nil || entry.summaryHTML != nil
    }
}
