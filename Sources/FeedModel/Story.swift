// A story: the group of reports that carry the same news, and what the world sees of it.

package import FoundationEssentials

/// What is stored of a story besides its reports.
package struct StoryRecord: Sendable, Equatable {
    package var id: StoryID
    /// Set when the story is first stored; never moves.
    package var published: Date
    /// Moves only when a reader would want to see the story again. Never before `published`.
    package var updated: Date
    /// When anything a reader can see last changed, credits and further reports included.
    package var modified: Date
    /// The report whose text the story shows.
    package var preferred: EntryIdentity
    /// The union over all reports, in order of first credit.
    package var agencies: [AgencyCode]
    /// The union over all reports, in order of first mention.
    package var places: [String]
    package var isForeign: Bool?

    package init(
        id: StoryID,
        published: Date,
        updated: Date,
        modified: Date,
        preferred: EntryIdentity,
        agencies: [AgencyCode],
        places: [String],
        isForeign: Bool?
    ) {
        self.id = id
        self.published = published
        self.updated = updated
        self.modified = modified
        self.preferred = preferred
        self.agencies = agencies
        self.places = places
        self.isForeign = isForeign
    }
}

/// A story as it is read back for publishing.
package struct Story: Sendable, Equatable {
    package var record: StoryRecord
    /// In order of date, then identity; never empty.
    package var reports: [Report]

    package init(record: StoryRecord, reports: [Report]) {
        self.record = record
        self.reports = reports
    }

    package var id: StoryID { record.id }

    /// The report whose text is shown; nil only for a story without reports, which the store never returns.
    package var shown: Report? {
        reports.first { $0.identity == record.preferred } ?? reports.first
    }

    /// The shown report's headline.
    package var headline: String { shown?.entry.title ?? "" }

    /// Places and credits in the form of a wire dateline, `GENÈVE (ANP/RTR/AFP)`; nil when there is neither place
    /// nor agency. The shown report's places lead; the agencies are those of the whole story.
    package var dateline: String? {
        let places = shown?.attribution.dateline?.places ?? []
        let credits = record.agencies.map(\.rawValue).joined(separator: "/")
        let parts = [places.joined(separator: "/"), credits.isEmpty ? "" : "(\(credits))"].filter { !$0.isEmpty }
        return parts.isEmpty ? nil : parts.joined(separator: " ")
    }
}
