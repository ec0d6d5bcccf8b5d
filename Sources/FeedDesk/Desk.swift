// The desk: who supplied an entry, what it is the same as, and which feeds carry it. Pure values in, values out; it
// reads no clock, no disk and no network.

package import FeedModel
package import FoundationEssentials

/// Everything the desk needs to decide: the configuration and the agencies it knows.
package struct Desk: Sendable {
    package let configuration: Configuration
    let agencies: AgencyTable

    package init(configuration: Configuration, agencies: AgencyTable = .shipped) {
        self.configuration = configuration
        self.agencies = agencies
    }

    /// The attribution of one entry of a source, or of a document alone when `source` is nil.
    package func attribute(_ entry: ParsedEntry, feedTitle: String?, source: Source?) -> Attribution {
        Attribution()
    }

    /// The entries of one poll as reports.
    package func reports(of feed: ParsedFeed, from source: Source, now: Date) -> [Report] {
        []
    }

    /// What the store must look up before `decide`.
    package func lookup(for reports: [Report]) -> ReportLookup {
        ReportLookup(identities: reports.map(\.identity), matchKeys: reports.compactMap(\.matchKey))
    }

    /// The verdicts of a poll and every write.
    package func decide(_ reports: [Report], from source: Source, known: KnownReports, now: Date) -> PollDecision {
        PollDecision()
    }

    /// Which merged feeds carry a story and by which rule not, one for each configured feed in its order.
    package func memberships(of record: StoryRecord, reports: [Report]) -> [FeedMembership] {
        []
    }
}

/// The frozen recipe that tells whether two headlines are the same.
package enum Headline {
    /// Changes whenever a headline could normalise differently.
    package static let version = 1
    /// The headline as it is compared.
    package static func normalise(_ title: String) -> String { title.lowercased() }
    /// 64 bits over the normalised headline; nil when nothing is left of it.
    package static func hash(_ title: String) -> TextHash? { nil }
}
