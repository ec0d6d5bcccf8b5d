// Where the items of agency JSON are: ninjs prescribes the item, each agency's API puts something else around it.
// Refuses lists that only name items or that hold other things, and says what they are.

import FeedModel

/// The items of one document of ninjs or of the ANP News API.
struct NinjsItems {
    /// What a document holds.
    enum Finding {
        case items(NinjsItems)
        /// No items of these formats; what it is instead.
        case refused(String)
    }

    var format: FeedFormat
    /// The objects of the items, whole ones only, in order.
    var items: [JSONValue]
    /// The objects around the list, outermost first; empty when the document is one item or a bare list.
    var wrappers: [JSONValue]
    /// Values among the items that are none.
    var skippedCount: Int

    /// Members under which APIs put items, best first: those that hold lists, then those that hold one item.
    private static let places = [
        "items", "_items", "results", "hits", "articles", "news", "documents", "docs", "entries", "contents", "data",
        "item", "_source", "response", "result",
    ]
    /// data.items[].item is three deep, hits.hits[]._source too.
    private static let deepest = 5

    static func find(in root: JSONValue) -> Finding {
        if let failure = failure(in: root) { return .refused(failure) }
        var wrappers: [JSONValue] = []
        guard let (items, skippedCount) = search(root, &wrappers, depth: 0), let first = items.first else {
            return .refused(whatElse(root))
        }
        let found = NinjsItems(
            format: NinjsTerms.isANP(first) ? .anpAPI : .ninjs,
            items: items.filter(\.isWhole),
            wrappers: wrappers,
            skippedCount: skippedCount
        )
        if found.format == .anpAPI, items.allSatisfy(NinjsTerms.isANPName) {
            return .refused("an ANP News API list that names items without their texts; each is a document of its own")
        }
        return .items(found)
    }

    /// The items in or below a value, and how many values beside them are none; `wrappers` gets the objects on the way.
    private static func search(
        _ value: JSONValue,
        _ wrappers: inout [JSONValue],
        depth: Int
    ) -> (items: [JSONValue], skippedCount: Int)? {
        guard depth < deepest else { return nil }
        if NinjsTerms.isItem(value) { return ([value], 0) }
        if value.kind == .list {
            let elements = value.elements
            let items = elements.compactMap { element -> JSONValue? in
                if NinjsTerms.isItem(element) { return element }
                var inner: [JSONValue] = []
                return element.kind == .object ? search(element, &inner, depth: depth + 1)?.items.first : nil
            }
            // What a text breaks off in is told as such.
            let others = elements.count { $0.isWhole } - items.count { $0.isWhole }
            return items.isEmpty ? nil : (items, max(0, others))
        }
        for place in places {
            guard let inner = value.member(place, ignoringCase: true) else { continue }
            var around = wrappers + [value]
            if let found = search(inner, &around, depth: depth + 1) {
                wrappers = around
                return found
            }
        }
        return nil
    }

    /// The ANP News API answers a failed request with a document too.
    private static func failure(in root: JSONValue) -> String? {
        guard let flag = root.member("hasError"), flag.kind == .truth, flag.bytes.elementsEqual("true".utf8) else {
            return nil
        }
        let message = ["message", "error", "errorMessage"].lazy.compactMap { root.member($0)?.string }.first
        return "an error of the ANP News API" + (message.map { ": “\($0.prefix(80))”" } ?? "")
    }

    private static func whatElse(_ root: JSONValue) -> String {
        let data = root.member("data") ?? root
        if data.elements.first.map(NinjsTerms.isANPSource) == true {
            return "the list of an ANP News API's sources, not of items"
        }
        if let rss = root.member("rss", ignoringCase: true) ?? root.member("feed", ignoringCase: true),
            rss.kind == .object
        {
            return "RSS or Atom written as JSON; the XML it was made from can be read"
        }
        if root.kind != .object { return "JSON without an object" }
        return root.member("version") != nil || root.member("items") != nil
            ? "JSON of another kind than JSON Feed or ninjs" : "JSON that is neither JSON Feed nor ninjs"
    }
}
