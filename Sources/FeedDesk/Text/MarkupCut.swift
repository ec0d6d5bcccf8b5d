// Cuts a run of characters out of sanitised HTML, whatever tags it crosses, and leaves balanced HTML.

/// Removal of ink (see MarkupText) from markup. Only the markup up to the end of the cut is rewritten.
struct MarkupCut {
    private let cut: Range<Int>
    private var scanner: MarkupScanner
    private var pieces: [Piece] = []
    /// Indexes into `pieces` of the elements that are open.
    private var open: [Int] = []
    private var ink = 0

    private enum Piece {
        case kept(Range<Int>)
        case element(Range<Int>, isTouched: Bool)
        case end(Range<Int>)

        var range: Range<Int> {
            switch self {
            case .kept(let range), .element(let range, _), .end(let range): range
            }
        }
    }

    /// The markup without the ink in `cut`, counted from the start of the text. White space that follows the cut goes
    /// with it, as do elements and line breaks that it leaves empty.
    static func remove(_ cut: Range<Int>, from html: String) -> String {
        guard !cut.isEmpty else { return html }
        var remover = MarkupCut(cut: cut, scanner: MarkupScanner(html))
        let rest = remover.run()
        let bytes = remover.scanner.bytes
        var kept: [UInt8] = []
        for piece in remover.pieces { kept.append(contentsOf: bytes[piece.range]) }
        // A tag, a reference or a character begins there: nothing is cut in two.
        let tail = html[html.utf8.index(html.startIndex, offsetBy: rest.lowerBound)...]
        return String(decoding: kept, as: UTF8.self) + tail
    }

    private init(cut: Range<Int>, scanner: MarkupScanner) {
        self.cut = cut
        self.scanner = scanner
    }

    /// Reads to the first ink after the cut; returns the markup from there on, which stays as it is.
    private mutating func run() -> Range<Int> {
        while let (token, range) = scanner.next() {
            switch token {
            case .character(let scalar):
                if MarkupText.isInk(scalar), ink >= cut.upperBound { return range.lowerBound..<scanner.bytes.count }
                take(scalar, range)
            case .open:
                open.append(pieces.count)
                pieces.append(.element(range, isTouched: false))
            case .close:
                close(range)
            case .void(let name) where name.meaning == .lineBreak && hasStarted && isAtStartOfText:
                break
            case .void, .other:
                pieces.append(.kept(range))
            }
        }
        return scanner.bytes.count..<scanner.bytes.count
    }

    private var hasStarted: Bool { ink > cut.lowerBound }

    /// Nothing that a reader sees stands between the start of the innermost element and here.
    private var isAtStartOfText: Bool {
        guard let last = pieces.last else { return true }
        if case .element = last { return true }
        return false
    }

    private mutating func take(_ scalar: Unicode.Scalar, _ range: Range<Int>) {
        guard MarkupText.isInk(scalar) else {
            if !hasStarted { pieces.append(.kept(range)) }
            return
        }
        if ink < cut.lowerBound {
            pieces.append(.kept(range))
        } else {
            touchOpenElements()
        }
        ink += 1
    }

    private mutating func touchOpenElements() {
        for index in open {
            if case .element(let range, _) = pieces[index] { pieces[index] = .element(range, isTouched: true) }
        }
    }

    private mutating func close(_ range: Range<Int>) {
        _ = open.popLast()
        if case .element(_, isTouched: true)? = pieces.last {
            pieces.removeLast()
        } else {
            pieces.append(.end(range))
        }
    }
}
