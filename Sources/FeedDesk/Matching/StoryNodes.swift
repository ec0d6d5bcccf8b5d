// The reports a poll is decided on, known and new, with what ties them together.

import FeedModel
import FoundationEssentials

/// Known reports, revised where the poll says so, and new ones; and the links between them.
struct StoryNodes {
    /// One report in the decision.
    struct Node {
        var report: Report
        /// The story it is stored in; nil when it is new.
        var storyID: StoryID?
        /// What its revision changed; empty for a report that is not revised.
        var changes: [String] = []
        /// New or revised: it has to be written.
        var isTouched = false
    }

    private var nodes: [Node]
    private var indexes: [EntryIdentity: Int] = [:]
    private var links: [StoryLink] = []
    /// For each node, indexes into `links`: looking through all of them for each would take quadratic time.
    private var linksOfNode: [Int: [Int]] = [:]

    init(known: [StoredReport]) {
        nodes = []
        // The order of a look-up must not show in a decision.
        for stored in known.sorted(by: { $0.report.identity < $1.report.identity })
        where indexes[stored.report.identity] == nil {
            indexes[stored.report.identity] = nodes.count
            nodes.append(Node(report: stored.report, storyID: stored.storyID))
        }
    }

    subscript(index: Int) -> Node { nodes[index] }

    /// Adds a new report; returns its index.
    mutating func add(_ report: Report) -> Int {
        indexes[report.identity] = nodes.count
        nodes.append(Node(report: report, storyID: nil, isTouched: true))
        return nodes.count - 1
    }

    /// Puts a revision in the place of the known report; returns its index.
    mutating func revise(_ report: Report, changes: [String]) -> Int? {
        guard let index = indexes[report.identity] else { return nil }
        nodes[index].report = report
        nodes[index].changes = changes
        nodes[index].isTouched = true
        return index
    }

    /// Finds the links between reports. Each tier adds its own; what a tier may not link it does not see.
    mutating func link(by tier: HeadlineTier, isolated: Set<SourceID>) {
        let mixed = mixedStories()
        let candidates = nodes.map { node in
            let source = node.report.identity.sourceID
            // A story that was told together before its source was set apart stays together, and stays shared.
            let isApart = isolated.contains(source) && !(node.storyID.map(mixed.contains) ?? false)
            return HeadlineTier.Candidate(report: node.report, pool: isApart ? .only(source) : .shared)
        }
        for link in tier.links(among: candidates) {
            linksOfNode[link.first, default: []].append(links.count)
            linksOfNode[link.second, default: []].append(links.count)
            links.append(link)
        }
    }

    /// Reports tied by a link or stored in one story: a revised report stays in its story.
    func groups() -> [[Int]] {
        var groups = StoryGroups(count: nodes.count)
        var first: [StoryID: Int] = [:]
        for (index, node) in nodes.enumerated() {
            guard let id = node.storyID else { continue }
            if let other = first[id] { groups.join(other, index) } else { first[id] = index }
        }
        for link in links { groups.join(link.first, link.second) }
        return groups.members()
    }

    /// The link to the report nearest in time.
    func closestLink(of index: Int) -> StoryLink? {
        linksOfNode[index, default: []].map { links[$0] }.min { left, right in
            let (one, other) = (gap(left), gap(right))
            if one != other { return one < other }
            return nodes[left.other(than: index)].report.identity < nodes[right.other(than: index)].report.identity
        }
    }

    private func gap(_ link: StoryLink) -> Double {
        abs(nodes[link.first].report.date.timeIntervalSince(nodes[link.second].report.date))
    }

    /// Stories that hold reports of more than one source.
    private func mixedStories() -> Set<StoryID> {
        var sources: [StoryID: SourceID] = [:]
        var mixed: Set<StoryID> = []
        for node in nodes {
            guard let id = node.storyID else { continue }
            let source = node.report.identity.sourceID
            if let other = sources[id], other != source { mixed.insert(id) } else { sources[id] = source }
        }
        return mixed
    }
}
