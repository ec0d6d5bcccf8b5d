// From the objects of a JSON Feed to the model: one line for each field that jsonfeed.org/version/1.1 names.
// Refuses to invent: an item without a date has none, an extension is not looked at.

import FeedModel

/// One JSON Feed on its way to the model.
struct JSONFeedMapping {
    private var text: EntryText

    /// The feed; nil when the document neither says that it is a JSON Feed nor has the shape of one.
    ///
    /// A list of items without the object around it, as some services answer, is one too. The version may come last,
    /// and be lost with the end of a text that breaks off: items that look like it say enough.
    static func feed(in root: JSONValue, options: ParseOptions) -> ParsedFeed? {
        var mapping = JSONFeedMapping(text: EntryText(options: options))
        guard var document = JSONObject(root) else {
            guard hasItemShape(root) else { return nil }
            var feed = ParsedFeed(format: .jsonFeed11)
            mapping.text.note(["a list of items without the feed around it"], in: nil)
            mapping.read(root.elements, into: &feed)
            feed.issues = mapping.text.issues
            return feed
        }
        let version = document["version"]?.string ?? ""
        let items = document["items"]
        guard
            version.contains("jsonfeed.org/version") || items != nil && document.has("home_page_url")
                || items.map(hasItemShape) == true
        else { return nil }
        let is10 = version.hasSuffix("/1") || version.hasSuffix("/1.0")
        return mapping.feed(&document, format: is10 ? .jsonFeed10 : .jsonFeed11)
    }

    /// Members that no other format gives its items.
    private static let telling = ["content_html", "content_text", "date_published", "date_modified", "external_url"]

    private static func hasItemShape(_ list: JSONValue) -> Bool {
        guard let first = list.elements.first(where: \.isWhole), first.kind == .object else { return false }
        return telling.contains { first.member($0) != nil }
    }

    private mutating func feed(_ document: inout JSONObject, format: FeedFormat) -> ParsedFeed {
        var feed = ParsedFeed(format: format)
        feed.feedURL = text.address(document.string("feed_url"))
        if text.base == nil { text.base = feed.feedURL }
        feed.title = text.line(document.string("title"))
        feed.subtitle = text.line(document.string("description"))
        feed.homePageURL = text.address(document.string("home_page_url"))
        feed.language = text.nonEmpty(document.string("language"))
        feed.image = text.address(document.string("icon")) ?? text.address(document.string("favicon"))
        feed.authors = authors(of: &document)
        for var hub in document.objects("hubs", atMost: Draft.mostValues)
        where hub.string("type")?.lowercased() == "websub" {
            if let url = text.address(hub.string("url")) { feed.hubs.append(url) }
        }
        let items = document["items"]
        if let items, items.kind != .list { document.note("items: not a list") }
        text.note(document.notes, in: nil)
        read(items?.elements ?? [], into: &feed)
        feed.issues = text.issues
        return feed
    }

    private mutating func read(_ items: [JSONValue], into feed: inout ParsedFeed) {
        for (index, item) in items.enumerated() where item.isWhole {
            guard index < FeedParser.mostEntries else { break }
            if var item = JSONObject(item) {
                feed.entries.append(entry(&item, "items[\(index)]"))
            } else {
                text.note(["items[\(index)]: not an object, skipped"], in: nil)
            }
        }
        text.note(entriesNotRead: items.count - FeedParser.mostEntries)
    }

    private mutating func entry(_ item: inout JSONObject, _ place: String) -> ParsedEntry {
        var entry = ParsedEntry()
        // An id may be a number, which the format allows readers to take as text.
        entry.id = text.nonEmpty(item.scalar("id"))
        entry.url = text.address(item.string("url")) ?? text.address(item.string("external_url"))
        entry.title = text.line(item.string("title"))
        let plain = text.nonEmpty(item.string("content_text")).map(PlainTextHTML.paragraphs)
        entry.contentHTML = text.html(item.string("content_html")) ?? plain
        entry.summaryHTML = text.nonEmpty(item.string("summary")).map(PlainTextHTML.inline)
        entry.image = text.address(item.string("image")) ?? text.address(item.string("banner_image"))
        entry.published = text.date(item.string("date_published"), "date_published", in: place)
        entry.updated = text.date(item.string("date_modified"), "date_modified", in: place)
        entry.authors = authors(of: &item)
        entry.categories = item.strings("tags").prefix(Draft.mostValues).compactMap {
            text.line($0).map { Category(term: $0) }
        }
        entry.language = text.nonEmpty(item.string("language"))
        for var attachment in item.objects("attachments", atMost: Draft.mostValues) {
            if let url = text.address(attachment.string("url")) {
                let type = text.nonEmpty(attachment.string("mime_type"))
                entry.enclosures.append(Enclosure(url: url, type: type, length: attachment.count("size_in_bytes")))
            }
            text.note(attachment.notes, in: "\(place).attachments")
        }
        text.note(item.notes, in: place)
        return entry
    }

    /// `authors` (1.1), else `author` (1.0).
    private func authors(of object: inout JSONObject) -> [Person] {
        var people = object.objects("authors", atMost: Draft.mostValues)
        if people.isEmpty, let author = object.object("author") { people = [author] }
        return people.compactMap { person in
            var person = person
            let name = text.line(person.string("name"))
            let url = text.address(person.string("url"))
            return name == nil && url == nil ? nil : Person(name: name, url: url)
        }
    }
}
