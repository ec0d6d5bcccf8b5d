// An explanation in words.

import FeedDesk
import FeedModel
import FeedStorage

/// What `telex explain` prints of one item.
enum ExplanationText {
    static func lines(of explanation: Explanation) -> [String] {
        let report = explanation.report.report
        let attribution = report.attribution
        let title = report.entry.title ?? ""
        var rows = [
            ["source", report.identity.sourceID.rawValue],
            ["id", report.entry.id ?? "none; known by \(report.identity.key)"],
            ["address", report.entry.url ?? "none"],
            ["dateline", attribution.dateline?.text ?? "none"],
            ["agencies", "\(list(attribution.agencies.map(\.rawValue))), from \(attribution.evidence.words)"],
            ["places", list(attribution.places)],
            ["foreign", "\(answer(attribution.isForeign))\(attribution.scopeReason.map { ": \($0)" } ?? "")"],
            ["headline", "\(Headline.normalise(title)), hash \(report.headlineHash?.hex ?? "none")"],
            ["verdict", "\(explanation.verdict.kind)\(explanation.verdict.reason.map { ": \($0)" } ?? "")"],
        ]
        if let revision = explanation.revision { rows.append(["revised", revision]) }
        rows.append([
            "story", "\(explanation.story.id), credited to \(list(explanation.story.agencies.map(\.rawValue)))",
        ])
        for membership in explanation.memberships {
            let verb = membership.isIncluded ? "in" : "not in"
            rows.append(["feed", "\(verb) \(membership.feedID): \(membership.reason)"])
        }
        return [title.isEmpty ? "(no headline)" : title.onOneLine] + TextColumns.lines(rows).map { "  \($0)" } + [""]
    }

    private static func list(_ names: [String]) -> String {
        names.isEmpty ? "none" : names.joined(separator: ", ")
    }

    private static func answer(_ value: Bool?) -> String {
        switch value {
        case true: "yes"
        case false: "no"
        default: "nothing tells"
        }
    }
}

extension CreditEvidence {
    fileprivate var words: String {
        switch self {
        case .dateline: "the dateline"
        case .creditLine: "the credit line"
        case .author: "the author"
        case .sourceLine: "a source line in the text"
        case .rights: "the rights"
        case .feedName: "the name of the feed"
        case .sourceSetting: "the source's agency setting"
        case .none: "nothing"
        }
    }
}
