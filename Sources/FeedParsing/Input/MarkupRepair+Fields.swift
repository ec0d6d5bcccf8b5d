// Where an end tag is missing: what a start tag shows to be over, because it cannot stand inside it.
// Knows names alone, not what they mean; in well-formed documents nothing is closed here.

extension MarkupRepair {
    /// Items do not nest, and stand in no field of the feed.
    mutating func closeBeforeItem() {
        if let item = openItems.last, item > 0 {
            close(downTo: item)
        } else if openItems.isEmpty, let container = open.lastIndex(where: Self.isContainer) {
            close(downTo: container + 1)
        }
    }

    /// A field of an item or feed ends the text before it that has no end tag.
    mutating func closeBeforeField(_ name: [UInt8]) {
        let field = Self.local(name)
        let isCertain = Self.isField(name, local: field)
        guard isCertain || Self.fieldsAndHTML.contains(field) else { return }
        let parent = openItems.last ?? open.lastIndex(where: Self.isContainer) ?? 0
        if parent + 1 < open.count, ends(Self.local(open[parent + 1]), at: field, isCertain: isCertain) {
            close(downTo: parent + 1)
        }
        if let inner = open.last, open.count > parent + 1, Self.shortTexts.contains(Self.local(inner)),
            !(field == "category" && Self.local(inner) == "category")
        {
            close(downTo: open.count - 1)
        }
    }

    /// Whether the element `open` must be over when the field begins.
    private func ends(_ open: String, at field: String, isCertain: Bool) -> Bool {
        if let children = Self.children[open] { return !children.contains(field) }
        if Self.shortTexts.contains(open) { return open != "category" || field != "category" }
        return isCertain && Self.longTexts.contains(open)
    }

    // MARK: - Names

    static func lowered(_ name: [UInt8]) -> [UInt8] {
        name.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
    }

    private static func local(_ name: [UInt8]) -> String {
        let start = name.lastIndex(of: UInt8(ascii: ":")).map { $0 + 1 } ?? 0
        return String(decoding: lowered(Array(name[start...])), as: UTF8.self)
    }

    /// Names that HTML does not have, so that no text holds them as markup.
    private static func isField(_ name: [UInt8], local: String) -> Bool {
        guard let colon = name.firstIndex(of: UInt8(ascii: ":")) else { return fields.contains(local) }
        return prefixes.contains(String(decoding: lowered(Array(name[..<colon])), as: UTF8.self))
    }

    private static let prefixes: Set<String> = [
        "atom", "content", "dc", "dcterms", "feedburner", "georss", "itunes", "media", "slash", "sy", "thr", "wfw",
    ]

    private static let fields: Set<String> = [
        "author", "category", "cloud", "comments", "content", "contributor", "copyright", "docs", "enclosure",
        "generator", "guid", "id", "issued", "language", "lastbuilddate", "managingeditor", "modified", "pubdate",
        "published", "rights", "skipdays", "skiphours", "subtitle", "textinput", "ttl", "updated", "webmaster",
    ]

    /// Fields whose names HTML has too, or that stand inside other fields.
    private static let fieldsAndHTML: Set<String> = [
        "description", "email", "image", "link", "name", "source", "summary", "title", "uri", "url",
    ]

    /// Texts that hold no elements, or none with the name of a field.
    private static let shortTexts: Set<String> = [
        "category", "comments", "copyright", "creator", "date", "email", "generator", "guid", "id", "issued",
        "language",
        "lastbuilddate", "link", "managingeditor", "modified", "name", "origlink", "pubdate", "published", "rights",
        "subject", "title", "ttl", "updated", "uri", "url", "webmaster",
    ]

    /// Texts that may hold HTML that nobody escaped.
    private static let longTexts: Set<String> = [
        "content", "description", "encoded", "fullitem", "subtitle", "summary", "tagline",
    ]

    /// Fields that hold others: which.
    private static let children: [String: Set<String>] = [
        "author": ["email", "homepage", "name", "uri", "url"],
        "contributor": ["email", "homepage", "name", "uri", "url"],
        "image": ["description", "height", "link", "title", "url", "width"],
    ]
}
