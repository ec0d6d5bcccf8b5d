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
    enum Meaning: UInt8 {
        case inline, block, cell, preformatted, caption, lineBreak
    }

    var meaning: Meaning { Self.table.slot(of: self)?.meaning ?? .inline }

    var isVoid: Bool { Self.table.slot(of: self)?.isVoid ?? false }

    /// The names that mean something, each at the place its bytes tell or behind it.
    private struct Table {
        struct Slot {
            var name = MarkupName()
            var meaning = Meaning.inline
            var isVoid = false
        }

        private var slots = [Slot](repeating: Slot(), count: 256)

        func slot(of name: MarkupName) -> Slot? {
            var place = name.place & 255
            while !slots[place].name.isEmpty {
                if slots[place].name == name { return slots[place] }
                place = (place + 1) & 255
            }
            return nil
        }

        mutating func insert(_ name: MarkupName, _ meaning: Meaning, isVoid: Bool = false) {
            var place = name.place & 255
            while !slots[place].name.isEmpty, slots[place].name != name { place = (place + 1) & 255 }
            slots[place] = Slot(name: name, meaning: meaning, isVoid: isVoid || slots[place].isVoid)
        }
    }

    private var place: Int {
        Int(truncatingIfNeeded: ((low ^ (high &* 31)) &* 0x9E37_79B9_7F4A_7C15) >> 40)
    }

    private static let table: Table = {
        var table = Table()
        for name in "area base br col embed hr img input link meta source track wbr".split(separator: " ") {
            table.insert(MarkupName(name), .inline, isVoid: true)
        }
        for name in blocks.split(whereSeparator: \.isWhitespace) { table.insert(MarkupName(name), .block) }
        for name in ["td", "th"] { table.insert(MarkupName(name), .cell) }
        table.insert(MarkupName("pre"), .preformatted)
        table.insert(MarkupName("figcaption"), .caption)
        table.insert(MarkupName("br"), .lineBreak)
        return table
    }()

    /// Elements that end the paragraph before them and start another.
    private static let blocks = """
        address article aside blockquote caption center dd details div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6
        header hr li main nav ol p section summary table tbody tfoot thead tr ul
        """
}
