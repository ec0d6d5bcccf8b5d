// The desk: who supplied an entry, what it is the same as, and which feeds carry it. Pure values in, values out; it
// reads no clock, no disk and no network.

package import FeedModel
package import FoundationEssentials

/// Everything the desk needs to decide: the configuration, read once into rules, and the agencies it knows.
package struct Desk: Sendable {
    package let configuration: Configuration
    let attributor: Attributor
    /// Sources whose items never join another source's story.
    let isolatedSources: Set<SourceID>
    private let priorities: [SourceID: Int]
    private let selections: [FeedSelection]

    package init(configuration: Configuration, agencies: AgencyTable = .shipped) {
        self.configuration = configuration
        attributor = Attributor(agencies: agencies, home: configuration.attribution.home)
        isolatedSources = Set(configuration.sources.filter { !$0.dedup }.map(\.id))
        priorities = Dictionary(
            configuration.sources.map { ($0.id, $0.priority) },
            uniquingKeysWith: { first, _ in first }
        )
        selections = configuration.feeds.map(FeedSelection.init)
    }

    /// The attribution of one entry of a source, or of a document alone when `source` is nil.
    package func attribute(_ entry: ParsedEntry, feedTitle: String?, source: Source?) -> Attribution {
        attributor.attribute(entry, feedTitle: feedTitle, source: source)
    }

    /// The entries of one poll as reports, in document order. Where an entry stands twice in one document the first
    /// wins: feeds list the newest state of an entry first. Where entries have versions, the highest wins.
    package func reports(of feed: ParsedFeed, from source: Source, now: Date) -> [Report] {
        var seen: Set<String> = []
        var reports: [Report] = []
        let entries = EntryVersion.newest(of: feed.entries)
        for (entry, key) in zip(entries, IdentityRecipe.keys(of: entries)) where seen.insert(key).inserted {
            let attribution = attribute(entry, feedTitle: feed.title, source: source)
            let headline = entry.title ?? ""
            reports.append(
                Report(
                    identity: EntryIdentity(sourceID: source.id, key: key),
                    entry: entry,
                    attribution: attribution,
                    headlineHash: Headline.hash(headline),
                    matchKey: MatchKey.key(headline: headline, attribution: attribution),
                    fingerprint: ShownContent(entry, attribution).fingerprint,
                    firstSeen: now
                )
            )
        }
        return reports
    }

    /// What the store must look up before `decide`: the reports themselves, and whatever shares a match key with them.
    package func lookup(for reports: [Report]) -> ReportLookup {
        var seen: Set<TextHash> = []
        return ReportLookup(
            identities: reports.map(\.identity),
            matchKeys: reports.compactMap(\.matchKey).filter { seen.insert($0).inserted }
        )
    }

    /// The verdicts of a poll, one for each report in its order, and every write. Pure: the same reports against the
    /// same known values give the same decision, and a poll that brings nothing new gives an empty one.
    package func decide(_ reports: [Report], from source: Source, known: KnownReports, now: Date) -> PollDecision {
        var decider = PollDecider(desk: self, source: source, known: known, now: now)
        return decider.decide(reports)
    }

    /// Which merged feeds carry a story and by which rule not, one for each configured feed in its order. `reports` are
    /// all reports of the story.
    package func memberships(of record: StoryRecord, reports: [Report]) -> [FeedMembership] {
        selections.map { $0.membership(of: record, reports: reports, agencies: attributor.agencies) }
    }

    /// A source's priority; 0 for one the configuration does not have (any more).
    func priority(_ id: SourceID) -> Int {
        priorities[id] ?? 0
    }

    /// A source's own include and exclude rules.
    func rules(of source: Source) -> RuleSet {
        RuleSet(include: source.include, exclude: source.exclude)
    }
}
