// Channel Definition Format (W3C note, 1997): RSS's ancestor, where addresses and dates are attributes.

import FeedModel
import XMLStream

extension Dialect {
    static let cdf = Dialect(
        root: FieldTable([]),
        feed: FieldTable(CDFFields.channel),
        entry: FieldTable(CDFFields.item),
        isMarkupByDefault: true
    )
}

enum CDFFields {
    static let channel: [FieldRule] = [
        FieldRule(.title, .title),
        FieldRule(.summary, .abstract),
        FieldRule(.image, .logo),
        FieldRule(.entry, .item),
    ]

    static let item: [FieldRule] = [
        FieldRule(.title, .title),
        FieldRule(.summary, .abstract),
        FieldRule(.image, .logo),
    ]
}

extension DocumentReader {
    /// What a CDF channel or item says in attributes.
    mutating func readCDF(_ tag: XMLStartTag, _ frame: inout Frame) {
        if let value = tag.value(FeedTerm.base.rawValue), !frame.hasBase {
            bases.append(URLReference.resolve(value.string, base: base))
            frame.hasBase = true
        }
        let base = base
        if let href = tag.value(FeedTerm.href.rawValue), !href.isWhiteSpace {
            update { $0.add(Draft.Link(rel: "alternate", href: href.string, base: base)) }
        }
        if let date = tag.value(FeedTerm.lastMod.rawValue).flatMap({ FeedDate.parse(Array($0)) }) {
            update { $0.offer(date, as: .updated, rank: 0) }
        }
    }
}
