// Whether a reader would see a difference between two states of an entry. Markup, white space, tracking parameters and
// dates do not count. Frozen, version 1: a change makes every stored entry a revision once.

import FeedModel

/// What a reader sees of an entry, in comparable form.
struct ShownContent: Equatable {
    static let version = 1

    private var fields: [(name: String, values: [String])]

    init(_ entry: ParsedEntry, _ attribution: Attribution) {
        let summary = attribution.summaryHTML.map { MarkupText.paragraphs(of: $0).map(\.text) } ?? []
        let enclosures = entry.enclosures.flatMap { [Self.page($0.url), $0.type ?? ""] }
        fields = [
            ("headline", [Self.folded(entry.title ?? "")]),
            ("text", [Self.folded(attribution.text)]),
            ("summary", summary.map(Self.folded)),
            ("link", [entry.url.map(Self.page) ?? ""]),
            ("credits", attribution.agencies.map(\.rawValue)),
            ("places", attribution.places),
            ("scope", [attribution.isForeign.map(String.init) ?? ""]),
            ("image", [entry.image.map(Self.page) ?? ""]),
            ("enclosures", enclosures),
            ("status", [entry.status?.rawValue ?? "", entry.version ?? ""]),
        ]
    }

    /// Covers the versions of the matching recipes too: stored keys are renewed when a recipe changes.
    var fingerprint: TextHash {
        var hash = StableHash(recipe: "fingerprint", version: Self.version)
        hash.combine("\(Headline.version) \(MatchKey.version)")
        for field in fields { hash.combine(field.values) }
        return hash.textHash
    }

    /// The names of what differs from an earlier state; empty when only a recipe has changed.
    func changes(since earlier: ShownContent) -> [String] {
        zip(fields, earlier.fields).filter { $0.values != $1.values }.map { $0.0.name }
    }

    static func == (left: ShownContent, right: ShownContent) -> Bool {
        left.changes(since: right).isEmpty
    }

    private static func folded(_ text: String) -> String {
        var folded = String.UnicodeScalarView()
        var isGap = false
        for scalar in text.unicodeScalars {
            if MarkupText.isSpace(scalar) {
                isGap = !folded.isEmpty
            } else {
                if isGap { folded.append(" ") }
                isGap = false
                folded.append(scalar)
            }
        }
        return String(folded)
    }

    private static func page(_ url: String) -> String {
        WebAddress(url)?.page ?? ""
    }
}
