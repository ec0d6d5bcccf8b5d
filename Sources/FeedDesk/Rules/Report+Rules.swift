// What rules and feeds look at in a report.

import FeedModel

extension Report {
    /// Title, summary, categories, places and agencies, as rules match them.
    func ruleFields(agencies: AgencyTable) -> [RuleField] {
        var fields = [RuleField(name: "title", text: entry.title ?? "")]
        let summary = attribution.summaryHTML.map { MarkupText.paragraphs(of: $0).map(\.text).joined(separator: " ") }
        fields.append(RuleField(name: "summary", text: summary ?? attribution.lead))
        for category in entry.categories {
            fields.append(RuleField(name: "category", text: category.term))
            if let label = category.label { fields.append(RuleField(name: "category", text: label)) }
        }
        fields += attribution.places.map { RuleField(name: "place", text: $0) }
        for code in attribution.agencies {
            fields.append(RuleField(name: "agency", text: code.rawValue))
            if let agency = agencies.agency(named: code.rawValue) {
                fields.append(RuleField(name: "agency", text: agency.name))
            }
        }
        return fields
    }

    /// Canceled or withheld by its agency: not to be shown, nor credited.
    var isWithdrawn: Bool {
        entry.status == .canceled || entry.status == .withheld
    }
}
