// Elements that say all they say in attributes: links, enclosures, media.

import FeedModel
import XMLStream

extension DocumentReader {
    mutating func readLink(_ tag: XMLStartTag, _ frame: inout Frame) {
        let href = tag.value(FeedTerm.href.rawValue)
        let link = Draft.Link(
            rel: Self.relation(tag.value(FeedTerm.rel.rawValue)),
            href: href?.string ?? "",
            type: tag.value(FeedTerm.type.rawValue)?.string,
            length: tag.value(FeedTerm.length.rawValue).flatMap { Int($0.string) }.flatMap { $0 < 0 ? nil : $0 },
            base: base
        )
        guard href?.isWhiteSpace == false else {
            // Written as in RSS: the text is the address.
            frame.scope = .text
            frame.place = FieldTable.Place(field: .atomLink, rank: 0)
            pendingLink = link
            return
        }
        update { $0.add(link) }
    }

    /// A relation without the registry's prefix (RFC 4287 section 4.2.7.2).
    private static func relation(_ rel: XMLBytes?) -> String {
        guard let rel, !rel.isWhiteSpace else { return "alternate" }
        let name = WhiteSpace.trimmed(rel.string.lowercased())
        let registry = "http://www.iana.org/assignments/relation/"
        return name.hasPrefix(registry) ? String(name.dropFirst(registry.count)) : name
    }

    mutating func readEnclosure(_ tag: XMLStartTag) {
        let address = tag.value(FeedTerm.url.rawValue) ?? tag.value(FeedTerm.href.rawValue)
        addEnclosure(address, type: tag.value(FeedTerm.type.rawValue), length: tag.value(FeedTerm.length.rawValue))
    }

    mutating func readMedia(_ tag: XMLStartTag) {
        let address = tag.value(FeedTerm.url.rawValue)
        let type = tag.value(FeedTerm.type.rawValue)
        addEnclosure(address, type: type, length: tag.value(FeedTerm.fileSize.rawValue))
        let isPicture =
            tag.value(FeedTerm.medium.rawValue)?.matches("image") ?? type?.string.hasPrefix("image/") ?? false
        if isPicture, let address, !address.isEmpty { offer(picture: address.string, rank: 0) }
    }

    private mutating func addEnclosure(_ address: XMLBytes?, type: XMLBytes?, length: XMLBytes?) {
        guard let address, !address.isWhiteSpace else { return }
        let enclosure = Enclosure(
            url: resolved(address.string),
            type: type.flatMap { $0.isWhiteSpace ? nil : WhiteSpace.trimmed($0.string) },
            length: length.flatMap { Int(WhiteSpace.trimmed($0.string)) }.flatMap { $0 < 0 ? nil : $0 }
        )
        if holder == .entry { entryDraft.add(enclosure) }
    }

    mutating func offer(picture address: String, rank: UInt8) {
        let url = resolved(address)
        if !url.isEmpty { update { $0.offer(picture: url, rank: rank) } }
    }

    mutating func add(_ category: Category, rank: UInt8) {
        update { $0.add(category, rank: rank) }
    }

    /// An address made absolute, unless everything is to stay as written.
    func resolved(_ address: String) -> String {
        let trimmed = WhiteSpace.trimmed(address)
        return options.keepsRaw ? trimmed : URLReference.resolve(trimmed, base: base)
    }

    /// Changes the draft of whoever's fields are being filled.
    mutating func update(_ change: (inout Draft) -> Void) {
        switch holder {
        case .feed: change(&feedDraft)
        case .entry: change(&entryDraft)
        case .source: change(&sourceDraft)
        }
    }
}
