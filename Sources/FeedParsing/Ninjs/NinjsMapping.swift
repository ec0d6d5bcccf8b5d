// From the items of ninjs and the ANP News API to the model; which member feeds which field stands in NinjsTerms.
// Refuses to invent: a slugline is no headline, an association that is a text is no entry, an identifier no address.

import FeedModel
import FoundationEssentials

/// The items of one document on their way to the model.
struct NinjsMapping {
    private var text: EntryText
    private let format: FeedFormat

    static func feed(of found: NinjsItems, options: ParseOptions) -> ParsedFeed {
        var mapping = NinjsMapping(text: EntryText(options: options), format: found.format)
        var feed = ParsedFeed(format: found.format)
        // The innermost wrapper knows most of its list.
        for wrapper in found.wrappers.reversed().map(NinjsItem.init) {
            feed.title = feed.title ?? mapping.text.line(wrapper.first(["title"], \.string))
            feed.subtitle = feed.subtitle ?? mapping.text.line(wrapper.first(["description"], \.string))
            feed.language = feed.language ?? wrapper.first(NinjsTerms.language, \.string)
            feed.updated = feed.updated ?? mapping.date(wrapper, ["updated"], "feed")
            feed.rights = feed.rights ?? mapping.line(wrapper.words(NinjsTerms.rights), separator: " ")
        }
        for (index, item) in found.items.prefix(FeedParser.mostEntries).enumerated() {
            feed.entries.append(mapping.entry(NinjsItem(value: item), "items[\(index)]"))
        }
        if found.skippedCount > 0 {
            mapping.text.note(["\(found.skippedCount) values among the items are none, skipped"], in: nil)
        }
        mapping.text.note(entriesNotRead: found.items.count - FeedParser.mostEntries)
        feed.issues = mapping.text.issues
        return feed
    }

    private mutating func entry(_ item: NinjsItem, _ place: String) -> ParsedEntry {
        var entry = ParsedEntry()
        entry.id = id(item)
        entry.url = text.address(item.first(NinjsTerms.url, \.string)) ?? page(entry.id)
        entry.title = item.text(NinjsTerms.headline, roles: NinjsTerms.headlineRoles).flatMap(line)
        entry.contentHTML = item.text(NinjsTerms.content, roles: NinjsTerms.bodyRoles).flatMap(html)
        entry.summaryHTML = item.text(NinjsTerms.summary, roles: NinjsTerms.summaryRoles).flatMap(html)
        entry.published = date(item, NinjsTerms.published, place)
        entry.updated = date(item, NinjsTerms.updated, place)
        entry.authors = WireItem.people(item.words(NinjsTerms.byline).compactMap(text.line))
        entry.categories = categories(item)
        let media = NinjsMedia(item, text)
        (entry.enclosures, entry.image) = (media.enclosures, media.image)
        entry.creditLine = creditLine(item)
        entry.rights = line(item.words(NinjsTerms.rights), separator: " ")
        entry.language = item.first(NinjsTerms.language, \.string).flatMap(text.nonEmpty)
        entry.dateline = line(item.words(NinjsTerms.dateline), separator: " ")
        entry.places = places(item)
        entry.version = item.scalar(NinjsTerms.version)
        entry.urgency = urgency(item, place)
        readEmbargo(item, place, into: &entry)
        return entry
    }

    /// An identifier that is a web address, but for one made for a single request.
    private func page(_ id: String?) -> String? {
        id.flatMap { WireItem.isWeb($0) && !$0.utf8.contains(UInt8(ascii: "?")) ? $0 : nil }
    }

    /// AP puts the query of each request into `uri`, and a number that stays into `altids`.
    private func id(_ item: NinjsItem) -> String? {
        let id = item.scalar(NinjsTerms.id)
        guard id?.utf8.contains(UInt8(ascii: "?")) == true,
            let stable = item.first(["altids"], Self.itemID)
        else { return id }
        return stable
    }

    /// Of `altids`, an object in ninjs 1 and a list of roles in ninjs 2 and 3.
    private static func itemID(_ value: JSONValue) -> String? {
        guard value.kind == .list else { return NinjsItem(value: value).scalar(["itemid"]) }
        let items = NinjsItem.elements(of: value).map(NinjsItem.init)
        return items.first { $0.scalar(["role"])?.lowercased() == "itemid" }?.scalar(["value"])
    }

    private func categories(_ item: NinjsItem) -> [FeedModel.Category] {
        item.members(NinjsTerms.categories).flatMap { _, value -> [FeedModel.Category] in
            NinjsItem.elements(of: value).compactMap { element in
                let concept = NinjsItem(value: element)
                guard let term = text.line(element.string ?? concept.scalar(NinjsTerms.concept)) else { return nil }
                let label = text.line(concept.scalar(["name"]))
                return Category(term: term, scheme: concept.scalar(["scheme"]), label: label == term ? nil : label)
            }
        }.distinct
    }

    private func creditLine(_ item: NinjsItem) -> String? {
        let names = format == .anpAPI ? NinjsTerms.creditLineANP : NinjsTerms.creditLine
        let described = item.first(["descriptions"]) { list in
            NinjsItem.elements(of: list).map(NinjsItem.init).first { $0.scalar(["role"]) == NinjsTerms.creditRole }?
                .scalar(["value"])
        }
        return WireItem.joined((described.map { [$0] } ?? item.words(names)).compactMap(text.line))
    }

    private func places(_ item: NinjsItem) -> [String] {
        let about = item.members(NinjsTerms.places).flatMap { _, value in
            NinjsItem.elements(of: value).filter { place in
                let relations = NinjsItem(value: place).words(NinjsTerms.relation)
                return relations.isEmpty || !relations.allSatisfy { NinjsTerms.farRelations.contains($0.lowercased()) }
            }
        }
        let names = about.compactMap { $0.string ?? NinjsItem(value: $0).scalar(NinjsTerms.place) }
        return (item.words(NinjsTerms.located) + names).compactMap(text.line).distinct
    }

    // MARK: - Publication

    private mutating func urgency(_ item: NinjsItem, _ place: String) -> Int? {
        guard let (name, value) = item.members(NinjsTerms.urgency).first(where: { $0.value.kind != .null }) else {
            return nil
        }
        if let urgency = value.wholeNumber, (1...9).contains(urgency) { return urgency }
        text.note(["\(name): not 1 to 9"], in: place)
        return nil
    }

    /// Status and embargo. An embargo that nobody can read has not ended: the item is withheld.
    private mutating func readEmbargo(_ item: NinjsItem, _ place: String, into entry: inout ParsedEntry) {
        entry.embargo = date(item, NinjsTerms.embargo, place)
        if let word = item.scalar(NinjsTerms.status) {
            entry.status = WireItem.status(word, embargo: entry.embargo)
            if entry.status == nil { text.note(["status: “\(word.prefix(40))” is not understood"], in: place) }
        }
        let isSet = item.members(NinjsTerms.embargo).contains { _, value in
            value.string.map { !NinjsItem.isBlank($0) }
                ?? (value.kind != .null && !value.bytes.elementsEqual("false".utf8))
        }
        guard isSet, entry.embargo == nil, entry.status != .canceled else { return }
        text.note(["embargoed: not understood, the item is withheld"], in: place)
        entry.status = .withheld
    }

    // MARK: - Values

    private mutating func date(_ item: NinjsItem, _ names: [String], _ place: String) -> Date? {
        for (name, value) in item.members(names) {
            if let number = value.number { text.note(["\(name): \(number.prefix(40)) is no date"], in: place) }
            if let date = text.date(value.string, name, in: place) { return date }
        }
        return nil
    }

    private func line(_ text: NinjsItem.Text) -> String? {
        // Some agencies escape a headline as if it were HTML.
        let isMarkup = text.isHTML || text.text.utf8.contains { $0 == UInt8(ascii: "&") || $0 == UInt8(ascii: "<") }
        return self.text.line(isMarkup ? HTMLText.plainText(text.text) : text.text)
    }

    private func line(_ words: [String], separator: String) -> String? {
        text.line(words.distinct.joined(separator: separator))
    }

    private func html(_ text: NinjsItem.Text) -> String? {
        text.isHTML ? self.text.html(text.text) : self.text.nonEmpty(PlainTextHTML.paragraphs(text.text))
    }
}
