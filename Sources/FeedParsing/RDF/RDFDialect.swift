// RSS 0.90 and 1.0 (RDF): items stand beside the channel, identities are rdf:about.

import FeedModel

extension Dialect {
    static let rdf = Dialect(
        root: FieldTable([
            FieldRule(.feed, .channel), FieldRule(.entry, .item), FieldRule(.picture, .image),
        ]),
        // Publishers mix RSS 2.0's elements and the modules into RSS 1.0: the preferences are the same.
        feed: FieldTable(RSSFields.channel),
        entry: FieldTable(RSSFields.item),
        isMarkupByDefault: true,
        isRDF: true
    )
}

extension FeedFormat {
    /// RSS 0.90 and 1.0 differ in the namespace of their elements alone.
    init(rdfNamespaces uris: Set<String>) {
        self = uris.contains { $0.lowercased().contains("netscape.com/rdf/simple/0.9") } ? .rss090 : .rss10
    }
}
