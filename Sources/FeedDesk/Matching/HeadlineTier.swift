// Tier one: the same match key within the window. Single linkage over sorted dates, so which reports end up together
// depends on the reports alone and not on the order in which they came.

import FeedModel
import FoundationEssentials

/// Links between reports with the same headline.
struct HeadlineTier {
    /// Reports with the same key chain as long as each follows the one before within this.
    let window: Duration

    /// A report as tier one sees it.
    struct Candidate {
        var report: Report
        /// Reports link within their pool only: a source that does not dedup has a pool of its own.
        var pool: StoryPool
    }

    /// Links between neighbours in time; chains follow from them.
    func links(among candidates: [Candidate]) -> [StoryLink] {
        var groups: [Key: [Int]] = [:]
        for (index, candidate) in candidates.enumerated() {
            guard let key = candidate.report.matchKey else { continue }
            groups[Key(pool: candidate.pool, match: key), default: []].append(index)
        }
        var links: [StoryLink] = []
        for indexes in groups.values {
            let sorted = indexes.sorted { ReportOrder.byDate(candidates[$0].report, candidates[$1].report) }
            for (earlier, later) in zip(sorted, sorted.dropFirst()) {
                let gap = candidates[later].report.date.timeIntervalSince(candidates[earlier].report.date)
                guard gap <= window.timeInterval else { continue }
                links.append(StoryLink(first: earlier, second: later, evidence: evidence(candidates[later].report)))
            }
        }
        return links
    }

    private struct Key: Hashable {
        var pool: StoryPool
        var match: TextHash
    }

    private func evidence(_ report: Report) -> String {
        let words = Headline.normalise(report.entry.title ?? "").split(separator: " ").count
        guard words < MatchKey.wordsThatTell else { return "same headline" }
        return report.attribution.places.isEmpty ? "same headline and first sentence" : "same headline and place"
    }
}

/// Among which reports a report may find its story.
enum StoryPool: Hashable {
    case shared
    case only(SourceID)
}
