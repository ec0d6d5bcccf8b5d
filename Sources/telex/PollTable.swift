// What one round of polls came to, as a table for people.

import Aggregator
import FeedModel

/// A line for each source that was polled, and one for all.
struct PollTable {
    private var rows: [[String]] = []

    mutating func add(_ summary: PollSummary) {
        let counts = summary.counts
        rows.append([
            summary.sourceID.rawValue, summary.error ?? summary.storeError ?? summary.after.outcome.words,
            "\(counts.new)", "\(counts.joined)", "\(counts.revised)", "\(counts.unchanged)",
        ])
    }

    /// In order of source; nothing polled is said in a line.
    func lines(totals: PollTotals) -> [String] {
        guard !rows.isEmpty else { return ["nothing was due; --all polls every source"] }
        let counts = totals.counts
        let header = ["source", "result", "new", "joined", "revised", "unchanged"]
        let sum = [
            "\(totals.polls) polled",
            "\(totals.documents) read, \(totals.notModified) unchanged, \(totals.failures) failed",
            "\(counts.new)", "\(counts.joined)", "\(counts.revised)", "\(counts.unchanged)",
        ]
        return TextColumns.lines([header] + rows.sorted { $0[0] < $1[0] } + [sum], rightAligned: 2...)
    }
}

extension PollOutcome {
    /// As people say it.
    var words: String {
        switch self {
        case .never: "not polled"
        case .document: "read"
        case .notModified: "not modified"
        case .rateLimited: "told to wait"
        case .gone: "gone"
        case .failed: "failed"
        case .unreadable: "no feed"
        case .outage: "nothing reachable"
        }
    }
}

/// Columns padded to the widest cell of each.
enum TextColumns {
    static func lines(_ cells: [[String]], rightAligned: PartialRangeFrom<Int> = Int.max...) -> [String] {
        let rows = cells.map { $0.map(\.onOneLine) }
        let count = rows.map(\.count).max() ?? 0
        let widths = (0..<count).map { column in rows.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0 }
        return rows.map { row in
            let cells = row.enumerated().map { column, cell in
                let padding = String(repeating: " ", count: widths[column] - cell.count)
                return rightAligned.contains(column) ? padding + cell : cell + padding
            }
            let line = cells.joined(separator: "  ")
            return String(line.reversed().drop { $0 == " " }.reversed())
        }
    }
}
