// NITF 3.x documents (iptc.org/std/NITF), alone or inside NewsML: which element fills which field, best first, and what
// is particular to it. The del-list is the way a story took, no list of deletions.

import FeedModel
import FoundationEssentials

enum NITFItem {
    static let fields = WireFields([
        .id: ["head/docdata/doc-id@id-string"],
        .url: ["head/pubdata@ex-ref", "head/meta[name=permalink]@content", "head/meta[name=url]@content"],
        .title: ["body/body.head/hedline/hl1", "body/body.head/headline/hl1", "head/title"],
        .summary: ["body/body.head/abstract"],
        .creditLine: [
            "body/body.head/distributor", "body/body.head/rights/rights.owner", "head/docdata/doc.copyright@holder",
            "head/docdata/doc-id@regsrc", "head/docdata/del-list/from-src@src-name",
        ],
        .rights: ["body/body.head/rights"],
        .language: ["@baselang", "@xml:lang"],
        .version: ["head/docdata/du-key@version", "head/meta[name=version]@content"],
        .status: ["head/docdata@management-status"],
        .urgency: ["head/docdata/urgency@ed-urg"],
        .published: ["head/docdata/date.issue@norm", "head/docdata/date.issue", "head/pubdata@date.publication"],
        .updated: ["head/docdata/date.release@norm"],
        .author: ["body/body.head/byline/person"],
        .place: ["head/docdata/evloc@city", "head/docdata/evloc@state-prov"],
    ])

    /// - Parameter headline: of the item around it; a heading in the text that repeats it is left out.
    static func read(
        _ root: WireElement,
        _ context: WireContext,
        headline: String? = nil
    ) -> (entry: ParsedEntry, issues: [ParseIssue]) {
        var item = WireItem(root, fields: fields, context: context)
        var entry = item.entry()
        let head = WirePath("body/body.head").elements(in: root).first
        let dateline = head?.first("dateline")
        entry.dateline = WireItem.dateline(dateline.flatMap(printed))
        entry.places = ([dateline.flatMap(city)].compactMap { $0 } + entry.places).distinct
        if entry.authors.isEmpty, let byline = head?.first("byline") {
            entry.authors = WireItem.people([byline.text(without: ["byttl"]) ?? byline.text].compactMap { $0 })
        }
        entry.rights = entry.rights ?? copyright(of: root)
        entry.categories = categories(of: root)
        if item.isEmbargoed {
            item.hold(until: entry.updated, in: &entry)
            entry.updated = nil
        }
        entry.contentHTML = body(of: root, in: item, headline: headline ?? entry.title)
        WirePictures.add(files(of: root), of: item, to: &entry)
        return (entry, item.issues)
    }

    /// Places and date, which stand in elements of their own.
    private static func printed(_ dateline: WireElement) -> String? {
        guard !dateline.hasOwnText else { return dateline.text }
        let parts = dateline.elements.compactMap { element in
            element.hasOwnText ? element.text : printed(element)
        }
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }

    /// The place of a dateline without its region.
    private static func city(of dateline: WireElement) -> String? {
        guard let location = dateline.first("location") else { return nil }
        let name = location.first("city")?.text ?? location.text
        return name.flatMap { $0.split(separator: ",").first.map { WhiteSpace.folded(String($0)) } }
    }

    private static func copyright(of root: WireElement) -> String? {
        let notice = WirePath("head/docdata/doc.copyright").elements(in: root).first
        guard let notice, let holder = notice[attribute: "holder"] else { return nil }
        return (["©", notice[attribute: "year"], holder] as [String?]).compactMap { $0 }.joined(separator: " ")
    }

    private static func body(of root: WireElement, in item: WireItem, headline: String?) -> String? {
        guard let body = root.first("body") else { return nil }
        var html = ""
        for var content in body.elements where content.name == "body.content" {
            content.nodes = withoutHeadline(content.nodes, headline)
            html += WireMarkup.html(of: content, as: .nitf, context: item.context)
        }
        if let end = body.first("body.end") { html += WireMarkup.html(of: end, as: .nitf, context: item.context) }
        return item.sanitized(html)
    }

    /// Without a heading that says the headline again, in the content or in the block it opens with.
    private static func withoutHeadline(_ nodes: [WireElement.Node], _ headline: String?) -> [WireElement.Node] {
        nodes.compactMap { node in
            guard case .element(var element) = node else { return node }
            if XHTMLBody.repeats(headline, element) { return nil }
            if element.name == "block" { element.nodes = withoutHeadline(element.nodes, headline) }
            return .element(element)
        }
    }

    private static func files(of root: WireElement) -> [WirePictures.File] {
        root.descendants("media").flatMap { media in
            media.elements.filter { $0.name == "media-reference" }.map { reference in
                WirePictures.File(
                    address: reference[attribute: "source"],
                    type: reference[attribute: "mime-type"],
                    length: nil,
                    rendition: reference[attribute: "name"],
                    width: reference[attribute: "width"].flatMap(Int.init),
                    isPicture: NITFMarkup.isPicture(reference, in: media)
                )
            }
        }
    }

    private static func categories(of root: WireElement) -> [FeedModel.Category] {
        guard let head = root.first("head") else { return [] }
        var found: [FeedModel.Category] = []
        for meta in head.elements where meta.name == "meta" {
            let name = meta[attribute: "name"]?.lowercased() ?? ""
            guard name.contains("categor"), let term = meta[attribute: "content"] else { continue }
            found.append(FeedModel.Category(term: term))
        }
        for subject in head.descendants("tobject.subject") {
            let label = ["detail", "matter", "type"].lazy
                .compactMap { subject[attribute: "tobject.subject." + $0] }.first
            let code = subject[attribute: "tobject.subject.refnum"] ?? subject[attribute: "tobject.subject.code"]
            guard let term = code ?? label else { continue }
            let scheme = subject[attribute: "tobject.subject.ipr"]
            found.append(FeedModel.Category(term: term, scheme: scheme, label: label == term ? nil : label))
        }
        let paths: [WirePath] = [
            "tobject@tobject.type", "tobject/tobject.property@tobject.property.type", "docdata/doc-scope@scope",
            "docdata/key-list/keyword@key",
        ]
        // What every story is says nothing.
        let general: Set<String> = ["news", "current"]
        found += paths.flatMap { $0.values(in: head) }.filter { !general.contains($0.lowercased()) }
            .map { FeedModel.Category(term: $0) }
        return found.distinct
    }
}
