// RSS 0.90 and 1.0 (RDF): items stand beside the channel, identities are rdf:about.

import FeedModel

extension Dialect {
    static let rdf = Dialect(
        root: FieldTable([
            FieldRule(.feed, .channel), FieldRule(.entry, .item), FieldRule(.picture, .image),
        ]),
        feed: FieldTable(RDFFields.channel),
        entry: FieldTable(RDFFields.item),
        isMarkupByDefault: true,
        isRDF: true
    )
}

/// The fields of RSS 1.0 elements: Dublin Core first, for it is the format's own vocabulary; then as RSS.
enum RDFFields {
    static let channel: [FieldRule] = RSSFields.channel

    static let item: [FieldRule] = RSSFields.item
}

extension FeedFormat {
    /// RSS 0.90 and 1.0 differ in the namespace of their elements alone.
    init(rdfNamespaces uris: Set<String>) {
        self = uris.contains { $0.lowercased().contains("netscape.com/rdf/simple/0.9") } ? .rss090 : .rss10
    }
}
