// One reading of an XML document: parser and reader together, and how it went.

import FeedModel
import XMLStream

final class XMLPass {
    private let events: XMLEventBox<DocumentReader>
    private let parser: XMLPushParser
    /// What the prolog had to skip.
    var prologIssue: ParseIssue?
    private(set) var feed = ParsedFeed(format: .rss20)

    /// - Parameter isRepairing: true to go on past errors.
    init(options: ParseOptions, isRepairing: Bool = false) {
        let names = DocumentNames()
        let events = XMLEventBox(DocumentReader(options: options, names: names))
        self.events = events
        parser = XMLPushParser(handler: events, keepsGoing: isRepairing) { names.code(of: $0) }
        events.reader.hasMistakenReference = { [unowned parser] in parser.hasMistakenReference }
    }

    /// Nothing more needs to be pushed.
    var isStopped: Bool { parser.isStopped || isForeign }
    /// The document is XML, but no feed.
    var isForeign: Bool { events.reader.foreignRoot != nil }
    var foreignRoot: String? { events.reader.foreignRoot }
    var isFeed: Bool { events.reader.dialect != nil || events.reader.wire != nil }
    /// Not well-formed: items may be missing.
    var isDamaged: Bool { parser.isDamaged }
    /// Anything that a strict reader would refuse.
    var hasErrors: Bool { !parser.issues.isEmpty || prologIssue != nil }
    var entryCount: Int { feed.entries.count }
    var skippedEntryCount: Int { events.reader.skippedEntryCount + (events.reader.wire?.skippedEntryCount ?? 0) }

    var issues: [ParseIssue] {
        let parsed = parser.issues.map { ParseIssue(line: $0.line, column: $0.column, message: $0.message) }
        return (prologIssue.map { [$0] } ?? []) + parsed
    }

    func push(_ text: ArraySlice<UInt8>) {
        guard !isStopped else { return }
        parser.push(text)
    }

    func finish() {
        if !isForeign { parser.finish() }
        feed = events.reader.finish()
    }
}
