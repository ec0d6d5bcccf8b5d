// The name of an element as a number, so that asking what it means to text takes no String.

/// An element's name in lower case. Names of more than sixteen bytes are one and the same: none of them means anything.
struct MarkupName: Hashable {
    private var low: UInt64 = 0
    private var high: UInt64 = 0
    private var length: UInt8 = 0

    init() {}

    /// A name in ASCII, as it stands in a list.
    init(_ name: some StringProtocol) {
        for byte in name.utf8 { _ = append(byte) }
    }

    var isEmpty: Bool { length == 0 }

    /// Adds a byte; false, and nothing is added, when it cannot be part of a name.
    mutating func append(_ byte: UInt8) -> Bool {
        guard let byte = Self.folded(byte) else { return false }
        if length < 8 {
            low = low << 8 | UInt64(byte)
        } else if length < 16 {
            high = high << 8 | UInt64(byte)
        } else {
            (low, high, length) = (0, 0, 16)
        }
        length = min(length + 1, 17)
        return true
    }

    private static func folded(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): byte
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
        case UInt8(ascii: "-"), UInt8(ascii: ":"): byte
        default: nil
        }
    }
}

// MARK: - Meaning

extension MarkupName {
    /// What an element means to the text in it.
    enum Meaning {
        case inline, block, cell, preformatted, caption, lineBreak
    }

    var meaning: Meaning { Self.meanings[self] ?? .inline }

    var isVoid: Bool { Self.voids.contains(self) }

    private static let voids = Set(
        "area base br col embed hr img input link meta source track wbr".split(separator: " ").map(MarkupName.init)
    )

    private static let meanings: [MarkupName: Meaning] = {
        var meanings: [MarkupName: Meaning] = [:]
        for name in blocks.split(whereSeparator: \.isWhitespace) { meanings[MarkupName(name)] = .block }
        for name in ["td", "th"] { meanings[MarkupName(name)] = .cell }
        meanings[MarkupName("pre")] = .preformatted
        meanings[MarkupName("figcaption")] = .caption
        meanings[MarkupName("br")] = .lineBreak
        return meanings
    }()

    /// Elements that end the paragraph before them and start another.
    private static let blocks = """
        address article aside blockquote caption center dd details div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6
        header hr li main nav ol p section summary table tbody tfoot thead tr ul
        """
}
