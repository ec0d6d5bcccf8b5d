// NewsML-G2, NewsML 1 and NITF documents: events to one small tree for each item, and the tree to an entry as soon as
// its end tag comes. Keeps one item at a time, in bounds; what a format's fields are is not decided here.

import FeedModel
import XMLStream

/// Reads one wire document.
final class WireReader {
    /// Deeper elements are read as part of the element around them.
    private static let depthLimit = 200
    /// Elements of one item, and attributes of one element, beyond these are not read.
    private static let elementLimit = 100_000
    private static let attributeLimit = 64

    private let format: FeedFormat
    private let options: ParseOptions
    /// The elements that are open, outermost first.
    private var open: [WireElement] = []
    /// How many open elements are not in `open`.
    private var passedOver = 0
    private var elementCount = 0
    private var isFull = false
    private var envelope = WireEnvelope()
    private var entries: [ParsedEntry] = []
    private var issues: [ParseIssue] = []
    /// What packages refer to, for documents that hold no items themselves.
    private var references: [ParsedEntry] = []
    private var hasItems = false
    private(set) var skippedEntryCount = 0

    init(format: FeedFormat, options: ParseOptions) {
        self.format = format
        self.options = options
    }

    /// The format of documents with that root; nil for all others.
    static func format(ofRoot name: String) -> FeedFormat? {
        switch name {
        case "newsMessage", "newsItem", "packageItem", "conceptItem", "knowledgeItem", "planningItem", "catalogItem":
            .newsMLG2
        case "NewsML", "NewsItem": .newsML1
        case "nitf": .nitf
        default: nil
        }
    }

    // MARK: - Events

    func start(_ tag: XMLStartTag) {
        if open.last.map(Self.isContainer) ?? true { (elementCount, isFull) = (0, false) }
        guard !isFull, open.count < Self.depthLimit, elementCount < Self.elementLimit else {
            if elementCount >= Self.elementLimit, !isFull {
                isFull = true
                note("item too large; the rest of it is not read", line: tag.line)
            }
            passedOver += 1
            return
        }
        elementCount += 1
        var element = WireElement(name: tag.localName.string, line: tag.line)
        for index in 0..<min(tag.attributeCount, Self.attributeLimit) {
            let prefix = tag.attributePrefix(at: index)
            let name = tag.attributeName(at: index).string
            element.attributes.append(
                WireElement.Attribute(
                    name: prefix.isEmpty ? name : prefix.string + ":" + name,
                    value: tag.attributeValue(at: index).string
                )
            )
        }
        open.append(element)
    }

    func text(_ bytes: ArraySlice<UInt8>) {
        guard let last = open.indices.last, !isFull, !Self.isContainer(open[last]) else { return }
        open[last].nodes.append(.text(String(decoding: bytes, as: UTF8.self)))
    }

    /// - Parameter base: what relative addresses are relative to at this place.
    func end(base: String?) {
        guard passedOver == 0 else {
            passedOver -= 1
            return
        }
        guard let element = open.popLast() else { return }
        if let kind = Self.itemKinds[element.name] {
            read(element, kind, base: base)
        } else if let parent = open.indices.last, !Self.isContainer(open[parent]) {
            open[parent].nodes.append(.element(element))
        } else if !open.isEmpty {
            envelope.read(element)
        }
    }

    /// What the document says of itself, and its entries.
    func complete(_ feed: inout ParsedFeed) {
        feed.format = format
        feed.title = envelope.title
        feed.updated = envelope.sent
        feed.entries = hasItems ? entries : references
        feed.issues = issues
    }

    // MARK: - Items

    private enum ItemKind { case newsG2, package, news1, nitf, other }

    private static let itemKinds: [String: ItemKind] = [
        "newsItem": .newsG2, "packageItem": .package, "NewsItem": .news1, "nitf": .nitf, "conceptItem": .other,
        "knowledgeItem": .other, "planningItem": .other, "catalogItem": .other,
    ]

    private static func isContainer(_ element: WireElement) -> Bool {
        ["newsMessage", "itemSet", "NewsML"].contains(element.name)
    }

    private func read(_ element: WireElement, _ kind: ItemKind, base: String?) {
        // NITF stands inside the items of the other formats.
        if kind == .nitf, let parent = open.indices.last {
            open[parent].nodes.append(.element(element))
            return
        }
        let context = WireContext(base: base, keepsRaw: options.keepsRaw, priority: envelope.priority)
        switch kind {
        case .newsG2: add(NewsMLG2Item.read(element, context))
        case .news1: add(NewsML1Item.read(element, context))
        case .nitf: add(NITFItem.read(element, context))
        case .package:
            let found = NewsMLG2Package.read(element, context)
            references += found.prefix(max(0, FeedParser.mostEntries - references.count))
        case .other: note("<\(element.name)> holds no news and is skipped", line: element.line)
        }
        envelope.title = envelope.title ?? WireEnvelope.title(of: element)
    }

    private func add(_ read: (entry: ParsedEntry, issues: [ParseIssue])) {
        hasItems = true
        for issue in read.issues { note(issue.message, line: issue.line) }
        guard entries.count < FeedParser.mostEntries else {
            skippedEntryCount += 1
            return
        }
        entries.append(read.entry)
    }

    private func note(_ message: String, line: Int) {
        guard issues.count < 100 else { return }
        issues.append(ParseIssue(line: line, column: 1, message: message))
    }
}
