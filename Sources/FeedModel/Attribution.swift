// Who supplied an entry and where it was written: read from the copy, or from the best other evidence.

/// The opening of agency copy: places and codes, as in `GENÈVE (ANP/RTR/AFP)`.
package struct Dateline: Sendable, Equatable, Codable {
    /// As printed, without the separator that ends it: `GENÈVE (ANP/RTR/AFP)`.
    package var text: String
    /// In the order and spelling printed.
    package var places: [String]
    /// Canonical codes in the order printed, without doubles; empty for a place-only dateline.
    package var agencies: [AgencyCode]

    package init(text: String, places: [String], agencies: [AgencyCode]) {
        self.text = text
        self.places = places
        self.agencies = agencies
    }
}

/// What the credit of an entry rests on, best first (wire copy decides over metadata).
package enum CreditEvidence: String, Sendable, Codable, CaseIterable {
    case dateline, creditLine, author, sourceLine, rights, feedName, sourceSetting, none
}

/// An entry's credits, places and text, as the desk reads them.
package struct Attribution: Sendable, Equatable, Codable {
    package var dateline: Dateline?
    package var places: [String] = []
    package var agencies: [AgencyCode] = []
    package var evidence: CreditEvidence = .none
    /// True for foreign, false for domestic, nil when nothing tells.
    package var isForeign: Bool?
    /// Why it is foreign or domestic: the section word, place or setting that decided; nil when nothing did.
    package var scopeReason: String?
    /// Plain text of the body (content, else summary) without the dateline; paragraphs separated by a blank line.
    package var text: String = ""
    /// The first paragraph of `text`.
    package var lead: String = ""
    /// Sanitised HTML of the summary without the dateline; nil when the entry has none.
    package var summaryHTML: String?
    /// Sanitised HTML of the content without the dateline; nil when the entry has none.
    package var contentHTML: String?

    package init() {}
}
