// A store in memory, for tests that poll: it keeps what decisions write, answers look-ups as the real one promises, and
// checks what must hold after every poll.

import FeedModel
import FoundationEssentials
import Testing

@testable import FeedDesk

/// Reports and stories as decisions leave them.
struct Newsroom {
    var desk: Desk
    private(set) var reports: [EntryIdentity: StoredReport] = [:]
    private(set) var stories: [StoryID: StoryWrite] = [:]
    private(set) var expired: Set<EntryIdentity> = []
    /// Every story id ever given, with its published date.
    private(set) var published: [StoryID: Date] = [:]

    init(_ configuration: Configuration) {
        desk = Desk(configuration: configuration)
    }

    /// One poll, committed.
    @discardableResult
    mutating func poll(_ source: Source, _ entries: [ParsedEntry], now: Date) -> PollDecision {
        var feed = ParsedFeed(format: .rss20)
        feed.entries = entries
        let polled = desk.reports(of: feed, from: source, now: now)
        let decision = desk.decide(polled, from: source, known: lookUp(desk.lookup(for: polled)), now: now)
        #expect(decision.verdicts.count == polled.count)
        commit(decision)
        return decision
    }

    /// Everything tied to the wanted reports by story or match key, as far as that leads.
    private func lookUp(_ lookup: ReportLookup) -> KnownReports {
        var found: Set<EntryIdentity> = Set(lookup.identities)
        var keys = Set(lookup.matchKeys)
        var ids: Set<StoryID> = []
        while true {
            let before = (found.count, keys.count, ids.count)
            for (identity, stored) in reports {
                let isTied = stored.report.matchKey.map(keys.contains) ?? false
                guard found.contains(identity) || ids.contains(stored.storyID) || isTied else { continue }
                found.insert(identity)
                ids.insert(stored.storyID)
                if let key = stored.report.matchKey { keys.insert(key) }
            }
            if before == (found.count, keys.count, ids.count) { break }
        }
        return KnownReports(
            reports: found.compactMap { reports[$0] },
            stories: ids.compactMap { stories[$0]?.record },
            expired: expired.intersection(lookup.identities)
        )
    }

    private mutating func commit(_ decision: PollDecision) {
        for write in decision.reports {
            reports[write.report.identity] = StoredReport(report: write.report, storyID: write.storyID)
        }
        for id in decision.absorbed {
            #expect(stories.removeValue(forKey: id) != nil, "absorbed a story that was not there")
        }
        for write in decision.stories {
            let id = write.record.id
            if let before = stories[id]?.record {
                #expect(before.published == write.record.published, "published moved")
                #expect(before.updated <= write.record.updated, "updated went back")
            } else {
                #expect(published[id] == nil, "an id was given twice")
            }
            published[id] = write.record.published
            #expect(write.record.updated >= write.record.published)
            stories[id] = write
        }
        checkTies()
    }

    private func checkTies() {
        let used = Set(reports.values.map(\.storyID))
        #expect(used == Set(stories.keys), "stories without reports, or reports without a story")
        for (id, write) in stories {
            #expect(reports[write.record.preferred]?.storyID == id, "a story shows a report of another")
        }
    }

    /// Removes what is older, as retention does.
    mutating func retain(after cutoff: Date) {
        for (identity, stored) in reports where stored.report.date < cutoff {
            reports[identity] = nil
            expired.insert(identity)
        }
        let used = Set(reports.values.map(\.storyID))
        stories = stories.filter { used.contains($0.key) }
    }

    /// What must not depend on the order of arrival: each story's reports, credits, places and scope.
    var outcome: Set<Outcome> {
        Set(
            Dictionary(grouping: reports.values, by: \.storyID).compactMap { id, members in
                stories[id].map { write in
                    Outcome(
                        reports: Set(members.map(\.report.identity)),
                        preferred: write.record.preferred,
                        agencies: write.record.agencies,
                        places: write.record.places,
                        isForeign: write.record.isForeign,
                        feeds: write.memberships.filter(\.isIncluded).map(\.feedID)
                    )
                }
            }
        )
    }

    func story(of identity: EntryIdentity) -> StoryWrite? {
        reports[identity].flatMap { stories[$0.storyID] }
    }
}

/// A story without what time and order may decide.
struct Outcome: Hashable {
    var reports: Set<EntryIdentity>
    var preferred: EntryIdentity
    var agencies: [AgencyCode]
    var places: [String]
    var isForeign: Bool?
    var feeds: [String]
}

// MARK: - Material

/// 24 January 2026, 10:00 UTC.
let noon = Date(timeIntervalSince1970: 1_769_248_800)

extension Source {
    static func test(_ id: SourceID, priority: Int = 0, dedup: Bool = true) -> Source {
        var source = Source(id: id, url: "https://\(id).example.nl/rss", interval: .seconds(300))
        source.priority = priority
        source.dedup = dedup
        return source
    }
}

extension ParsedEntry {
    /// `minutes` after `noon`.
    static func test(_ id: String?, _ title: String, _ summary: String = "", minutes: Double? = 0) -> ParsedEntry {
        var entry = ParsedEntry()
        entry.id = id
        entry.url = id.map { "https://news.example.nl/\($0)" }
        entry.title = title
        entry.summaryHTML = summary
        entry.published = minutes.map { noon.addingTimeInterval($0 * 60) }
        return entry
    }
}
