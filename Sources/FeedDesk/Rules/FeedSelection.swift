// Which merged feeds carry a story, and the rule that lets it in or keeps it out, in words.

import FeedModel

/// One merged feed's conditions, read once.
struct FeedSelection: Sendable {
    private let feed: MergedFeed
    private let rules: RuleSet

    init(_ feed: MergedFeed) {
        self.feed = feed
        rules = RuleSet(include: feed.include, exclude: feed.exclude)
    }

    func membership(of record: StoryRecord, reports: [Report], agencies: AgencyTable) -> FeedMembership {
        let (isIncluded, reason) = decide(record, reports, agencies)
        return FeedMembership(feedID: feed.id, isIncluded: isIncluded, reason: reason)
    }

    private func decide(_ record: StoryRecord, _ reports: [Report], _ agencies: AgencyTable) -> (Bool, String) {
        let standing = reports.filter { !$0.isWithdrawn }
        guard !standing.isEmpty else { return (false, "withdrawn by its source") }
        let carried = standing.filter { feed.takes($0.identity.sourceID) }
        guard !carried.isEmpty else { return (false, "none of its sources is in sources \(feed.sources)") }
        guard let scopeReason = scopeReason(record, standing) else { return (false, scopeRefusal(record, standing)) }
        guard !rules.isEmpty else { return (true, scopeReason) }
        switch rules.answer(carried.flatMap { $0.ruleFields(agencies: agencies) }) {
        case .passes(let reason): return (true, [scopeReason, reason].compactMap { $0 }.joined(separator: "; "))
        case .keptOut(let reason): return (false, reason)
        }
    }

    /// Nil when the scope keeps the story out. Without evidence a story is in neither a foreign nor a domestic feed.
    private func scopeReason(_ record: StoryRecord, _ reports: [Report]) -> String? {
        switch feed.scope {
        case .all, .auto: "scope all"
        case .foreign: record.isForeign == true ? "foreign: \(evidence(record, reports))" : nil
        case .domestic: record.isForeign == false ? "domestic: \(evidence(record, reports))" : nil
        }
    }

    private func scopeRefusal(_ record: StoryRecord, _ reports: [Report]) -> String {
        switch record.isForeign {
        case true?: "scope \(feed.scope.rawValue), but foreign: \(evidence(record, reports))"
        case false?: "scope \(feed.scope.rawValue), but domestic: \(evidence(record, reports))"
        case nil: "scope \(feed.scope.rawValue), but nothing tells whether it is foreign"
        }
    }

    private func evidence(_ record: StoryRecord, _ reports: [Report]) -> String {
        let shown = reports.first { $0.identity == record.preferred }
        let witness = ([shown].compactMap { $0 } + reports).first { $0.attribution.isForeign == record.isForeign }
        return witness?.attribution.scopeReason ?? "as stored"
    }
}
