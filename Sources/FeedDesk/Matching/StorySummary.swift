// What a story says as a whole: the report it shows, its credits and places, and when it last changed for a reader.

import FeedModel
import FoundationEssentials

/// Makes story records from their reports. Depends on the reports alone, but for what is fixed once: id and dates.
struct StorySummary {
    let priority: (SourceID) -> Int
    let now: Date

    /// The record of a new story; `reports` is never empty, and nil is returned when it is.
    func record(id: StoryID, of reports: [Report]) -> StoryRecord? {
        guard let published = reports.map(\.date).min() else { return nil }
        let empty = StoryRecord(
            id: id,
            published: published,
            updated: published,
            modified: now,
            preferred: reports[0].identity,
            agencies: [],
            places: [],
            isForeign: nil
        )
        return filled(empty, from: reports)
    }

    /// A record with preferred report, credits, places and scope as its reports have them now. Withdrawn reports are
    /// neither shown nor credited as long as another stands.
    func filled(_ record: StoryRecord, from reports: [Report]) -> StoryRecord {
        let standing = reports.filter { !$0.isWithdrawn }
        let ordered = (standing.isEmpty ? reports : standing).sorted(by: ReportOrder.byCredit(priority))
        var record = record
        guard let shown = ordered.min(by: ReportOrder.byPreference(priority)) else { return record }
        record.preferred = shown.identity
        record.agencies = []
        for code in ordered.flatMap(\.attribution.agencies) where !record.agencies.contains(code) {
            record.agencies.append(code)
        }
        record.places = []
        var known: Set<String> = []
        for place in ordered.flatMap(\.attribution.places) where known.insert(Folding.key(place)).inserted {
            record.places.append(place)
        }
        record.isForeign = shown.attribution.isForeign ?? ordered.lazy.compactMap(\.attribution.isForeign).first
        return record
    }
}
