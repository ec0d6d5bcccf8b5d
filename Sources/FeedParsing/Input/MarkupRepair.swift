// Ill-formed markup to well-formed: bare ampersands and less-than signs escaped, tags balanced, nothing left open.
// A second pass reads the result; documents that are well-formed never come here.

/// Rewrites a document so that every item that can be told apart is told.
struct MarkupRepair {
    /// Deeper tags are dropped.
    private static let depthLimit = 500

    let source: [UInt8]
    var output: [UInt8] = []
    var position = 0
    var open: [[UInt8]] = []
    /// Where in `open` the items are: looking for them at each tag would take time in proportion to the nesting.
    var openItems: [Int] = []
    private var absent: Set<String> = []

    static func repair(_ source: [UInt8]) -> [UInt8] {
        var repair = MarkupRepair(source: source)
        repair.run()
        return repair.output
    }

    private init(source: [UInt8]) {
        self.source = source
        output.reserveCapacity(source.count + source.count / 8)
    }

    private mutating func run() {
        while position < source.count {
            switch source[position] {
            case UInt8(ascii: "<"): readMarkup()
            case UInt8(ascii: "&"): readReference(upTo: source.count)
            case UInt8(ascii: ">"):
                // After "]]" it may not stand in text.
                if !open.isEmpty { output += "&gt;".utf8 }
                position += 1
            default:
                // Outside the root only white space may stand.
                if !open.isEmpty || WhiteSpace.contains(source[position]) { output.append(source[position]) }
                position += 1
            }
        }
        close(downTo: 0)
    }

    private mutating func readMarkup() {
        if starts("<![CDATA[") { return readCDATA() }
        if starts("<!--") { return skip(past: "-->", orJust: 4) }
        if starts("<?") { return skip(past: "?>", orJust: 2) }
        if starts("<!") { return skipDeclaration() }
        if starts("</") { return readEndTag() }
        guard position + 1 < source.count, Self.startsName(source[position + 1]) else {
            if !open.isEmpty { output += "&lt;".utf8 }
            position += 1
            return
        }
        readStartTag()
    }

    // MARK: - Tags

    private mutating func readStartTag() {
        guard let tag = MarkupTag(in: source, at: position) else {
            // Cut off by the end of the document.
            position = source.count
            return
        }
        position = tag.end
        let isItem = Self.itemNames.contains(tag.name)
        if isItem { closeBeforeItem() } else { closeBeforeField(tag.name) }
        guard open.count < Self.depthLimit else { return }
        output.append(UInt8(ascii: "<"))
        output += tag.name
        for attribute in tag.attributes {
            output.append(0x20)
            output += attribute.name
            output += "=\"".utf8
            writeValue(attribute.value)
            output.append(UInt8(ascii: "\""))
        }
        // The root stays open to the end, whatever comes.
        let isEmpty = tag.isEmpty && !open.isEmpty
        output += isEmpty ? "/>".utf8 : ">".utf8
        guard !isEmpty else { return }
        if isItem { openItems.append(open.count) }
        open.append(tag.name)
    }

    private mutating func readEndTag() {
        let start = position + 2
        let name = Array(source[start...].prefix(while: Self.isName))
        let stop = source[start...].firstIndex { $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "<") } ?? source.count
        position = stop < source.count && source[stop] == UInt8(ascii: ">") ? stop + 1 : stop
        guard let index = lastOpen(name), index > 0 else { return }
        // A stray end tag of something outside the item does not end the item, unless it ends the list of items.
        if let item = openItems.last, index < item, !Self.isContainer(name) { return }
        close(downTo: index)
    }

    /// Some write `<pubDate>` and `</pubdate>`.
    private func lastOpen(_ name: [UInt8]) -> Int? {
        open.lastIndex(of: name) ?? open.lastIndex { $0.count == name.count && Self.lowered($0) == Self.lowered(name) }
    }

    mutating func close(downTo index: Int) {
        while open.count > index, let name = open.popLast() { writeEnd(name) }
        while let item = openItems.last, item >= open.count { openItems.removeLast() }
    }

    private mutating func writeEnd(_ name: [UInt8]) {
        output += "</".utf8
        output += name
        output.append(UInt8(ascii: ">"))
    }

    // MARK: - Text

    private mutating func readCDATA() {
        let start = position + 9
        let next = find("<![CDATA[", from: start) ?? source.count
        let end: Int
        if let found = find("]]>", from: start), found < next {
            end = found
            position = found + 3
        } else {
            // Never closed: it ends where its element does, and before the next one.
            let closing = open.last.map { "</" + String(decoding: $0, as: UTF8.self) + ">" }
            end = closing.flatMap { find($0, from: start) }.map { min($0, next) } ?? next
            position = end
        }
        guard !open.isEmpty, start <= end else { return }
        output += "<![CDATA[".utf8
        output += source[start..<end]
        output += "]]>".utf8
    }

    private mutating func writeValue(_ value: ArraySlice<UInt8>) {
        let resume = position
        position = value.startIndex
        while position < value.endIndex {
            switch source[position] {
            case UInt8(ascii: "&"): readReference(upTo: value.endIndex)
            case UInt8(ascii: "<"):
                output += "&lt;".utf8
                position += 1
            case UInt8(ascii: "\""):
                output += "&quot;".utf8
                position += 1
            default:
                output.append(source[position])
                position += 1
            }
        }
        position = resume
    }

    /// Keeps a reference that is one; escapes the ampersand of anything else; drops references to what XML forbids.
    private mutating func readReference(upTo end: Int) {
        let start = position
        let body = source[(start + 1)..<min(end, start + 40)]
        position += 1
        guard !open.isEmpty || end < source.count else { return }
        guard let semicolon = body.firstIndex(of: UInt8(ascii: ";")), semicolon > body.startIndex,
            let isLegal = Self.isLegalReference(body[..<semicolon])
        else {
            output += "&amp;".utf8
            return
        }
        position = semicolon + 1
        guard isLegal else { return }
        // XML knows "&#x26;", not "&#X26;".
        output += source[start...semicolon].map {
            $0 == UInt8(ascii: "X") && body.first == UInt8(ascii: "#") ? 0x78 : $0
        }
    }

    /// Nil when this is no reference at all.
    private static func isLegalReference(_ name: ArraySlice<UInt8>) -> Bool? {
        guard name.first == UInt8(ascii: "#") else {
            guard let first = name.first, startsName(first), name.allSatisfy(isName) else { return nil }
            return true
        }
        let digits = String(decoding: name.dropFirst(), as: UTF8.self).lowercased()
        let code = digits.hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
        guard let code else { return nil }
        let isControl = code < 0x20 && code != 0x09 && code != 0x0A && code != 0x0D
        return Unicode.Scalar(code) != nil && !isControl && code & 0xFFFE != 0xFFFE
    }

    // MARK: - Scanning

    private mutating func skip(past text: String, orJust count: Int) {
        let start = position
        position = find(text, from: position + count).map { $0 + text.utf8.count } ?? position + count
        keepLines(of: start..<position)
    }

    /// What is left out leaves its line ends, so that lines keep their numbers.
    private mutating func keepLines(of range: Range<Int>) {
        output += source[range].filter { $0 == 0x0A }
    }

    /// A document type with its internal subset.
    private mutating func skipDeclaration() {
        var depth = 0
        let start = position
        defer { keepLines(of: start..<position) }
        while position < source.count {
            let byte = source[position]
            position += 1
            if byte == UInt8(ascii: "[") { depth += 1 }
            if byte == UInt8(ascii: "]") { depth -= 1 }
            if byte == UInt8(ascii: ">"), depth <= 0 { return }
        }
    }

    private func starts(_ text: String) -> Bool { source[position...].starts(with: text.utf8) }

    private mutating func find(_ text: String, from start: Int) -> Int? {
        guard start <= source.count, !absent.contains(text) else { return nil }
        let place = Prolog.find(text, in: source, from: start)
        // Positions only grow: what is not found once need not be looked for again.
        if place == nil { absent.insert(text) }
        return place
    }

    private static let itemNames = Set(
        ["item", "entry", "newsItem", "packageItem", "NewsItem"].map { Array($0.utf8) }
    )

    static func isContainer(_ name: [UInt8]) -> Bool {
        ["channel", "rss", "feed", "rdf:RDF", "items", "itemSet", "newsMessage", "NewsML"]
            .contains(String(decoding: name, as: UTF8.self))
    }

    static func startsName(_ byte: UInt8) -> Bool {
        byte >= 0x61 && byte <= 0x7A || byte >= 0x41 && byte <= 0x5A || byte == 0x5F || byte >= 0x80
    }

    static func isName(_ byte: UInt8) -> Bool {
        startsName(byte) || byte >= 0x30 && byte <= 0x39 || byte == 0x2D || byte == 0x2E || byte == 0x3A
    }
}
