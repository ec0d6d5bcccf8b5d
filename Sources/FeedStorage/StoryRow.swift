// A story as a row of `story`, and the verdict that stands with a report.

import FeedModel
import FoundationEssentials
import GRDB

enum StoryRow {
    static let columns = [
        "id", "published", "updated", "modified", "preferredSourceID", "preferredKey",
        "agencies", "places", "isForeign",
    ]

    static let selection = columns.joined(separator: ", ")

    static let upsert = """
        INSERT INTO story (\(selection)) VALUES (\(columns.map { _ in "?" }.joined(separator: ", ")))
        ON CONFLICT (id) DO UPDATE SET \(columns.dropFirst().map { "\($0) = excluded.\($0)" }.joined(separator: ", "))
        """

    static func values(_ record: StoryRecord) throws -> [DatabaseValue] {
        [
            StoredValue.text(record.id.rawValue),
            StoredValue.date(record.published),
            StoredValue.date(record.updated),
            StoredValue.date(record.modified),
            StoredValue.text(record.preferred.sourceID.rawValue),
            StoredValue.text(record.preferred.key),
            try StoredValue.list(record.agencies),
            try StoredValue.list(record.places),
            StoredValue.bool(record.isForeign),
        ]
    }

    static func record(_ columns: inout ColumnReader) throws(RowDamage) -> StoryRecord {
        StoryRecord(
            id: StoryID(rawValue: try columns.text()),
            published: try columns.date(),
            updated: try columns.date(),
            modified: try columns.date(),
            preferred: EntryIdentity(
                sourceID: SourceID(rawValue: try columns.text()),
                key: try columns.text()
            ),
            agencies: try columns.list(of: AgencyCode.self),
            places: try columns.list(of: String.self),
            isForeign: try columns.optionalBool()
        )
    }
}

/// What is stored of a verdict: how the report came in stays; a revision is noted beside it.
enum VerdictRow {
    static let columns = ["verdict", "verdictReason", "joinedStoryID", "revision"]

    /// For a report that is stored for the first time.
    static func values(_ verdict: Verdict?) -> [DatabaseValue] {
        if case .joined(let storyID, let reason) = verdict {
            return ["joined".databaseValue, StoredValue.text(reason), StoredValue.text(storyID.rawValue), .null]
        }
        return ["new".databaseValue, StoredValue.text(verdict?.reason ?? ""), .null, .null]
    }

    static func read(_ columns: inout ColumnReader) throws(RowDamage) -> (verdict: Verdict, revision: String?) {
        let kind = try columns.text()
        let reason = try columns.text()
        let joined = try columns.optionalText()
        let revision = try columns.optionalText()
        if kind == "joined", let joined {
            return (.joined(StoryID(rawValue: joined), reason: reason), revision)
        }
        return (.new(reason: reason), revision)
    }
}
