// The first look at a document: what kind it is, and where its markup starts.

import FeedModel

/// What stands at the start of a document, from its first characters.
struct Prolog {
    enum Kind: Equatable {
        case xml, json, html, text, empty
    }

    private(set) var kind: Kind
    /// Something stood before the document that must not be there.
    private(set) var issue: ParseIssue?
    /// The head, with what precedes the markup and the XML declaration blanked out, so that places stay right.
    private(set) var head: [UInt8]

    /// - Parameter hasBlankBefore: white space was skipped before `head`.
    init(_ head: ArraySlice<UInt8>, hasBlankBefore: Bool) {
        self.head = Array(head)
        let start = self.head.firstIndex { !WhiteSpace.contains($0) } ?? self.head.count
        guard start < self.head.count else {
            kind = .empty
            return
        }
        if Self.startsJSON(self.head[start...]) {
            kind = .json
        } else if let declaration = Self.declaration(in: self.head, start: start) {
            kind = .xml
            if declaration > start {
                issue = ParseIssue(line: 1, column: 1, message: "text before the XML declaration skipped")
            } else if declaration > 0 || hasBlankBefore {
                issue = ParseIssue(line: 1, column: 1, message: "white space before the XML declaration skipped")
            }
            let end = Self.find("?>", in: self.head, from: declaration).map { $0 + 2 } ?? declaration
            blank(upTo: end)
        } else if let root = Self.rootAfterMarkup(in: self.head, from: start) {
            kind = .xml
            issue = ParseIssue(line: 1, column: 1, message: "markup before the feed skipped")
            blank(upTo: root)
        } else if self.head[start] == UInt8(ascii: "<") {
            kind = Self.isHTML(self.head[start...]) ? .html : .xml
        } else if self.head[start] == UInt8(ascii: "{") || self.head[start] == UInt8(ascii: "[") {
            kind = .json
        } else if let root = Self.firstRoot(in: self.head) {
            kind = .xml
            issue = ParseIssue(line: 1, column: 1, message: "text before the feed skipped")
            blank(upTo: root)
        } else {
            kind = .text
        }
    }

    /// Markup that follows is a text in it: agencies put NITF, with its XML declaration, into ninjs.
    private static func startsJSON(_ head: ArraySlice<UInt8>) -> Bool {
        let (first, second) = (head.first, head.dropFirst().first { !WhiteSpace.contains($0) })
        return first == UInt8(ascii: "{") && second == UInt8(ascii: "\"")
            || first == UInt8(ascii: "[") && second == UInt8(ascii: "{")
    }

    private static let roots = [
        "<rss", "<feed", "<rdf:RDF", "<channel", "<RSS", "<Feed", "<Channel", "<CHANNEL",
    ]
    private static let wireRoots = ["<newsMessage", "<newsItem", "<packageItem", "<NewsML", "<nitf"]

    /// Where the declaration of this document is: none that comes after a root, for that one is quoted in a text.
    private static func declaration(in head: [UInt8], start: Int) -> Int? {
        guard let place = find("<?xml", in: head, from: start), place + 5 < head.count,
            WhiteSpace.contains(head[place + 5]),
            place == start || firstRoot(in: head).map({ place < $0 }) ?? true
        else { return nil }
        return place
    }

    /// Where a feed starts after the remains of a page, such as a warning of the program that made it.
    private static func rootAfterMarkup(in head: [UInt8], from start: Int) -> Int? {
        guard head[start] == UInt8(ascii: "<"), start + 1 < head.count, MarkupRepair.startsName(head[start + 1]),
            let root = ["<rss", "<feed", "<rdf:RDF"].compactMap({ find($0, in: head) }).min(), root > start
        else { return nil }
        // In a wire document such a tag can only be quoted.
        let wire = wireRoots.compactMap { find($0, in: head) }.min() ?? .max
        guard root < wire else { return nil }
        return isHTML(head[start...]) && !isWhole(head[root...]) ? nil : root
    }

    /// Whether a tag says what only a feed's root says; a page may speak of feeds.
    private static func isWhole(_ root: ArraySlice<UInt8>) -> Bool {
        let tag = Array(root.prefix { $0 != UInt8(ascii: ">") })
        return find(" version=", in: tag) != nil || find(" xmlns", in: tag) != nil
    }

    private static func firstRoot(in head: [UInt8]) -> Int? {
        (roots + wireRoots).compactMap { find($0, in: head) }.min()
    }

    private mutating func blank(upTo end: Int) {
        for index in 0..<end where !WhiteSpace.contains(head[index]) { head[index] = 0x20 }
    }

    private static func isHTML(_ head: ArraySlice<UInt8>) -> Bool {
        let start = String(decoding: head.prefix(64), as: UTF8.self).lowercased()
        return start.hasPrefix("<!doctype html") || start.hasPrefix("<html") || start.hasPrefix("<head")
    }

    static func find(_ text: String, in bytes: [UInt8], from start: Int = 0) -> Int? {
        let wanted = Array(text.utf8)
        guard let first = wanted.first else { return nil }
        var position = start
        while position + wanted.count <= bytes.count {
            guard let next = bytes[position...].firstIndex(of: first) else { return nil }
            if bytes[next...].starts(with: wanted) { return next }
            position = next + 1
        }
        return nil
    }
}
