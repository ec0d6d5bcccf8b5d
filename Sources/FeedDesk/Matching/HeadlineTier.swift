// Tier one: the same match key within the window, and within one source texts that agree too. Whether two reports are
// linked depends on these two alone, so which end up together depends on the reports and not on the order in which
// they came.

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

    /// Links between neighbours in time; everything else that belongs together follows from them.
    func links(among candidates: [Candidate]) -> [StoryLink] {
        var groups: [Key: [Int]] = [:]
        for (index, candidate) in candidates.enumerated() {
            guard let key = candidate.report.matchKey else { continue }
            groups[Key(pool: candidate.pool, match: key), default: []].append(index)
        }
        var links: [StoryLink] = []
        for indexes in groups.values where indexes.count > 1 {
            let sorted = indexes.sorted { ReportOrder.byDate(candidates[$0].report, candidates[$1].report) }
            let reports = sorted.map { candidates[$0].report }
            for (earlier, later) in Self.neighbours(among: reports) {
                let gap = reports[later].date.timeIntervalSince(reports[earlier].date)
                guard gap <= window.timeInterval else { continue }
                let evidence = evidence(reports[earlier], reports[later])
                links.append(StoryLink(first: sorted[earlier], second: sorted[later], evidence: evidence))
            }
        }
        return links
    }

    private struct Key: Hashable {
        var pool: StoryPool
        var match: TextHash
    }

    /// For reports in order of date, the pairs that may be linked: each with the nearest of another source before and
    /// after it, and with the nearest of its own source that agrees. Whatever two reports may be linked, a chain of
    /// these joins them, none of its gaps wider than theirs: so not all pairs have to be looked at.
    private static func neighbours(among reports: [Report]) -> [(earlier: Int, later: Int)] {
        var pairs: [(earlier: Int, later: Int)] = []
        var bySource: [SourceID: [Int]] = [:]
        // The last stretch of reports of one source, and the last report before it.
        var stretch = 0
        for index in reports.indices {
            let source = reports[index].identity.sourceID
            bySource[source, default: []].append(index)
            guard index > 0 else { continue }
            if reports[index - 1].identity.sourceID != source {
                for waiting in stretch..<index { pairs.append((waiting, index)) }
                stretch = index
            } else if stretch > 0 {
                pairs.append((stretch - 1, index))
            }
        }
        for indexes in bySource.values where indexes.count > 1 {
            let leads = indexes.map { ComparableLead(reports[$0].attribution.lead) }
            pairs += ComparableLead.agreeing(leads).map { (indexes[$0.earlier], indexes[$0.later]) }
        }
        return pairs
    }

    private func evidence(_ earlier: Report, _ later: Report) -> String {
        if earlier.identity.sourceID == later.identity.sourceID { return "same headline and text" }
        let words = Headline.normalise(later.entry.title ?? "").split(separator: " ").count
        guard words < MatchKey.wordsThatTell else { return "same headline" }
        return later.attribution.places.isEmpty ? "same headline and first sentence" : "same headline and place"
    }
}

/// Among which reports a report may find its story.
enum StoryPool: Hashable {
    case shared
    case only(SourceID)
}
