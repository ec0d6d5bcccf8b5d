// What each entry of a poll is before stories come in: known and unchanged, known and revised, new, or kept out.

import FeedModel
import FoundationEssentials

/// Sorts the reports of one poll of one source.
struct PollIntake {
    let known: [EntryIdentity: StoredReport]
    let expired: Set<EntryIdentity>
    let rules: RuleSet
    let agencies: AgencyTable
    let retention: Duration
    let now: Date

    /// What an entry is.
    enum Kind: Equatable {
        case dropped(reason: String)
        case unchanged
        /// The report to store in place of the known one; `changes` names what differs.
        case revised(Report, changes: [String])
        case new
    }

    func kind(of report: Report) -> Kind {
        guard let stored = known[report.identity]?.report else { return kindOfUnknown(report) }
        if stored.fingerprint == report.fingerprint { return .unchanged }
        if let reason = EntryVersion.refusal(of: report, against: stored) { return .dropped(reason: reason) }
        if !report.isWithdrawn, let reason = embargo(report) ?? rule(report) { return .dropped(reason: reason) }
        var revised = report
        revised.firstSeen = stored.firstSeen
        // Where `updated` stands in for `published`, it moves with every revision: the date under which the report was
        // taken in stays, so that no revision moves it to the time of another event.
        if revised.entry.published == nil, let date = stored.entry.published ?? stored.entry.updated {
            revised.entry.updated = date
        }
        let earlier = ShownContent(stored.entry, stored.attribution)
        return .revised(revised, changes: ShownContent(report.entry, report.attribution).changes(since: earlier))
    }

    private func kindOfUnknown(_ report: Report) -> Kind {
        if expired.contains(report.identity) { return .dropped(reason: "removed by retention earlier") }
        if report.isWithdrawn {
            return .dropped(reason: "status \(report.entry.status?.rawValue ?? ""), and never shown here")
        }
        if report.date < now.addingTimeInterval(-retention.timeInterval) {
            return .dropped(reason: "older than the retention of \(retention.spelled)")
        }
        if let reason = embargo(report) ?? rule(report) { return .dropped(reason: reason) }
        return .new
    }

    private func embargo(_ report: Report) -> String? {
        guard let embargo = report.entry.embargo, embargo > now else { return nil }
        // Calendars are not made for the far end of Double.
        let shown = min(embargo, Date(timeIntervalSince1970: 253_402_300_799))
        return "under embargo until \(shown.formatted(.iso8601))"
    }

    private func rule(_ report: Report) -> String? {
        guard !rules.isEmpty, case .keptOut(let reason) = rules.answer(report.ruleFields(agencies: agencies)) else {
            return nil
        }
        return "the source's rules: \(reason)"
    }
}
