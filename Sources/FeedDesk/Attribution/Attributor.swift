// Who supplied an entry, where it was written and what is left to read: the order of evidence of wire copy. A dateline
// is never overruled or added to.

import FeedModel

/// Attribution of entries; holds what does not change between them.
struct Attributor: Sendable {
    let agencies: AgencyTable
    let scope: ScopeDecision
    private let parser: DatelineParser
    private let credits: FreeTextCredits
    private let sourceLine: SourceLine

    init(agencies: AgencyTable, home: String) {
        self.agencies = agencies
        scope = ScopeDecision(home: home)
        parser = DatelineParser(agencies: agencies)
        credits = FreeTextCredits(agencies: agencies)
        sourceLine = SourceLine(agencies: agencies)
    }

    func attribute(_ entry: ParsedEntry, feedTitle: String?, source: Source?) -> Attribution {
        let content = entry.contentHTML.map { Body(html: $0, parser: parser, sourceLine: sourceLine) }
        let summary = entry.summaryHTML.map { Body(html: $0, parser: parser, sourceLine: sourceLine) }
        // An empty content element says nothing; the summary is the text then.
        let bodies = [content, summary].compactMap { $0 }
        let body = bodies.first { !$0.paragraphs.isEmpty }
        var attribution = Attribution()
        attribution.contentHTML = content?.html
        attribution.summaryHTML = summary?.html
        attribution.text = body?.text ?? ""
        attribution.lead = body?.lead ?? ""
        attribution.dateline =
            Self.best(content?.match, summary?.match)?.dateline ?? entry.dateline.flatMap { parser.parse(element: $0) }
        let places = attribution.dateline?.places ?? []
        attribution.places = places.isEmpty ? entry.places : places
        let names = [entry.source?.title, source?.title, feedTitle].compactMap { $0 }
        (attribution.agencies, attribution.evidence) =
            credit(entry, dateline: attribution.dateline, bodies: bodies, feedNames: names, setting: source?.agency)
        let decision = scope.decide(
            entry,
            places: places,
            isWireCopy: !attribution.agencies.isEmpty,
            setting: source?.scope ?? .auto
        )
        attribution.isForeign = decision?.isForeign
        attribution.scopeReason = decision?.reason
        return attribution
    }

    /// The content's dateline, unless only the summary's names who supplied the text.
    private static func best(_ content: DatelineParser.Match?, _ summary: DatelineParser.Match?) -> DatelineParser
        .Match?
    {
        guard let content else { return summary }
        guard let summary, summary.isCredited, !content.isCredited else { return content }
        return summary
    }

    private func credit(
        _ entry: ParsedEntry,
        dateline: Dateline?,
        bodies: [Body],
        feedNames: [String],
        setting: AgencyCode?
    ) -> ([AgencyCode], CreditEvidence) {
        if let dateline, !dateline.agencies.isEmpty { return (dateline.agencies, .dateline) }
        for kind in Self.evidence {
            let found: [AgencyCode] =
                switch kind {
                case .creditLine: named(in: [entry.creditLine])
                case .author: named(in: entry.authors.map(\.name))
                case .sourceLine: first(of: bodies) { sourceLine.agencies(in: $0.lines) }
                case .rights: named(in: [entry.rights])
                case .feedName: first(of: feedNames) { named(in: [$0]) }
                default: []
                }
            if !found.isEmpty { return (found, kind) }
        }
        return setting.map { ([canonical($0)], .sourceSetting) } ?? ([], .none)
    }

    /// What tells who supplied a text without a dateline, the strongest first.
    private static let evidence: [CreditEvidence] = [.creditLine, .author, .sourceLine, .rights, .feedName]

    private func first<Text>(of texts: [Text], _ find: (Text) -> [AgencyCode]) -> [AgencyCode] {
        for text in texts {
            let found = find(text)
            if !found.isEmpty { return found }
        }
        return []
    }

    private func named(in texts: [String?]) -> [AgencyCode] {
        var found: [AgencyCode] = []
        for text in texts.compactMap({ $0 }) {
            for code in credits.agencies(in: text) where !found.contains(code) { found.append(code) }
        }
        return found
    }

    private func canonical(_ code: AgencyCode) -> AgencyCode {
        agencies.agency(named: code.rawValue)?.code ?? code
    }
}
