// NewsML 1.0 to 1.2 news items (iptc.org): which element fills which field, best first, and what is particular to it.
// A NewsItem is one entry however its NewsComponents nest: the first headline, the best text, all pictures.

import FeedModel
import FoundationEssentials

enum NewsML1Item {
    static let fields = WireFields([
        .url: [
            "//Property[FormalName=Permalink]@Value", "//Property[FormalName=WebLink]@Value",
            "//Property[FormalName=URL]@Value", "//Property[FormalName=Link]@Value",
        ],
        .title: ["//NewsLines/HeadLine"],
        .dateline: ["//NewsLines/DateLine"],
        .creditLine: [
            "//AdministrativeMetadata/Provider/Party@FormalName", "//NewsLines/CreditLine",
            "//AdministrativeMetadata/Source/Party@FormalName", "Identification/NewsIdentifier/ProviderId",
        ],
        .rights: ["//NewsLines/CopyrightLine", "//RightsMetadata/Copyright"],
        .language: ["//DescriptiveMetadata/Language@FormalName", "@xml:lang", "//NewsComponent@xml:lang"],
        .version: ["Identification/NewsIdentifier/RevisionId"],
        .status: ["NewsManagement/Status@FormalName"],
        .urgency: ["NewsManagement/Urgency@FormalName", "NewsManagement/Urgency"],
        .published: ["NewsManagement/FirstCreated"],
        .updated: ["NewsManagement/ThisRevisionCreated"],
        .author: ["//NewsLines/ByLine", "//AdministrativeMetadata/Creator/Party[Topic!EDITOR]@FormalName"],
        .place: [
            "//DescriptiveMetadata/Location/Property[FormalName=City]@Value",
            "//DescriptiveMetadata/Location[HowPresent=Event]/Property[FormalName=Country]@Value",
        ],
    ])

    static func read(_ root: WireElement, _ context: WireContext) -> (entry: ParsedEntry, issues: [ParseIssue]) {
        var item = WireItem(root, fields: fields, context: context)
        var entry = item.entry()
        entry.id = identifier(of: root)
        // Codes of countries are no names.
        entry.places.removeAll { $0.utf8.count <= 3 && $0.uppercased() == $0 }
        entry.categories = categories(of: root)
        item.hold(until: release(of: root), in: &entry)
        let contents = NewsML1Content.all(in: root)
        WirePictures.add(contents.compactMap(\.file), of: item, to: &entry)
        var issues = item.issues
        if let summary = contents.first(where: { $0.kind == .summary }) { entry.summaryHTML = summary.html(in: item) }
        for kind in [NewsML1Content.Kind.body, .other] where entry.contentHTML == nil {
            for content in contents where content.kind == kind && entry.contentHTML == nil {
                guard let nitf = content.nitf else {
                    entry.contentHTML = content.html(in: item, headline: entry.title)
                    continue
                }
                let inner = NITFItem.read(nitf, context, headline: entry.title)
                if inner.entry.contentHTML != nil || contents.count == 1 { entry.fillGaps(from: inner.entry) }
                issues += inner.issues
            }
        }
        return (entry, issues)
    }

    /// The public identifier without the revision (NewsML 1.2 section 5.4.2, RFC 3085), or what it is made of.
    private static func identifier(of root: WireElement) -> String? {
        guard let identifier = WirePath("Identification/NewsIdentifier").elements(in: root).first else { return nil }
        func part(_ name: String) -> String? { identifier.first(name)?.text }
        if let whole = part("PublicIdentifier") {
            let parts = whole.split(separator: ":", omittingEmptySubsequences: false)
            // Some put only the agency there, the same for all their items.
            let isWhole = !whole.lowercased().hasPrefix("urn:newsml:") || parts.count >= 5
            if isWhole { return parts.count > 1 ? withoutRevision(parts, part("RevisionId")) : whole }
        }
        guard let item = part("NewsItemId") else { return nil }
        return (["urn:newsml"] + [part("ProviderId"), part("DateId")].compactMap { $0 } + [item]).joined(separator: ":")
    }

    /// The revision at the end may carry a letter for how it updates: "1N".
    private static func withoutRevision(_ parts: [Substring], _ revision: String?) -> String {
        guard let last = parts.last else { return "" }
        let isRevision =
            revision.map { last == $0 || last.dropLast() == $0 } ?? (parts.count == 6 && last.allSatisfy(\.isNumber))
        return (isRevision ? parts.dropLast()[...] : parts[...]).joined(separator: ":")
    }

    /// When the status is to change to usable.
    private static func release(of root: WireElement) -> Date? {
        WirePath("NewsManagement/StatusWillChange").elements(in: root).lazy
            .filter { $0.first("FutureStatus")?[attribute: "FormalName"]?.lowercased() == "usable" }
            .compactMap { $0.first("DateAndTime")?.text.flatMap { FeedDate.parse($0) } }
            .first
    }

    private static func categories(of root: WireElement) -> [FeedModel.Category] {
        var found: [FeedModel.Category] = []
        for subject in root.descendants("SubjectCode").flatMap(\.elements) {
            guard let term = subject[attribute: "FormalName"] else { continue }
            let scheme = subject[attribute: "Vocabulary"] ?? subject[attribute: "Scheme"]
            found.append(FeedModel.Category(term: term, scheme: scheme))
            // AFP's sections stand beside the subjects.
            if let section = subject[attribute: "cat"] { found.append(FeedModel.Category(term: section)) }
        }
        let genres = root.descendants("Genre")
        found += genres.compactMap { genre in
            genre[attribute: "FormalName"].map {
                FeedModel.Category(term: $0, scheme: genre[attribute: "Vocabulary"] ?? genre[attribute: "Scheme"])
            }
        }
        let lists: [WirePath] = ["//Property[FormalName=Keyword]@Value", "//NewsLines/KeywordLine"]
        for list in lists.flatMap({ $0.values(in: root) }) {
            found += list.split(separator: ";").map { WhiteSpace.folded(String($0)) }.filter { !$0.isEmpty }
                .map { FeedModel.Category(term: $0) }
        }
        return found.distinct
    }
}
