// Events to drafts: follows the document's elements and puts each text where its dialect's tables say.
// Makes no choice between elements (the tables do) and no value out of bytes (the mappings do).

import FeedModel
import XMLStream

/// Reads one XML document. Entries are finished as their end tags come.
///
/// A struct, that one access to it may cover all that an event changes.
struct DocumentReader: XMLEventReader {
    /// What an open element is to us.
    enum Scope: UInt8 {
        case document, root, feed, entry, source, person, picture, group, category, hours, days
        /// Its text is being kept.
        case text
        /// An element inside a kept text.
        case inline
        /// In a wire document.
        case wire
        case ignored
        /// An item inside an item: its fields, and what follows its end, are a new entry's.
        case innerEntry
    }

    struct Frame {
        var scope: Scope
        var code: UInt16 = 0
        var place: FieldTable.Place?
        var kind = TextKind.plain
        /// Where this element's text starts in `buffer`.
        var start = 0
        /// For `inline`: the name to close with, inside `buffer`; empty when no tag was written.
        var name = 0..<0
        var hasBase = false
        var hasLanguage = false
        /// Whose fields were being filled outside this element.
        var holder = Holder.feed

        var keepsText: Bool {
            switch scope {
            case .text, .inline, .person, .source, .wire: true
            default: false
            }
        }
    }

    /// Whose fields are being filled.
    enum Holder: UInt8 {
        case feed, entry, source
    }

    let options: ParseOptions
    let sanitizer = HTMLSanitizer()
    var feed = ParsedFeed(format: .rss20)
    /// Set once the root is known to be a feed's.
    var dialect: Dialect?
    /// The root element when it is no feed's.
    var foreignRoot: String?
    /// The root element while a feed may still be inside it.
    var outermostRoot: String?
    /// Set once a wire document's root is found.
    var wire: WireReader?
    let names: DocumentNames

    var frames: [Frame] = [Frame(scope: .document)]
    var bases: [String?]
    var languages: [String?] = [nil]
    /// Text of the elements being read, innermost last.
    var buffer: [UInt8] = []
    var holder = Holder.feed
    var feedDraft = Draft()
    var entryDraft = Draft()
    var sourceDraft = Draft()
    var isInEntry = false
    /// Entries beyond the most that are read.
    var skippedEntryCount = 0
    var person = Person()
    /// Attributes of the element whose text is being read.
    var pendingScheme: String?
    var pendingLink: Draft.Link?
    var pendingLine = (line: 0, column: 0)
    var updateFrequency: Int?
    /// Said once a document.
    var hasDoubleEncoding = false
    /// The document refers to control characters where windows-1252 is meant.
    var hasMistakenReference: () -> Bool = { false }

    init(options: ParseOptions, names: DocumentNames) {
        self.options = options
        self.names = names
        bases = [options.baseURL]
    }

    var base: String? { bases.last ?? nil }
    var scope: Scope { frames.last?.scope ?? .ignored }

    // MARK: - Events

    mutating func startElement(_ tag: XMLStartTag) -> Bool {
        var frame = Frame(scope: .ignored, code: tag.code, start: buffer.count, holder: holder)
        if tag.attributeCount > 0 { readContext(tag, into: &frame) }
        switch scope {
        case .document: openRoot(tag, &frame)
        case .root: open(tag, dialect?.root[tag.code], &frame)
        case .feed: open(tag, dialect?.feed[tag.code], &frame)
        case .entry, .innerEntry: open(tag, dialect?.entry[tag.code], &frame)
        case .source: openInSource(tag, &frame)
        case .group: openInGroup(tag, &frame)
        case .person: openInPerson(tag, &frame)
        case .picture: openInPicture(tag, &frame)
        case .category: openInCategory(tag, &frame)
        case .hours, .days: openInSkipList(tag, &frame)
        case .text, .inline: openInline(tag, &frame)
        case .wire: openWire(tag, &frame)
        case .ignored: openIgnored(tag, &frame)
        }
        frames.append(frame)
        return frame.keepsText
    }

    mutating func endElement() -> Bool {
        guard frames.count > 1, let frame = frames.popLast() else { return false }
        close(frame)
        if frame.hasBase { bases.removeLast() }
        if frame.hasLanguage { languages.removeLast() }
        return frames[frames.count - 1].keepsText
    }

    mutating func text(_ bytes: XMLBytes) {
        if frames[frames.count - 1].kind == .xhtml {
            MarkupWriter.escape(bytes, into: &buffer)
        } else {
            bytes.append(to: &buffer)
        }
    }

    /// Ends what the document left open, and gives the feed.
    mutating func finish() -> ParsedFeed {
        while frames.count > 1 { _ = endElement() }
        if let wire {
            wire.complete(&feed)
            return feed
        }
        if dialect?.isRDF == true { feed.format = FeedFormat(rdfNamespaces: names.namespaces) }
        completeFeed()
        return feed
    }

    private mutating func readContext(_ tag: XMLStartTag, into frame: inout Frame) {
        if let value = tag.value(FeedTerm.xmlBase.rawValue) {
            bases.append(URLReference.resolve(value.string, base: base))
            frame.hasBase = true
        }
        if let value = tag.value(FeedTerm.xmlLang.rawValue) {
            languages.append(value.isEmpty ? nil : value.string)
            frame.hasLanguage = true
        }
    }
}
