// What a message says of itself, around its items: who sent it, when, and how urgently.

import FeedModel
import FoundationEssentials

/// NewsML-G2 `header`, NewsML 1 `NewsEnvelope`.
struct WireEnvelope {
    var title: String?
    private(set) var sent: Date?
    private(set) var priority: String?

    mutating func read(_ element: WireElement) {
        guard let fields = Self.fields[element.name] else { return }
        func value(_ paths: [WirePath]) -> String? {
            paths.lazy.compactMap { $0.values(in: element).first }.first
        }
        // A product may be a name, "ANP Nieuws", or a code, "DGTE": codes name nobody.
        title = title ?? value(fields.sender) ?? value(fields.product).flatMap { $0.contains(" ") ? $0 : nil }
        sent = sent ?? value(fields.sent).flatMap { FeedDate.parse($0) }
        priority = priority ?? value(fields.priority)
    }

    private struct Fields {
        var sender: [WirePath]
        var product: [WirePath] = []
        var sent: [WirePath]
        var priority: [WirePath]
    }

    private static let fields = [
        "header": Fields(sender: ["sender"], sent: ["sent"], priority: ["priority"]),
        "NewsEnvelope": Fields(
            sender: ["SentFrom/Party@FormalName"],
            product: ["NewsProduct@FormalName", "NewsService@FormalName"],
            sent: ["DateAndTime"],
            priority: ["Priority@FormalName"]
        ),
    ]

    /// Who provides an item, for documents without an envelope.
    static func title(of item: WireElement) -> String? {
        let paths: [WirePath] = [
            "itemMeta/provider#", "//AdministrativeMetadata/Provider/Party@FormalName", "body/body.head/distributor",
            "head/docdata/doc.copyright@holder",
        ]
        return paths.lazy.compactMap { $0.values(in: item).first }.first
    }
}
