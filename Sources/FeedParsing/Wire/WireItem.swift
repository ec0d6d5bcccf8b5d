// An item on its way to an entry: what all wire formats have in common, read by the format's table.
// Refuses to invent: a field no path leads to stays empty, a date or number that is none is noted and left out.

import FeedModel
import FoundationEssentials

/// What mapping an item needs to know beside the item.
struct WireContext {
    /// What relative addresses are relative to.
    var base: String?
    /// HTML unsanitised, addresses as written.
    var keepsRaw = false
    /// The message's own priority, for items without an urgency.
    var priority: String?
}

struct WireItem {
    let root: WireElement
    let fields: WireFields
    let context: WireContext
    private(set) var issues: [ParseIssue] = []

    init(_ root: WireElement, fields: WireFields, context: WireContext) {
        self.root = root
        self.fields = fields
        self.context = context
    }

    /// The entry as far as the table tells; the format adds its body, pictures and categories.
    mutating func entry() -> ParsedEntry {
        var entry = ParsedEntry()
        entry.id = fields.value(.id, in: root)
        entry.url = fields.values(.url, in: root).lazy.map(address).first(where: Self.isWeb)
        if entry.url == nil, let id = entry.id, Self.isWeb(id) { entry.url = id }
        entry.title = fields.value(.title, in: root).map(HTMLText.plainText)
        entry.dateline = Self.dateline(fields.value(.dateline, in: root))
        entry.summaryHTML = fields.elements(.summary, in: root).first.flatMap { html(of: $0) }
        entry.creditLine = Self.joined(fields.values(.creditLine, in: root).map(Self.withoutScheme))
        entry.rights = fields.value(.rights, in: root)
        entry.language = fields.value(.language, in: root)
        entry.version = fields.value(.version, in: root)
        entry.urgency = (fields.value(.urgency, in: root) ?? context.priority).flatMap(Self.urgency)
        entry.published = date(.published)
        entry.updated = date(.updated)
        entry.authors = Self.people(fields.values(.author, in: root))
        entry.places = fields.values(.place, in: root).distinct
        settle(status: fields.value(.status, in: root), embargo: date(.embargo), in: &entry)
        return entry
    }

    // MARK: - Values

    /// An address made absolute, unless everything is to stay as written.
    func address(_ text: String) -> String {
        context.keepsRaw ? text : URLReference.resolve(text, base: context.base)
    }

    /// An address a reader can follow. URNs, tags and files of the agency are none; a relative one is kept where no base
    /// is known.
    static func isWeb(_ address: String) -> Bool {
        let lowered = address.prefix(8).lowercased()
        return lowered.hasPrefix("http://") || lowered.hasPrefix("https://")
    }

    /// A picture's number in the agency's own archive is none.
    static func isAddress(_ text: String) -> Bool {
        text.contains { $0 == "." || $0 == "/" }
    }

    /// A picture or other file; nil for what no reader can fetch.
    func enclosure(_ address: String?, type: String?, length: String?) -> Enclosure? {
        guard let address, Self.isAddress(address) else { return nil }
        let url = self.address(address)
        guard Self.isWeb(url) || (context.base == nil && !url.contains(":")) else { return nil }
        let bytes = length.flatMap(Int.init).flatMap { $0 < 0 ? nil : $0 }
        return Enclosure(url: url, type: type.flatMap { $0.contains("/") ? $0 : nil }, length: bytes)
    }

    /// A summary as HTML: elements in it are NITF's or XHTML's, escaped ones HTML's, and text is one line however it is
    /// broken; nil when nothing is left.
    func html(of element: WireElement) -> String? {
        if element.elements.contains(where: { $0.text != nil }) {
            return sanitized(WireMarkup.html(of: element, as: .nitf, context: context))
        }
        let text = element.rawText()
        return Self.looksLikeMarkup(text) ? sanitized(text) : element.text.map(PlainTextHTML.inline)
    }

    /// HTML of a text that is HTML or plain, by its media type, else by its looks.
    func html(of text: String, type: String?) -> String? {
        let type = type?.lowercased() ?? ""
        // ANSA calls text/plain what opens with a paragraph's tag.
        let isPlain = type.contains("plain") && !WhiteSpace.trimmed(text).hasPrefix("<p>")
        let isMarkup = type.contains("html") || (!isPlain && Self.looksLikeMarkup(text))
        let html = isMarkup ? text : PlainTextHTML.paragraphs(text)
        return sanitized(html)
    }

    /// The HTML as it may be shown; nil when nothing is left.
    func sanitized(_ html: String) -> String? {
        let clean =
            context.keepsRaw ? html : WhiteSpace.trimmed(HTMLSanitizer.sanitize(html, base: context.base))
        return clean.utf8.contains { $0 > 0x20 } ? clean : nil
    }

    private static func looksLikeMarkup(_ text: String) -> Bool {
        ["</p>", "<p>", "<br", "</b>", "</div>", "</a>", "<p ", "</i>"].contains { text.contains($0) }
    }

    /// As printed; nil for a time, which is what Reuters puts there.
    static func dateline(_ text: String?) -> String? {
        guard let text, let first = text.unicodeScalars.first else { return nil }
        return first.properties.numericType == nil ? text : nil
    }

    /// Names without the word for "by" before them.
    static func people(_ names: [String]) -> [Person] {
        names.map { name in
            let words = name.split(separator: " ", maxSplits: 1)
            let isLabelled = words.count == 2 && byWords.contains(words[0].lowercased())
            return Person(name: isLabelled ? String(words[1]) : name)
        }.distinct
    }

    private static let byWords: Set<String> = ["by", "door", "von", "par", "por", "di"]

    /// "nprov:AFP" where an item has no other name for its provider.
    private static func withoutScheme(_ credit: String) -> String {
        guard !credit.contains(" "), !isWeb(credit), let colon = credit.lastIndex(of: ":") else { return credit }
        return String(credit[credit.index(after: colon)...])
    }

    /// Credits in one line, each once.
    static func joined(_ values: [String]) -> String? {
        var seen: Set<String> = []
        let distinct = values.filter { seen.insert($0.lowercased()).inserted }
        return distinct.isEmpty ? nil : distinct.joined(separator: ", ")
    }

    /// IPTC urgency: 1 to 9, anything else is none.
    static func urgency(_ text: String) -> Int? {
        Int(text).flatMap { (1...9).contains($0) ? $0 : nil }
    }

    private mutating func date(_ field: WireField) -> Date? {
        guard let text = fields.value(field, in: root) else { return nil }
        let date = FeedDate.parse(text)
        if date == nil { note("date not understood: \(text.prefix(60))") }
        return date
    }

    /// Holds an entry back that its status says is embargoed: until then it is withheld or, when the time is known, usable
    /// from then on.
    func hold(until release: Date?, in entry: inout ParsedEntry) {
        guard entry.status == .withheld, entry.embargo == nil, let release, isEmbargoed else { return }
        (entry.status, entry.embargo) = (.usable, release)
    }

    /// Embargoed in NewsML 1's and NITF's word for it.
    var isEmbargoed: Bool { fields.value(.status, in: root)?.lowercased().hasSuffix("embargoed") == true }

    mutating func note(_ message: String) {
        issues.append(ParseIssue(line: root.line, column: 1, message: message))
    }

    private mutating func settle(status: String?, embargo: Date?, in entry: inout ParsedEntry) {
        entry.embargo = embargo
        guard let status else { return }
        entry.status = Self.status(status, embargo: embargo)
        if entry.status == nil { note("status not understood: \(status.prefix(60))") }
    }

    /// What agencies call the states, and what they mean: embargoed until a time is usable from then on, embargoed
    /// without one is withheld.
    static func status(_ text: String, embargo: Date?) -> PublicationStatus? {
        let word = text.lowercased().split(whereSeparator: { ":/".contains($0) }).last.map(String.init) ?? ""
        switch word {
        case "usable": return .usable
        case "withheld": return .withheld
        case "embargoed": return embargo == nil ? .withheld : .usable
        case "canceled", "cancelled", "killed", "kill": return .canceled
        default: return nil
        }
    }
}

extension ParsedEntry {
    /// Takes from a document inside the item what the item itself does not say.
    mutating func fillGaps(from inner: ParsedEntry) {
        title = title ?? inner.title
        dateline = dateline ?? inner.dateline
        summaryHTML = summaryHTML ?? inner.summaryHTML
        contentHTML = contentHTML ?? inner.contentHTML
        creditLine = creditLine ?? inner.creditLine
        rights = rights ?? inner.rights
        language = language ?? inner.language
        urgency = urgency ?? inner.urgency
        published = published ?? inner.published
        image = image ?? inner.image
        if embargo == nil, status == nil || inner.embargo != nil { embargo = inner.embargo }
        status = status ?? inner.status
        if authors.isEmpty { authors = inner.authors }
        if places.isEmpty { places = inner.places }
        categories = (categories + inner.categories).distinct
        enclosures = (enclosures + inner.enclosures).distinct
    }
}
