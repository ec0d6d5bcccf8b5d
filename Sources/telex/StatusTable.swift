// `telex status` in columns.

import FeedModel
import FeedPublishing
import FoundationEssentials

/// The daemon's answer as a table.
enum StatusTable {
    static func lines(of report: StatusReport) -> [String] {
        var lines: [String] = []
        if let problem = report.problem { lines.append("PROBLEM: \(problem.onOneLine)") }
        if report.outage { lines.append("OUTAGE: nothing can be reached; is this machine's network down?") }
        let header = ["source", "state", "last poll", "next poll", "why then", "items", "duplicates", "last error"]
        let rows = report.sources.map { row(of: $0, now: report.now) }
        lines += TextColumns.lines([header] + rows)
        let totals = report.totals
        lines.append(
            "\(totals.sources) sources, \(totals.items) items in \(totals.stories) stories, "
                + "\(totals.duplicates) duplicates, \(totals.polls) polls since \(ago(report.started, at: report.now))"
        )
        return lines
    }

    private static func row(of source: SourceReport, now: Date) -> [String] {
        [
            source.id.rawValue, source.state.rawValue, source.lastPoll.map { ago($0, at: now) } ?? "never",
            source.nextPoll.map { ahead($0, at: now) } ?? "never", source.nextPollReason, "\(source.items)",
            "\(source.duplicates)", source.lastError ?? "",
        ]
    }

    private static func ago(_ date: Date, at now: Date) -> String {
        "\(length(now.timeIntervalSince(date))) ago"
    }

    private static func ahead(_ date: Date, at now: Date) -> String {
        date <= now ? "now" : "in \(length(date.timeIntervalSince(now)))"
    }

    /// One unit is enough to see whether all is well.
    private static func length(_ interval: TimeInterval) -> String {
        let seconds = Int(min(max(interval, 0), 1e9))
        if seconds < 120 { return "\(seconds)s" }
        if seconds < 7200 { return "\(seconds / 60)m" }
        return seconds < 172_800 ? "\(seconds / 3600)h" : "\(seconds / 86_400)d"
    }
}
