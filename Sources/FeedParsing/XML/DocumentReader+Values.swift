// Drafts to values: the only place where bytes become text, and each does so once.

import FeedModel
import XMLStream

extension DocumentReader {
    mutating func takeEntry() -> ParsedEntry {
        for link in entryDraft.links where link.rel == "enclosure" {
            entryDraft.add(Enclosure(url: address(link), type: link.type, length: link.length))
        }
        return entry(from: entryDraft)
    }

    private func entry(from draft: Draft) -> ParsedEntry {
        var entry = ParsedEntry()
        entry.url = entryAddress(draft)
        entry.id = identity(of: draft) ?? entry.url
        entry.title = headline(.title, of: draft)
        entry.summaryHTML = markup(.summary, of: draft)
        entry.contentHTML = markup(.content, of: draft)
        entry.published = draft.published?.value
        entry.updated = draft.updated?.value
        let authors = draft.authors
        entry.authors = authors.isEmpty ? draft.sourceAuthors : authors
        entry.categories = draft.distinctCategories
        entry.enclosures = draft.enclosures
        entry.image = draft.picture?.value
        entry.source = draft.source
        entry.creditLine = line(.creditLine, of: draft)
        entry.rights = line(.rights, of: draft)
        entry.language = line(.language, of: draft) ?? draft.language
        entry.version = line(.version, of: draft)
        entry.urgency = line(.urgency, of: draft).flatMap(WireItem.urgency)
        if let place = line(.place, of: draft) { entry.places = [place] }
        return entry
    }

    mutating func completeFeed() {
        let draft = feedDraft
        feed.id = identity(of: draft)
        feed.title = headline(.title, of: draft)
        feed.subtitle = headline(.summary, of: draft)
        feed.homePageURL = linkText(draft) ?? address(of: draft, rel: "alternate")
        feed.feedURL = address(of: draft, rel: "self")
        feed.hubs = draft.links.filter { $0.rel == "hub" }.map { address($0) }
        feed.language = line(.language, of: draft) ?? draft.language
        feed.rights = line(.rights, of: draft)
        feed.categories = draft.distinctCategories
        feed.updated = draft.updated?.value ?? draft.published?.value
        feed.authors = draft.authors
        feed.image = draft.picture?.value
        if let period = feed.pollHints.updatePeriodSeconds, let frequency = updateFrequency {
            feed.pollHints.updatePeriodSeconds = period / frequency
        }
        // RFC 4287 section 4.1.2: a feed's authors are those of entries that name none.
        guard dialect?.isMarkupByDefault == false, !feed.authors.isEmpty else { return }
        for index in feed.entries.indices where feed.entries[index].authors.isEmpty {
            feed.entries[index].authors = feed.authors
        }
    }

    // MARK: - Texts

    /// The bytes as they are, but for white space around them.
    private func exact(_ field: Field, of draft: Draft) -> String? {
        draft[field].map { UTF8Text.string(draft.bytes[$0.range]) }
    }

    private func identity(of draft: Draft) -> String? {
        exact(.id, of: draft) ?? draft.about ?? exact(.identifier, of: draft)
    }

    private func line(_ field: Field, of draft: Draft) -> String? {
        draft[field].flatMap { text($0, of: draft) }
    }

    /// One line of plain text; of a picture without a word its markup, for the document says nothing else.
    private func headline(_ field: Field, of draft: Draft) -> String? {
        guard let text = draft[field] else { return nil }
        if let line = self.text(text, of: draft) { return line }
        let decoded = decode(text, of: draft)
        guard decoded.kind != .plain else { return nil }
        let html = UTF8Text.string(decoded.bytes)
        return HTMLPicture.markup(html, base: text.base, keepsRaw: options.keepsRaw)
    }

    /// One line of plain text; nil when nothing is left.
    func text(_ text: Draft.Text, of draft: Draft) -> String? {
        let decoded = decode(text, of: draft)
        let isPlain = decoded.kind == .plain || !decoded.bytes.contains { $0 == 0x26 || $0 == 0x3C }
        let line =
            isPlain
            ? WhiteSpace.folded(decoded.bytes) : HTMLText.plainText(UTF8Text.string(decoded.bytes))
        return line.isEmpty ? nil : line
    }

    /// HTML, sanitised unless everything is to stay as written; nil when nothing is left.
    private func markup(_ field: Field, of draft: Draft) -> String? {
        guard let text = draft[field] else { return nil }
        var (bytes, kind) = decode(text, of: draft)
        if kind == .plain {
            var escaped: [UInt8] = []
            escaped.reserveCapacity(bytes.count)
            MarkupWriter.escape(bytes, into: &escaped)
            bytes = escaped[...]
        }
        guard !options.keepsRaw else { return UTF8Text.string(bytes) }
        let clean = WhiteSpace.trimmed(sanitizer.sanitize(bytes, base: text.base))
        return clean.isEmpty ? nil : clean
    }

    private func decode(_ text: Draft.Text, of draft: Draft) -> (bytes: ArraySlice<UInt8>, kind: TextKind) {
        let bytes = draft.bytes[text.range]
        if text.kind == .base64 {
            guard let decoded = Base64.decode(bytes), String(validating: decoded, as: UTF8.self) != nil else {
                return (bytes, .plain)
            }
            return (decoded[...], .html)
        }
        let kind = text.kind == .untyped ? MarkupGuess.kind(of: bytes) : text.kind
        if hasMistakenReference() { return (MistakenReference.corrected(bytes), kind) }
        return (bytes, kind)
    }

    // MARK: - Addresses

    private func entryAddress(_ draft: Draft) -> String? {
        if let link = linkText(draft) ?? address(of: draft, rel: "alternate") ?? draft.contentAddress { return link }
        // A web address as identity is the entry's address, unless isPermaLink denies it.
        guard !draft.isPermaLinkDenied, let id = identity(of: draft) else { return nil }
        let scheme = id.prefix(8).lowercased()
        return scheme.hasPrefix("http://") || scheme.hasPrefix("https://") ? id : nil
    }

    private func linkText(_ draft: Draft) -> String? {
        guard let text = draft[.link], let link = exact(.link, of: draft) else { return nil }
        return options.keepsRaw ? link : URLReference.resolve(link, base: text.base)
    }

    /// The best link of a relation: a web page before anything else.
    func address(of draft: Draft, rel: String) -> String? {
        let best = draft.links.first { $0.rel == rel && Self.isPage($0.type) } ?? draft.links.first { $0.rel == rel }
        return best.map { address($0) }
    }

    /// What says nothing is a page.
    private static func isPage(_ type: String?) -> Bool {
        guard let type, type != "text/html" else { return true }
        return ["text/html", "application/xhtml+xml"].contains(type.lowercased())
    }

    private func address(_ link: Draft.Link) -> String {
        let href = WhiteSpace.trimmed(link.href)
        return options.keepsRaw ? href : URLReference.resolve(href, base: link.base)
    }
}
