// NewsML-G2 news items (iptc.org, NAR 2.x): which element fills which field, best first, and what is particular to it.

import FeedModel
import FoundationEssentials

enum NewsMLG2Item {
    static let fields = WireFields([
        .id: ["@guid"],
        .url: [
            "itemMeta/link[rel~permalink]@href", "itemMeta/link[rel~canonical]@href",
            "itemMeta/link[rel~alternate]@href", "itemMeta/link[rel~web]@href",
        ],
        .title: ["contentMeta/headline", "itemMeta/title"],
        .dateline: ["contentMeta/dateline"],
        .creditLine: [
            "contentMeta/infoSource[role!phot]#", "contentMeta/creditline", "itemMeta/provider#",
            "rightsInfo/copyrightHolder#", "itemMeta/provider@qcode",
        ],
        .rights: ["rightsInfo/copyrightNotice"],
        .language: ["contentMeta/language@tag", "@xml:lang"],
        .version: ["@version"],
        .status: ["itemMeta/pubStatus@qcode", "itemMeta/pubStatus@uri", "itemMeta/pubStatus@literal"],
        .urgency: ["contentMeta/urgency"],
        .published: ["itemMeta/firstCreated"],
        .updated: ["itemMeta/versionCreated", "contentMeta/contentModified"],
        .embargo: ["itemMeta/embargoed"],
        .author: ["contentMeta/by", "contentMeta/creator#"],
    ])

    static func read(_ root: WireElement, _ context: WireContext) -> (entry: ParsedEntry, issues: [ParseIssue]) {
        var item = WireItem(root, fields: fields, context: context)
        var entry = item.entry()
        entry.title = headline(of: root)
        entry.summaryHTML = description(of: root).flatMap { item.html(of: $0) }
        entry.places = places(of: root)
        entry.categories = categories(of: root)
        let contents = root.first("contentSet")?.elements ?? []
        WirePictures.add(contents.filter { $0.name == "remoteContent" }.map(picture), of: item, to: &entry)
        let body = NewsMLG2Body.best(of: contents, in: item, headline: entry.title)
        entry.contentHTML = body.html
        var issues = item.issues
        if let nitf = body.nitf {
            let inner = NITFItem.read(nitf, context)
            entry.fillGaps(from: inner.entry)
            issues += inner.issues
        }
        return (entry, issues)
    }

    /// The headline of the first rank, and of those one that is not below or above another; never the slug.
    static func headline(of root: WireElement) -> String? {
        let headlines = ["contentMeta/headline", "headline"].flatMap { WirePath(stringLiteral: $0).elements(in: root) }
        let candidates = headlines.filter { headline in
            let role = headline[attribute: "role"]?.lowercased() ?? ""
            return headline.text != nil && !["sub", "kicker", "over"].contains { role.contains($0) }
        }
        let best = candidates.enumerated().min { left, right in
            let (one, other) = (rank(left.element), rank(right.element))
            return one != other ? one < other : left.offset < right.offset
        }
        let title = best?.element.text ?? WirePath("itemMeta/title").values(in: root).first ?? root.first("title")?.text
        return title.map(HTMLText.plainText)
    }

    private static func rank(_ element: WireElement) -> Int {
        element[attribute: "rank"].flatMap(Int.init) ?? 1
    }

    /// A summary before any other description. Reuters captions its texts with slug and headline, which say nothing new.
    private static func description(of root: WireElement) -> WireElement? {
        let found = WirePath("contentMeta/description").elements(in: root).filter { $0.text != nil }
        let slugs = WirePath("contentMeta/slugline").values(in: root)
        let told = found.filter { description in !slugs.contains { description.text?.hasPrefix($0) == true } }
        func role(_ element: WireElement) -> String { element[attribute: "role"]?.lowercased() ?? "" }
        let summaries = ["summary", "abstract", "synthe", "intro"]
        return told.first { element in summaries.contains { role(element).contains($0) } }
            ?? told.first { role($0).isEmpty } ?? told.first { role($0).contains("caption") }
    }

    /// Where it was written, then what it is about.
    private static func places(of root: WireElement) -> [String] {
        let paths: [WirePath] = ["contentMeta/located#", "contentMeta/subject[type~geoArea]#"]
        return paths.flatMap { $0.values(in: root) }.distinct
    }

    private static func picture(_ content: WireElement) -> WirePictures.File {
        WirePictures.File(
            address: content[attribute: "href"] ?? content[attribute: "residref"],
            type: content[attribute: "contenttype"],
            length: content[attribute: "size"],
            rendition: content[attribute: "rendition"],
            width: content[attribute: "width"].flatMap(Int.init)
        )
    }

    /// Subjects but for those that are places, genres and keywords.
    private static func categories(of root: WireElement) -> [FeedModel.Category] {
        guard let meta = root.first("contentMeta") else { return [] }
        return meta.elements.flatMap { element -> [FeedModel.Category] in
            switch element.name {
            case "subject" where element[attribute: "type"]?.contains("geoArea") == true && element.conceptName != nil:
                return []
            case "subject", "genre": return category(element).map { [$0] } ?? []
            case "keyword": return element.text.map { [FeedModel.Category(term: $0)] } ?? []
            default: return []
            }
        }.distinct
    }

    private static func category(_ concept: WireElement) -> FeedModel.Category? {
        let name = concept.conceptName
        let code = concept[attribute: "qcode"] ?? concept[attribute: "uri"]
        guard let term = code ?? name else { return nil }
        return FeedModel.Category(term: term, label: name == term ? nil : name)
    }
}
