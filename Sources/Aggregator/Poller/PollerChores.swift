// What has to be done now and then beside the polls: forgetting old reports, giving memory back.

import FeedFetching
import FeedModel
import FeedStorage
import FoundationEssentials
import Logging

/// When which chore was last done.
struct PollerChores: Sendable {
    private var nextRetention: Date
    private var lastTrim: Date
    private var parsedSinceTrim = false

    private static let retentionRhythm: Duration = .seconds(3600)
    /// Freed memory goes back to the system at a quiet moment after a minute, and at any after five.
    private static let trimRhythm: Duration = .seconds(60)
    private static let longestWithoutTrim: Duration = .seconds(300)

    init(now: Date) {
        nextRetention = now
        lastTrim = now
    }

    /// A document has been parsed: there is something to give back.
    mutating func parsed() {
        parsedSinceTrim = true
    }

    /// Does what is due. Retention goes on beside the polls.
    mutating func look(_ parts: PollerParts, isIdle: Bool, now: Date, in group: inout DiscardingTaskGroup) {
        if now >= nextRetention {
            nextRetention = now + Self.retentionRhythm.timeInterval
            group.addTask { await Self.retain(parts, now: now) }
        }
        let wait = isIdle ? Self.trimRhythm : Self.longestWithoutTrim
        if parsedSinceTrim, now.timeIntervalSince(lastTrim) >= wait.timeInterval {
            parsedSinceTrim = false
            lastTrim = now
            FreedMemory.returnToSystem()
        }
    }

    private static func retain(_ parts: PollerParts, now: Date) async {
        let retention = parts.rules.current.configuration.storage.retention.timeInterval
        do throws(StoreError) {
            let count = try await parts.store.retain(after: now - retention, now: now)
            if count > 0 { parts.logger.info("old entries removed", metadata: ["entry.removed": "\(count)"]) }
        } catch .cancelled {
            // The end of the daemon; the next start goes on.
        } catch {
            parts.logger.error("old entries not removed", metadata: ["error": "\(error)"])
        }
    }
}
