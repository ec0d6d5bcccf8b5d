// NewsML-G2 packages: what their groups refer to. A package alone gives an entry for each reference that has a headline and an
// address or id; in a message with news items, those are the entries and the package says nothing more.

import FeedModel

enum NewsMLG2Package {
    private static let fields = WireFields([
        .id: ["@residref", "@guidref"],
        .url: ["@href"],
        .creditLine: ["provider#", "provider@qcode"],
        .language: ["@hreflang", "language@tag"],
        .version: ["@version"],
        .status: ["pubStatus@qcode", "pubStatus@literal"],
        .published: ["firstCreated"],
        .updated: ["versionCreated"],
        .embargo: ["embargoed"],
        .author: ["by"],
        .place: ["located#"],
        .dateline: ["dateline"],
        .summary: ["description[role~summary]", "description[role~abstract]", "description"],
    ])

    /// The references in document order, each id once.
    static func read(_ package: WireElement, _ context: WireContext) -> [ParsedEntry] {
        var seen: Set<String> = []
        return package.descendants("itemRef").compactMap { reference in
            var item = WireItem(reference, fields: fields, context: context)
            var entry = item.entry()
            entry.title = NewsMLG2Item.headline(of: reference)
            guard entry.title != nil, let key = entry.id ?? entry.url, seen.insert(key).inserted else { return nil }
            return entry
        }
    }
}
