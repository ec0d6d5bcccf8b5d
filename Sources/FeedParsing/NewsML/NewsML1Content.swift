// The ContentItems of a NewsML 1 item: which are text, which are files, and what each is for.

import FeedModel

/// One ContentItem with the role of the component around it.
struct NewsML1Content {
    enum Kind { case body, summary, other, file }

    let element: WireElement
    let kind: Kind

    private init(_ element: WireElement, role: String) {
        self.element = element
        kind = Self.kind(of: element, role: role.lowercased())
    }

    /// In document order.
    static func all(in item: WireElement) -> [NewsML1Content] {
        collect(item, role: "")
    }

    private static func collect(_ element: WireElement, role: String) -> [NewsML1Content] {
        let role = element.first("Role")?[attribute: "FormalName"] ?? role
        return element.elements.flatMap { inner in
            inner.name == "ContentItem" ? [NewsML1Content(inner, role: role)] : collect(inner, role: role)
        }
    }

    private static func kind(of element: WireElement, role: String) -> Kind {
        guard element[attribute: "Href"] == nil, let data = element.descendants("DataContent").first,
            data.text != nil
        else { return .file }
        let type = Self.type(of: element)
        let medium = element.first("MediaType")?[attribute: "FormalName"]?.lowercased() ?? "text"
        let isText = ["text", "complexdata", "article"].contains { medium.contains($0) }
        if !isText || type == "text/css" || !element.descendants("Encoding").isEmpty { return .file }
        if ["abstract", "summary", "lead", "teaser"].contains(where: { role.contains($0) }) { return .summary }
        let labels = ["title", "headline", "caption", "label", "slug", "byline", "keyword"]
        if labels.contains(where: { role.contains($0) }) { return .file }
        return ["main", "body", "text", "story"].contains { role.contains($0) } || role.isEmpty ? .body : .other
    }

    private static func type(of element: WireElement) -> String? {
        element.first("MimeType")?[attribute: "FormalName"]?.lowercased()
    }

    private var data: WireElement? { element.descendants("DataContent").first }

    /// The NITF document it holds.
    var nitf: WireElement? { data?.first("nitf") }

    /// Where it is when it is elsewhere.
    var file: WirePictures.File? {
        guard let address = element[attribute: "Href"] else { return nil }
        let medium = element.first("MediaType")?[attribute: "FormalName"]?.lowercased() ?? ""
        let width: WirePath = "Characteristics/Property[FormalName=Width]@Value"
        return WirePictures.File(
            address: address,
            type: Self.type(of: element),
            length: element.descendants("SizeInBytes").first?.text,
            rendition: element[attribute: "Duid"],
            width: width.values(in: element).first.flatMap(Int.init),
            isPicture: ["photo", "picture", "graphic", "image"].contains { medium.contains($0) }
        )
    }

    /// Its text as HTML; nil when it has none.
    func html(in item: WireItem, headline: String? = nil) -> String? {
        guard let data else { return nil }
        if let nitf { return NITFItem.read(nitf, item.context).entry.contentHTML }
        if let page = data.first("html") {
            return item.sanitized(XHTMLBody.html(of: page, headline: headline, context: item.context))
        }
        if data.elements.isEmpty {
            let format = element.first("Format")?[attribute: "FormalName"]?.lowercased() ?? ""
            let type = Self.type(of: element) ?? (format.contains("html") ? "text/html" : nil)
            return item.html(of: data.rawText(), type: type)
        }
        let fragment = XHTMLBody.html(ofFragment: data, context: item.context)
        return item.sanitized(fragment) ?? item.html(of: data.rawText(), type: "text/plain")
    }
}
