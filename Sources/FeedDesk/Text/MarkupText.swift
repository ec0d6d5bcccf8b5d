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
    /// False where it is one line for certain.
    var mayHaveLines = false
}

/// Paragraphs from markup.
struct MarkupText {
    private(set) var paragraphs: [Paragraph] = []
    /// The paragraph being read, UTF-8.
    private var current: [UInt8] = []
    private var pending: Pending = .nothing
    private var ink = 0
    private var inkAtStart = 0
    private var preformatted = 0
    /// Captions that are open, and whether one was where the paragraph began.
    private var captions = 0
    private var isCaption = false
    private var hasLines = false
    /// Without a single tag in it, a text's own blank lines part its paragraphs.
    private let isPlain: Bool

    /// A line end of the markup is a space to readers; two of them in text without markup end a paragraph.
    private enum Pending: Comparable { case nothing, space, lineEnd, line, paragraph }

    static func paragraphs(of html: String) -> [Paragraph] {
        var scanner = MarkupScanner(html)
        var reader = MarkupText(isPlain: !scanner.bytes.contains(UInt8(ascii: "<")))
        while true {
            if let words = scanner.nextWords() {
                reader.append(scanner.bytes[words.range], ink: words.ink)
            } else if let (token, _) = scanner.next() {
                reader.take(token)
            } else {
                break
            }
        }
        reader.endParagraph()
        return reader.paragraphs
    }

    private init(isPlain: Bool) {
        self.isPlain = isPlain
    }

    static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0...0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
        default: false
        }
    }

    /// Neither white space nor one of the hints for setting type: soft hyphen, zero-width space, byte order mark.
    static func isInk(_ scalar: Unicode.Scalar) -> Bool {
        !isSpace(scalar) && scalar != "\u{AD}" && scalar != "\u{200B}" && scalar != "\u{FEFF}"
    }

    private mutating func take(_ token: MarkupToken) {
        switch token {
        case .character("\n") where isPlain: wait(for: pending >= .lineEnd ? .paragraph : .lineEnd)
        case .character("\n") where preformatted > 0: wait(for: pending >= .line ? .paragraph : .line)
        case .character(let scalar): append(scalar)
        case .open(let name):
            let meaning = name.meaning
            if meaning == .preformatted { preformatted += 1 }
            if meaning == .caption { captions += 1 }
            pass(meaning)
        case .close(let name):
            let meaning = name.meaning
            if meaning == .preformatted { preformatted = max(0, preformatted - 1) }
            if meaning == .caption { captions = max(0, captions - 1) }
            pass(meaning)
        case .void(let name):
            let meaning = name.meaning
            if meaning == .lineBreak { wait(for: pending >= .line ? .paragraph : .line) }
            pass(meaning)
        case .other: break
        }
    }

    private mutating func pass(_ meaning: MarkupName.Meaning) {
        switch meaning {
        case .block, .preformatted, .caption: wait(for: .paragraph)
        case .cell: wait(for: .space)
        case .inline, .lineBreak: break
        }
    }

    private mutating func wait(for gap: Pending) {
        pending = max(pending, gap)
    }

    private mutating func append(_ scalar: Unicode.Scalar) {
        if Self.isSpace(scalar) { return wait(for: .space) }
        guard Self.isInk(scalar) else { return }
        beginWord()
        current.append(scalar: scalar)
        ink += 1
    }

    private mutating func append(_ words: ArraySlice<UInt8>, ink count: Int) {
        beginWord()
        current.append(contentsOf: words)
        ink += count
    }

    /// Writes what stands between the text so far and the character that comes.
    private mutating func beginWord() {
        if pending == .paragraph { endParagraph() }
        if current.isEmpty {
            inkAtStart = ink
            isCaption = captions > 0
            hasLines = false
        } else if pending != .nothing {
            current.append(pending == .line ? 0x0A : 0x20)
            if pending == .line { hasLines = true }
        }
        pending = .nothing
    }

    private mutating func endParagraph() {
        pending = .nothing
        guard !current.isEmpty else { return }
        let text = String(decoding: current, as: UTF8.self)
        paragraphs.append(
            Paragraph(text: text, inkBefore: inkAtStart, isCaption: isCaption, mayHaveLines: hasLines)
        )
        current.removeAll(keepingCapacity: true)
    }
}
