// What is worth a line in the log: news, and changes of state. Everything else is for debug.

import FeedModel
import FoundationEssentials
import Logging

/// Writes one line for each poll. Never an address: it may hold a password.
struct PollLog: Sendable {
    let logger: Logger

    func log(_ summary: PollSummary) {
        if let problem = summary.storeError {
            logger.error("poll not stored", metadata: ["source.id": "\(summary.sourceID)", "error": "\(problem)"])
        }
        if let change = summary.outage { log(change) }
        let (level, message) = line(for: summary)
        logger.log(level: level, message, metadata: metadata(of: summary))
    }

    private func log(_ change: OutageChange) {
        switch change {
        case .began:
            logger.warning("no source can be reached: taken for an outage of our own network")
        case .ended(let since):
            logger.notice("sources can be reached again", metadata: ["outage.since": "\(HTTPDate.format(since))"])
        }
    }

    private func line(for summary: PollSummary) -> (Logger.Level, Logger.Message) {
        let after = summary.after
        if summary.isInterrupted { return (.debug, "poll broken off") }
        switch after.outcome {
        case .outage: return (.debug, "source out of reach")
        case .gone: return (.warning, "source is gone, polling has stopped")
        case .failed, .rateLimited, .unreadable:
            let message: Logger.Message = after.failures == 1 ? "source fails" : "source still fails"
            return (Self.isWorthSaying(failures: after.failures) ? .warning : .debug, message)
        case .never, .document, .notModified:
            if summary.before.failures > 0 { return (.notice, "source works again") }
            return (summary.counts.hasChanges ? .info : .debug, "poll")
        }
    }

    /// The first, the second, the fourth, the eighth …
    private static func isWorthSaying(failures: Int) -> Bool {
        failures > 0 && failures & (failures - 1) == 0
    }

    private func metadata(of summary: PollSummary) -> Logger.Metadata {
        let after = summary.after
        var metadata: Logger.Metadata = [
            "source.id": "\(summary.sourceID)",
            "poll.outcome": "\(after.outcome.rawValue)",
            "poll.seconds": "\(Self.rounded(summary.seconds))",
            "poll.bytes": "\(summary.bytes)",
        ]
        if let status = after.httpStatus { metadata["http.status"] = "\(status)" }
        if !after.nextPollReason.isEmpty { metadata["poll.next"] = "\(after.nextPollReason)" }
        if after.failures > 0 { metadata["source.failures"] = "\(after.failures)" }
        if let error = summary.error { metadata["error"] = "\(error)" }
        let counts = summary.counts
        let entries = [
            ("new", counts.new), ("joined", counts.joined), ("revised", counts.revised), ("dropped", counts.dropped),
        ]
        for (kind, count) in entries where count > 0 { metadata["entry.\(kind)"] = "\(count)" }
        return metadata
    }

    private static func rounded(_ seconds: Double) -> Double { (seconds * 1000).rounded() / 1000 }
}
