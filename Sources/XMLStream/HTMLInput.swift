// What libxml2 must not see as it is: NUL, at which it stops; tags that would take it quadratic time (it compares each
// attribute's name with all before it); declarations it would show as text; references that it does not know or that
// lack their semicolon.
// Refuses to change anything else: what is left is for libxml2 to understand.

/// Prepares a fragment for libxml2.
struct HTMLInput {
    /// Tags with more attributes are shown as text.
    static let mostAttributes = 512

    private let html: UnsafeBufferPointer<UInt8>
    private var output: [UInt8] = []
    private var copied = 0
    private var position = 0
    private var isInCharacterData = false
    /// -1 when there is none, nil when nobody has asked.
    private var lastTagEnd: Int?
    /// Tags may seem to start within each other; looking at all of them may take this long, and no longer.
    private var budget: Int

    /// `html` as libxml2 may have it; nil where nothing need change.
    static func prepared(_ html: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
        var input = HTMLInput(html)
        input.run()
        if input.copied == 0 { return nil }
        input.output.append(contentsOf: html[input.copied...])
        return input.output
    }

    private init(_ html: UnsafeBufferPointer<UInt8>) {
        self.html = html
        budget = 64 * html.count + 4096
    }

    private mutating func run() {
        while position < html.count {
            switch html[position] {
            case 0: replace(1, with: "")
            case UInt8(ascii: "<"): lookAtTag()
            case UInt8(ascii: "&"): lookAtReference()
            case UInt8(ascii: "]") where isInCharacterData && starts("]]>"):
                replace(3, with: "")
                isInCharacterData = false
            default: position += 1
            }
        }
    }

    private mutating func replace(_ length: Int, with text: String) {
        output.append(contentsOf: html[copied..<position])
        output.append(contentsOf: text.utf8)
        position += length
        copied = position
    }

    private func starts(_ text: StaticString) -> Bool {
        guard html.count - position >= text.utf8CodeUnitCount else { return false }
        return text.withUTF8Buffer { html[position..<position + $0.count].elementsEqual($0) }
    }

    private mutating func lookAtTag() {
        let next = byte(after: 1)
        if Self.isLetter(next) {
            if budget < 0 || hasTooManyAttributes() { replace(1, with: "&lt;") } else { position += 1 }
        } else if starts("<![CDATA[") {
            // Meant for an XML parser, and past it: the text is what was meant.
            replace(9, with: "")
            isInCharacterData = true
        } else if next == UInt8(ascii: "!"), byte(after: 2) == UInt8(ascii: "[") {
            // A condition of old: `<![if !IE]>`. With `--` before its `>` it ends a comment, which libxml2 must see.
            let end = html[position...].firstIndex(of: UInt8(ascii: ">")) ?? html.count - 1
            if html[..<end].last == UInt8(ascii: "-") { position = end } else { replace(end - position + 1, with: "") }
        } else if next == UInt8(ascii: "!"), byte(after: 2) != UInt8(ascii: "-"), !hasTagEnd() {
            // No declaration but a text about one, cut off or not.
            replace(1, with: "&lt;")
        } else {
            position += 1
        }
    }

    /// Whether a `>` follows. Looks for the last one once, so that asking is cheap.
    private mutating func hasTagEnd() -> Bool {
        let last = lastTagEnd ?? html.lastIndex(of: UInt8(ascii: ">")) ?? -1
        lastTagEnd = last
        return last > position
    }

    /// Puts the character for a name that libxml2 may not know, for it has those of HTML 4 alone; gives `&copy 2024` the
    /// semicolon that HTML lets some names do without, where no other letter, digit or `=` follows.
    private mutating func lookAtReference() {
        let rest = html[(position + 1)...].prefix(HTMLEntities.longestName + 1)
        let name = rest.prefix { Self.isLetter($0) || (0x30...0x39).contains($0) }
        let next = byte(after: name.count + 1)
        if next == UInt8(ascii: ";") {
            guard let text = Self.replacement(ofReference: name) else {
                position += 1
                return
            }
            replace(name.count + 2, with: text)
        } else {
            position += 1
            guard next != UInt8(ascii: "="), HTMLEntities.mayLackSemicolon(name) else { return }
            position += name.count
            replace(0, with: ";")
        }
    }

    /// What libxml2 is given for `&name;`; nil where that may stay as it is.
    static func replacement(ofReference name: Slice<UnsafeBufferPointer<UInt8>>) -> String? {
        isPlain(name) ? nil : HTMLEntities.text(named: name).map(safe)
    }

    /// The five of XML, which libxml2 knows.
    private static func isPlain(_ name: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        guard (2...4).contains(name.count) else { return false }
        return ["amp", "lt", "gt", "quot", "apos"].contains(String(decoding: name, as: UTF8.self))
    }

    /// Text that means itself wherever it stands: a sign of HTML stays a reference, by number.
    private static func safe(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 < 0x80 }) else { return text }
        return text.unicodeScalars.map { "&#\($0.value);" }.joined()
    }

    private func byte(after distance: Int) -> UInt8 {
        position + distance < html.count ? html[position + distance] : 0
    }

    /// Counts at least as many attributes as libxml2 would, to the end of the tag. A value in quotes may hold `>`.
    private mutating func hasTooManyAttributes() -> Bool {
        var scan = position + 1
        var count = 0
        var nameLength = 0
        var afterEquals = false
        while scan < html.count, count <= Self.mostAttributes {
            let byte = html[scan]
            switch byte {
            case UInt8(ascii: ">"):
                budget -= scan - position
                return false
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                if afterEquals {
                    scan += 1
                    while scan < html.count, html[scan] != byte { scan += 1 }
                    afterEquals = false
                }
                count += 1
                nameLength = 0
            case UInt8(ascii: "="):
                afterEquals = true
            case 0x20, 0x09, 0x0A, 0x0D:
                nameLength = 0
            default:
                if afterEquals {
                    while scan + 1 < html.count, !Self.endsValue(html[scan + 1]) { scan += 1 }
                    afterEquals = false
                } else {
                    // libxml2 cuts names at 100 bytes and goes on with the next.
                    if nameLength % 100 == 0 { count += 1 }
                    nameLength += 1
                }
            }
            scan += 1
        }
        budget -= scan - position
        return count > Self.mostAttributes
    }

    private static func endsValue(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ">") || byte == 0x20 || (0x09...0x0D).contains(byte)
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }
}
