// A report as a row of `report`. The three lists below keep one order; a test writes and reads every field.

import FeedModel
import FoundationEssentials
import GRDB

enum ReportRow {
    /// The columns that hold a `Report`, in the order in which they are written and read.
    static let columns = [
        "date", "sourceID", "identityKey", "headlineHash", "matchKey", "fingerprint", "firstSeen",
        "entryID", "url", "title", "published", "updated", "authors", "categories", "enclosures", "image",
        "entrySource", "creditLine", "rights", "language", "version", "status", "urgency", "embargo",
        "entryDateline", "entryPlaces",
        "dateline", "places", "agencies", "evidence", "isForeign", "scopeReason", "lead", "text",
        "summaryHTML", "contentHTML", "attributedSummaryHTML", "attributedContentHTML",
    ]

    /// The columns of a `StoredReport`, for a SELECT.
    static let selection = "storyID, " + columns.joined(separator: ", ")

    static func values(_ report: Report) throws -> [DatabaseValue] {
        let entry = report.entry
        let attribution = report.attribution
        return [
            StoredValue.date(report.date),
            StoredValue.text(report.identity.sourceID.rawValue),
            StoredValue.text(report.identity.key),
            StoredValue.hash(report.headlineHash),
            StoredValue.hash(report.matchKey),
            StoredValue.hash(report.fingerprint),
            StoredValue.date(report.firstSeen),
            StoredValue.text(entry.id),
            StoredValue.text(entry.url),
            StoredValue.text(entry.title),
            StoredValue.date(entry.published),
            StoredValue.date(entry.updated),
            try StoredValue.list(entry.authors),
            try StoredValue.list(entry.categories),
            try StoredValue.list(entry.enclosures),
            StoredValue.text(entry.image),
            try StoredValue.json(entry.source),
            StoredValue.text(entry.creditLine),
            StoredValue.text(entry.rights),
            StoredValue.text(entry.language),
            StoredValue.text(entry.version),
            StoredValue.text(entry.status?.rawValue),
            StoredValue.int(entry.urgency),
            StoredValue.date(entry.embargo),
            StoredValue.text(entry.dateline),
            try StoredValue.list(entry.places),
            try StoredValue.json(attribution.dateline),
            try StoredValue.list(attribution.places),
            try StoredValue.list(attribution.agencies),
            StoredValue.text(attribution.evidence.rawValue),
            StoredValue.bool(attribution.isForeign),
            StoredValue.text(attribution.scopeReason),
            StoredValue.text(attribution.lead),
            StoredValue.text(attribution.text),
            StoredValue.text(entry.summaryHTML),
            StoredValue.text(entry.contentHTML),
            StoredValue.text(attribution.summaryHTML),
            StoredValue.text(attribution.contentHTML),
        ]
    }

    /// Reads the columns of `selection`.
    static func storedReport(_ columns: inout ColumnReader) throws(RowDamage) -> StoredReport {
        let storyID = StoryID(rawValue: try columns.text())
        // Follows from other columns; it is there to be ordered and searched by.
        _ = try columns.date()
        let identity = EntryIdentity(
            sourceID: SourceID(rawValue: try columns.text()),
            key: try columns.text()
        )
        var report = Report(
            identity: identity,
            entry: ParsedEntry(),
            attribution: Attribution(),
            headlineHash: try columns.optionalHash(),
            matchKey: try columns.optionalHash(),
            fingerprint: try columns.hash(),
            firstSeen: try columns.date()
        )
        try readEntry(&report.entry, from: &columns)
        try readAttribution(&report.attribution, from: &columns)
        report.entry.summaryHTML = try columns.optionalText()
        report.entry.contentHTML = try columns.optionalText()
        report.attribution.summaryHTML = try columns.optionalText()
        report.attribution.contentHTML = try columns.optionalText()
        return StoredReport(report: report, storyID: storyID)
    }

    private static func readEntry(_ entry: inout ParsedEntry, from columns: inout ColumnReader) throws(RowDamage) {
        entry.id = try columns.optionalText()
        entry.url = try columns.optionalText()
        entry.title = try columns.optionalText()
        entry.published = try columns.optionalDate()
        entry.updated = try columns.optionalDate()
        entry.authors = try columns.list(of: Person.self)
        entry.categories = try columns.list(of: Category.self)
        entry.enclosures = try columns.list(of: Enclosure.self)
        entry.image = try columns.optionalText()
        entry.source = try columns.optionalJSON(EntrySource.self)
        entry.creditLine = try columns.optionalText()
        entry.rights = try columns.optionalText()
        entry.language = try columns.optionalText()
        entry.version = try columns.optionalText()
        entry.status = try columns.optionalWord(PublicationStatus.self)
        entry.urgency = try columns.optionalInt()
        entry.embargo = try columns.optionalDate()
        entry.dateline = try columns.optionalText()
        entry.places = try columns.list(of: String.self)
    }

    private static func readAttribution(
        _ attribution: inout Attribution,
        from columns: inout ColumnReader
    ) throws(RowDamage) {
        attribution.dateline = try columns.optionalJSON(Dateline.self)
        attribution.places = try columns.list(of: String.self)
        attribution.agencies = try columns.list(of: AgencyCode.self)
        attribution.evidence = try columns.word(CreditEvidence.self)
        attribution.isForeign = try columns.optionalBool()
        attribution.scopeReason = try columns.optionalText()
        attribution.lead = try columns.text()
        attribution.text = try columns.text()
    }
}
