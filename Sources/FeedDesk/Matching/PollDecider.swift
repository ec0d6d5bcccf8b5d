// One poll decided: which reports make which stories, and every write that follows. Pure; the same reports and the same
// known values always give the same decision.

import FeedModel
import FoundationEssentials

/// Decides one poll of one source.
struct PollDecider {
    private let desk: Desk
    private let known: KnownReports
    private let now: Date
    private let intake: PollIntake
    private let summary: StorySummary
    private let records: [StoryID: StoryRecord]
    private let isolated: Set<SourceID>
    /// Ids of the stories this poll has founded so far.
    private var founded: Set<StoryID> = []

    init(desk: Desk, source: Source, known: KnownReports, now: Date) {
        self.desk = desk
        self.known = known
        self.now = now
        isolated = source.dedup ? desk.isolatedSources : desk.isolatedSources.union([source.id])
        let stored = Dictionary(known.reports.map { ($0.report.identity, $0) }, uniquingKeysWith: { first, _ in first })
        intake = PollIntake(
            known: stored,
            expired: known.expired,
            rules: desk.rules(of: source),
            agencies: desk.attributor.agencies,
            retention: desk.configuration.storage.retention,
            now: now
        )
        summary = StorySummary(priority: desk.priority, now: now)
        records = Dictionary(known.stories.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    mutating func decide(_ reports: [Report]) -> PollDecision {
        var decision = PollDecision()
        var nodes = StoryNodes(known: known.reports)
        // Where in the poll a node comes from.
        var places: [Int: Int] = [:]
        var seen: Set<EntryIdentity> = []
        for (place, report) in reports.enumerated() {
            guard seen.insert(report.identity).inserted else {
                decision.verdicts.append(.dropped(reason: "the same entry stands in this document already"))
                continue
            }
            switch intake.kind(of: report) {
            case .dropped(let reason):
                decision.verdicts.append(.dropped(reason: reason))
            case .unchanged:
                decision.verdicts.append(.unchanged)
            case .revised(let revised, let changes):
                decision.verdicts.append(.revised(reason: Self.reason(revised, changes)))
                if let index = nodes.revise(revised, changes: changes) { places[index] = place }
            case .new:
                // The true verdict follows once its story is known.
                decision.verdicts.append(.new(reason: ""))
                places[nodes.add(report)] = place
            }
        }
        nodes.link(by: HeadlineTier(window: desk.configuration.dedup.window), isolated: isolated)
        for group in nodes.groups() { settle(group, in: nodes, places: places, decision: &decision) }
        sort(&decision, nodes: nodes, places: places)
        return decision
    }

    private static func reason(_ report: Report, _ changes: [String]) -> String {
        if report.isWithdrawn { return "withdrawn by its source: status \(report.entry.status?.rawValue ?? "")" }
        return changes.isEmpty ? "matching rules renewed" : "changed: \(changes.joined(separator: ", "))"
    }

    /// Writes what one group of reports makes of its story, if anything changed.
    private mutating func settle(_ group: [Int], in nodes: StoryNodes, places: [Int: Int], decision: inout PollDecision)
    {
        let storyIDs = Set(group.compactMap { nodes[$0].storyID })
        guard group.contains(where: { nodes[$0].isTouched }) || storyIDs.count > 1 else { return }
        let reports = group.map { nodes[$0].report }
        let survivor = storyIDs.compactMap { records[$0] }.min {
            $0.published != $1.published ? $0.published < $1.published : $0.id < $1.id
        }
        let founder = reports.min(by: ReportOrder.byDate)
        guard let founder, var record = survivor ?? newRecord(foundedBy: founder, of: reports, storyIDs)
        else {
            return
        }
        let before = survivor
        record = summary.filled(record, from: reports)
        for index in group {
            let node = nodes[index]
            if node.storyID == nil, let place = places[index] {
                let isFounder = survivor == nil && node.report.identity == founder.identity
                decision.verdicts[place] = isFounder ? newVerdict(node.report) : joined(index, nodes, record.id)
            }
            guard node.isTouched || node.storyID != record.id else { continue }
            let verdict = places[index].map { decision.verdicts[$0] }
            decision.reports.append(ReportWrite(report: node.report, storyID: record.id, verdict: verdict))
        }
        decision.absorbed += storyIDs.filter { $0 != record.id }
        finish(record, before: before, group: group, nodes: nodes, decision: &decision)
    }

    /// A story that is stored without its record is given one under its own id.
    private mutating func newRecord(
        foundedBy founder: Report,
        of reports: [Report],
        _ storyIDs: Set<StoryID>
    ) -> StoryRecord? {
        let id =
            storyIDs.min()
            ?? StoryIDRecipe.id(foundedBy: founder.identity) { records[$0] != nil || founded.contains($0) }
        founded.insert(id)
        return summary.record(id: id, of: reports)
    }

    /// Sets `updated` and `modified`, and writes the story unless no reader could tell the difference.
    private func finish(
        _ record: StoryRecord,
        before: StoryRecord?,
        group: [Int],
        nodes: StoryNodes,
        decision: inout PollDecision
    ) {
        var record = record
        let reports = group.map { nodes[$0].report }.sorted(by: ReportOrder.byDate)
        if let before {
            let isShownRevised = group.contains { index in
                nodes[index].report.identity == record.preferred && nodes[index].changes.contains(where: Self.isText)
            }
            // Another report coming to be shown is no revision; only the shown report's own new text is.
            if isShownRevised, before.preferred == record.preferred { record.updated = max(now, record.published) }
            let memberships = desk.memberships(of: record, reports: reports)
            guard isVisible(record, before, group, nodes) || memberships != formerMemberships(before, group, nodes)
            else {
                return
            }
            record.modified = now
            decision.stories.append(StoryWrite(record: record, memberships: memberships))
        } else {
            let memberships = desk.memberships(of: record, reports: reports)
            decision.stories.append(StoryWrite(record: record, memberships: memberships))
        }
    }

    private static func isText(_ change: String) -> Bool {
        change == "headline" || change == "text"
    }

    /// Whether anything of the story that is published differs: its record, the set of its reports, what the shown
    /// report says, or what the list of reports says of another.
    private func isVisible(_ record: StoryRecord, _ before: StoryRecord, _ group: [Int], _ nodes: StoryNodes) -> Bool {
        if record != before { return true }
        let listed: Set<String> = ["headline", "link", "credits", "status"]
        return group.contains { index in
            let node = nodes[index]
            if node.storyID != record.id { return true }
            let changes = node.report.identity == record.preferred ? node.changes : node.changes.filter(listed.contains)
            return !changes.isEmpty
        }
    }

    private func formerMemberships(_ before: StoryRecord, _ group: [Int], _ nodes: StoryNodes) -> [FeedMembership] {
        let reports = group.compactMap { intake.known[nodes[$0].report.identity]?.report }
        return desk.memberships(of: before, reports: reports.sorted(by: ReportOrder.byDate))
    }
}

// MARK: - Verdicts and order

extension PollDecider {
    private func newVerdict(_ report: Report) -> Verdict {
        report.matchKey == nil
            ? .new(reason: "no headline to match by")
            : .new(reason: "no other report with this headline within \(desk.configuration.dedup.window.spelled)")
    }

    private func joined(_ index: Int, _ nodes: StoryNodes, _ id: StoryID) -> Verdict {
        guard let link = nodes.closestLink(of: index) else { return .joined(id, reason: "same story") }
        let other = nodes[link.other(than: index)].report
        let gap = abs(nodes[index].report.date.timeIntervalSince(other.date))
        let apart = Duration.seconds(Int64(exactly: gap.rounded()) ?? 0).spelled
        return .joined(
            id,
            reason: "\(link.evidence) as \(other.identity.sourceID) \(other.identity.key), \(apart) apart"
        )
    }

    /// Writes in the order of the poll, regrouped reports after them; stories by id. Nothing hangs on hashing order.
    private func sort(_ decision: inout PollDecision, nodes: StoryNodes, places: [Int: Int]) {
        var order: [EntryIdentity: Int] = [:]
        for (index, place) in places { order[nodes[index].report.identity] = place }
        decision.reports.sort { left, right in
            let (one, other) = (order[left.report.identity] ?? .max, order[right.report.identity] ?? .max)
            return one != other ? one < other : left.report.identity < right.report.identity
        }
        decision.stories.sort { $0.record.id < $1.record.id }
        decision.absorbed.sort()
    }
}
