// The plain text of sanitised HTML, in paragraphs: what attribution reads and readers get as text.

/// A run of text between block elements.
struct Paragraph: Equatable {
    /// White space folded; a line break inside the paragraph is "\n".
    var text: String
    /// Characters of ink (see `isInk`) that stand before this paragraph: its place in the markup, whatever the
    /// white space there.
    var inkBefore: Int
    /// It stands under a picture and tells about that.
    var isCaption = false
}

/// Paragraphs from markup.
struct MarkupText {
    private(set) var paragraphs: [Paragraph] = []
    private var current = String.UnicodeScalarView()
    private var pending: Pending = .nothing
    private var ink = 0
    private var inkAtStart = 0
    /// Captions that are open, and whether one was where the paragraph began.
    private var captions = 0
    private var isCaption = false

    /// A line end of the markup is a space to readers; two of them in text without markup end a paragraph.
    private enum Pending: Comparable { case nothing, space, lineEnd, line, paragraph }

    /// Without a single tag in it, a text's own blank lines part its paragraphs.
    static func paragraphs(of html: String) -> [Paragraph] {
        var reader = MarkupText()
        var scanner = MarkupScanner(html)
        let isPlain = !html.utf8.contains(UInt8(ascii: "<"))
        var preformatted = 0
        while let (token, _) = scanner.next() {
            switch token {
            case .character("\n") where isPlain:
                reader.wait(for: reader.pending >= .lineEnd ? .paragraph : .lineEnd)
            case .character("\n") where preformatted > 0:
                reader.wait(for: reader.pending >= .line ? .paragraph : .line)
            case .character(let scalar):
                reader.append(scalar)
            case .open("pre"):
                preformatted += 1
                reader.wait(for: .paragraph)
            case .close("pre"):
                preformatted = max(0, preformatted - 1)
                reader.wait(for: .paragraph)
            case .void("br"):
                reader.wait(for: reader.pending >= .line ? .paragraph : .line)
            case .open("figcaption"):
                reader.captions += 1
                reader.wait(for: .paragraph)
            case .close("figcaption"):
                reader.captions = max(0, reader.captions - 1)
                reader.wait(for: .paragraph)
            case .open(let name), .close(let name), .void(let name):
                if blocks.contains(name) { reader.wait(for: .paragraph) }
                if cells.contains(name) { reader.wait(for: .space) }
            case .other:
                break
            }
        }
        reader.endParagraph()
        return reader.paragraphs
    }

    static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x80 ? scalar.value <= 0x20 : scalar.properties.isWhitespace
    }

    /// Neither white space nor one of the hints for setting type: soft hyphen, zero-width space, byte order mark.
    static func isInk(_ scalar: Unicode.Scalar) -> Bool {
        !isSpace(scalar) && scalar != "\u{AD}" && scalar != "\u{200B}" && scalar != "\u{FEFF}"
    }

    /// Elements that end the paragraph before them and start another.
    static let blocks: Set<String> = [
        "address", "article", "aside", "blockquote", "caption", "center", "dd", "details", "div", "dl", "dt",
        "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li",
        "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "tfoot", "thead", "tr", "ul",
    ]
    private static let cells: Set<String> = ["td", "th"]

    private mutating func wait(for gap: Pending) {
        pending = max(pending, gap)
    }

    private mutating func append(_ scalar: Unicode.Scalar) {
        if Self.isSpace(scalar) { return wait(for: .space) }
        guard Self.isInk(scalar) else { return }
        if pending == .paragraph { endParagraph() }
        if current.isEmpty {
            inkAtStart = ink
            isCaption = captions > 0
        } else if pending != .nothing {
            current.append(pending == .line ? "\n" : " ")
        }
        pending = .nothing
        current.append(scalar)
        ink += 1
    }

    private mutating func endParagraph() {
        pending = .nothing
        guard !current.isEmpty else { return }
        paragraphs.append(Paragraph(text: String(current), inkBefore: inkAtStart, isCaption: isCaption))
        current = String.UnicodeScalarView()
    }
}
