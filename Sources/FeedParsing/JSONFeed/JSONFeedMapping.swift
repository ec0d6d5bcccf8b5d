// From the objects of a JSON Feed to the model: one line for each field that jsonfeed.org/version/1.1 names.
// Refuses to invent: an item without a date has none, an extension is not looked at.

import FeedModel
import FoundationEssentials

/// One document on its way to the model.
struct JSONFeedMapping {
    private static let mostIssues = 100

    private let document: JSONObject
    private let options: ParseOptions
    private var base: String?
    private var issues: [ParseIssue] = []

    init(document: JSONObject, options: ParseOptions) {
        self.document = document
        self.options = options
        base = options.baseURL
    }

    /// What a document that is no JSON Feed is.
    var whatElse: String {
        document.has("version") || document.has("items")
            ? "JSON of another kind than JSON Feed" : "JSON without a JSON Feed version"
    }

    /// The feed; nil when the document does not say that it is one, and does not look like one either.
    mutating func feed() -> ParsedFeed? {
        var document = document
        let version = document.scalar("version") ?? ""
        guard version.contains("jsonfeed.org/version") || (document.has("items") && document.has("home_page_url"))
        else {
            return nil
        }
        var feed = ParsedFeed(format: version.hasSuffix("/1") || version.hasSuffix("/1.0") ? .jsonFeed10 : .jsonFeed11)
        feed.feedURL = address(document.string("feed_url"))
        if base == nil { base = feed.feedURL }
        feed.title = line(document.string("title"))
        feed.subtitle = line(document.string("description"))
        feed.homePageURL = address(document.string("home_page_url"))
        feed.language = nonEmpty(document.string("language"))
        feed.image = address(document.string("icon")) ?? address(document.string("favicon"))
        feed.authors = authors(of: &document)
        for var hub in document.objects("hubs", atMost: Draft.mostValues)
        where hub.string("type")?.lowercased() == "websub" {
            if let url = address(hub.string("url")) { feed.hubs.append(url) }
        }
        let items = document.objects("items", atMost: FeedParser.mostEntries)
        note(document.notes, in: nil)
        for (index, var item) in items.enumerated() {
            feed.entries.append(entry(&item, "items[\(index)]"))
        }
        let skipped = (document.countOfList("items") ?? 0) - FeedParser.mostEntries
        if skipped > 0 { issues.append(.entriesNotRead(skipped)) }
        feed.issues = issues
        return feed
    }

    private mutating func entry(_ item: inout JSONObject, _ place: String) -> ParsedEntry {
        var entry = ParsedEntry()
        // An id may be a number, which the format allows readers to take as text.
        entry.id = nonEmpty(item.scalar("id"))
        entry.url = address(item.string("url")) ?? address(item.string("external_url"))
        entry.title = line(item.string("title"))
        let text = nonEmpty(item.string("content_text")).map(PlainTextHTML.paragraphs)
        entry.contentHTML = html(item.string("content_html")) ?? text
        entry.summaryHTML = nonEmpty(item.string("summary")).map(PlainTextHTML.inline)
        entry.image = address(item.string("image")) ?? address(item.string("banner_image"))
        entry.published = date(&item, "date_published", place)
        entry.updated = date(&item, "date_modified", place)
        entry.authors = authors(of: &item)
        entry.categories = item.strings("tags").prefix(Draft.mostValues).compactMap {
            line($0).map { Category(term: $0) }
        }
        entry.language = nonEmpty(item.string("language"))
        for var attachment in item.objects("attachments", atMost: Draft.mostValues) {
            if let url = address(attachment.string("url")) {
                let type = nonEmpty(attachment.string("mime_type"))
                entry.enclosures.append(Enclosure(url: url, type: type, length: attachment.count("size_in_bytes")))
            }
            note(attachment.notes, in: "\(place).attachments")
        }
        note(item.notes, in: place)
        return entry
    }

    /// `authors` (1.1), else `author` (1.0).
    private mutating func authors(of object: inout JSONObject) -> [Person] {
        var people = object.objects("authors", atMost: Draft.mostValues)
        if people.isEmpty, let author = object.object("author") { people = [author] }
        return people.compactMap { person in
            var person = person
            let name = line(person.string("name"))
            let url = address(person.string("url"))
            return name == nil && url == nil ? nil : Person(name: name, url: url)
        }
    }

    private mutating func date(_ item: inout JSONObject, _ name: String, _ place: String) -> Date? {
        guard let text = item.string(name) else { return nil }
        let date = FeedDate.parse(text)
        if date == nil { note(["\(name): “\(text.prefix(40))” is no date"], in: place) }
        return date
    }

    // MARK: - Values

    private func address(_ text: String?) -> String? {
        guard let text = nonEmpty(text) else { return nil }
        return options.keepsRaw ? text : URLReference.resolve(text, base: base)
    }

    private func html(_ text: String?) -> String? {
        guard let text = nonEmpty(text) else { return nil }
        return options.keepsRaw ? text : nonEmpty(HTMLSanitizer.sanitize(text, base: base))
    }

    /// JSON Feed's titles and names are plain text: nothing in them is markup.
    private func line(_ text: String?) -> String? {
        var line = TextLine()
        line.append(Array((text ?? "").utf8)[...])
        return nonEmpty(line.take())
    }

    private func nonEmpty(_ text: String?) -> String? {
        guard let text, text.utf8.contains(where: { $0 > 0x20 }) else { return nil }
        return text
    }

    private mutating func note(_ notes: [String], in place: String?) {
        for note in notes where issues.count < Self.mostIssues {
            let message = place.map { "\($0).\(note)" } ?? note
            issues.append(ParseIssue(line: 0, column: 0, message: message))
        }
    }
}
