// Collects the status report from the configuration, the store and the daemon.

import FeedModel
import FeedPublishing
import FeedStorage
import FoundationEssentials

extension StatusReport {
    /// The daemon at `now`. Throws `StoreError`.
    init(of site: Site, daemon: DaemonState, store: FeedStore, now: Date) async throws {
        let statuses = try await store.sourceStatuses(now: now)
        let byID = Dictionary(statuses.map { ($0.state.sourceID, $0) }, uniquingKeysWith: { $1 })
        let sources = site.sources.map { source in
            let status = byID[source.id]
            return SourceReport(
                source,
                state: status?.state ?? PollState(sourceID: source.id),
                counts: status?.counts ?? SourceCounts(),
                now: now
            )
        }
        let totals = try await store.totals()
        self.init(
            version: daemon.version,
            started: daemon.started,
            now: now,
            outage: daemon.isOutage,
            problem: daemon.problem,
            totals: StatusTotals(
                sources: site.sources.count,
                items: totals.items,
                stories: totals.stories,
                duplicates: totals.duplicates,
                polls: daemon.polls
            ),
            sources: sources,
            feeds: try await Self.feeds(of: site, store: store, now: now)
        )
    }

    private static func feeds(of site: Site, store: FeedStore, now: Date) async throws -> [FeedReport] {
        var reports: [FeedReport] = []
        for feed in site.feeds {
            let cutoff = now.addingTimeInterval(-feed.maxAge.timeInterval)
            let state = try await store.feedState(feed.id)
            reports.append(
                FeedReport(
                    id: feed.id,
                    title: feed.title,
                    url: "\(site.baseURL)/\(feed.id)",
                    stories: try await store.storyCount(in: feed.id, publishedAfter: cutoff),
                    lastChange: state.changeNumber == 0 ? nil : state.changedAt
                )
            )
        }
        return reports
    }
}
