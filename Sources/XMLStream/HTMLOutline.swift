// A fragment with one sign in place of each run of text that stands for itself: libxml2 decides what is an element, and
// need not look at every letter between two tags to do so. Refuses (and leaves the whole to libxml2) whatever is not
// written as it should be: then only libxml2 knows where a text begins.

/// The outline of one fragment after another.
struct HTMLOutline {
    /// Stands for a run: DEL, which the fragments read here do not have, not as a reference either.
    static let sign: UInt8 = 0x7F
    /// Shorter runs stay as they are.
    private static let shortestRun = 8
    /// What libxml2 is given.
    var bytes: [UInt8] = []
    /// Where in the fragment the runs stand, in order.
    var runs: [Range<Int>] = []
    /// The fragment, while it is being parsed.
    var source: UnsafeBufferPointer<UInt8>?

    /// The text of a run.
    func run(_ number: Int) -> UnsafeBufferPointer<UInt8>? {
        guard let source, number < runs.count else { return nil }
        return UnsafeBufferPointer(rebasing: source[runs[number]])
    }

    /// False where the fragment must be read whole; it has been checked to be UTF-8 when true.
    mutating func read(_ html: UnsafeBufferPointer<UInt8>, behind preamble: [UInt8]) -> Bool {
        bytes.removeAll(keepingCapacity: true)
        runs.removeAll(keepingCapacity: true)
        bytes.append(contentsOf: preamble)
        let scan = HTMLScan(html: html)
        var copied = 0
        var position = 0
        while position < html.count {
            switch html[position] {
            case UInt8(ascii: "<"):
                guard let end = scan.endOfTag(at: position) else { return false }
                position = end
            case UInt8(ascii: "&"):
                guard let end = scan.endOfReference(at: position) else { return false }
                if let text = scan.replacement(of: position..<end) {
                    bytes.append(contentsOf: html[copied..<position])
                    bytes.append(contentsOf: text.utf8)
                    copied = end
                }
                position = end
            case UInt8(ascii: ">"):
                position += 1
            default:
                guard let end = scan.endOfText(at: position) else { return false }
                if end - position >= Self.shortestRun, !scan.isBlank(position..<end) {
                    bytes.append(contentsOf: html[copied..<position])
                    bytes.append(Self.sign)
                    runs.append(position..<end)
                    copied = end
                }
                position = end
            }
        }
        bytes.append(contentsOf: html[copied...])
        return true
    }
}

/// Where the parts of well-written HTML end; nil for every other.
struct HTMLScan {
    private static let longestName = 32
    private static let each: UInt64 = 0x0101_0101_0101_0101

    let html: UnsafeBufferPointer<UInt8>

    func byte(_ index: Int) -> UInt8 { index < html.count ? html[index] : 0 }

    func isBlank(_ range: Range<Int>) -> Bool {
        for index in range where html[index] > 0x20 { return false }
        return true
    }

    // MARK: - Text

    /// The next `<`, `>` or `&`. Characters that are dropped or replaced in writing are not for this reader.
    func endOfText(at start: Int) -> Int? {
        var position = start
        while true {
            position = endOfLetters(at: position)
            guard position < html.count else { return position }
            let byte = html[position]
            switch byte {
            case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"): return position
            case 0x0A, 0x09: position += 1
            case 0x00..<0x20, HTMLOutline.sign: return nil
            case 0x80...:
                guard let length = characterLength(at: position) else { return nil }
                position += length
            default: position += 1
            }
        }
    }

    /// Passes over printable ASCII but `<`, `>` and `&`, eight bytes at a time as far as that goes.
    private func endOfLetters(at start: Int) -> Int {
        var position = start
        let bytes = UnsafeRawBufferPointer(html)
        while position + 8 <= html.count {
            let word = bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self)
            // The high bit of each byte below a space; `<` and `>`, which differ in one bit; `&`; DEL; beyond ASCII.
            let low = (word &- Self.each * 0x20) & ~word
            let angle = (word | Self.each * 0x02) ^ (Self.each * 0x3E)
            let ampersand = word ^ (Self.each * 0x26)
            let delete = word ^ (Self.each * 0x7F)
            let found =
                low | word | ((angle &- Self.each) & ~angle) | ((ampersand &- Self.each) & ~ampersand)
                | ((delete &- Self.each) & ~delete)
            if found & (Self.each * 0x80) != 0 { break }
            position += 8
        }
        while position < html.count, isLetter(html[position]) { position += 1 }
        return position
    }

    private func isLetter(_ byte: UInt8) -> Bool {
        byte >= 0x20 && byte < 0x7F && byte != 0x3C && byte != 0x3E && byte != 0x26
    }

    /// Of a character beyond ASCII in proper UTF-8 (RFC 3629, section 4) that HTML may hold as it is.
    func characterLength(at index: Int) -> Int? {
        let (first, second) = (byte(index), byte(index + 1))
        let isWellFormed: Bool
        let length: Int
        switch first {
        case 0xC2...0xDF: (length, isWellFormed) = (2, first > 0xC2 || second >= 0xA0)
        case 0xE0: (length, isWellFormed) = (3, second >= 0xA0)
        case 0xED: (length, isWellFormed) = (3, second < 0xA0)
        // U+FFFE and U+FFFF.
        case 0xEF: (length, isWellFormed) = (3, second != 0xBF || byte(index + 2) < 0xBE)
        case 0xE1...0xEE: (length, isWellFormed) = (3, true)
        case 0xF0: (length, isWellFormed) = (4, second >= 0x90)
        case 0xF1...0xF3: (length, isWellFormed) = (4, true)
        case 0xF4: (length, isWellFormed) = (4, second < 0x90)
        default: return nil
        }
        guard isWellFormed, index + length <= html.count else { return nil }
        for place in (index + 1)..<(index + length) where html[place] & 0xC0 != 0x80 { return nil }
        return length
    }

    // MARK: - References

    func endOfReference(at start: Int) -> Int? {
        if byte(start + 1) == UInt8(ascii: "#") { return endOfNumber(at: start + 2) }
        guard !Self.isDigit(byte(start + 1)) else { return nil }
        var position = start + 1
        while Self.isNameLetter(byte(position)) || Self.isDigit(byte(position)) { position += 1 }
        let count = position - start - 1
        guard count < Self.longestName else { return nil }
        let next = byte(position)
        if next == UInt8(ascii: ";"), count > 0 { return position + 1 }
        // Names without their semicolon: HTMLInput sees to those that mean something.
        if (2...6).contains(count), next != UInt8(ascii: "=") { return nil }
        return Self.mayGoOn(next) ? nil : position
    }

    /// What libxml2 is given for a reference by name that it does not know itself.
    func replacement(of reference: Range<Int>) -> String? {
        guard html[reference.upperBound - 1] == UInt8(ascii: ";"), reference.count > 2 else { return nil }
        return HTMLInput.replacement(ofReference: html[(reference.lowerBound + 1)..<(reference.upperBound - 1)])
    }

    private func endOfNumber(at start: Int) -> Int? {
        var position = start
        let isHex = byte(position) | 0x20 == UInt8(ascii: "x")
        if isHex { position += 1 }
        let first = position
        var value = 0
        while let digit = Self.digit(byte(position), isHex: isHex) {
            value = value * (isHex ? 16 : 10) + digit
            position += 1
            guard position - first <= 8 else { return nil }
        }
        guard position > first, byte(position) == UInt8(ascii: ";"), value != Int(HTMLOutline.sign) else { return nil }
        return position + 1
    }

    private static func digit(_ byte: UInt8, isHex: Bool) -> Int? {
        if isDigit(byte) { return Int(byte) - 0x30 }
        let folded = byte | 0x20
        return isHex && (0x61...0x66).contains(folded) ? Int(folded) - 0x61 + 10 : nil
    }

    // MARK: - Tags

    func endOfTag(at start: Int) -> Int? {
        if byte(start + 1) == UInt8(ascii: "/") {
            guard let name = endOfElementName(at: start + 2) else { return nil }
            let end = endOfSpaces(at: name)
            return byte(end) == UInt8(ascii: ">") ? end + 1 : nil
        }
        guard var position = endOfElementName(at: start + 1) else { return nil }
        guard !holdsCode(start + 1..<position) else { return nil }
        for _ in 0...HTMLInput.mostAttributes {
            let next = endOfSpaces(at: position)
            if byte(next) == UInt8(ascii: ">") { return next + 1 }
            if byte(next) == UInt8(ascii: "/"), byte(next + 1) == UInt8(ascii: ">") { return next + 2 }
            guard next > position, let end = endOfAttribute(at: next) else { return nil }
            position = end
        }
        return nil
    }

    /// What stands in script and style is no text.
    private func holdsCode(_ name: Range<Int>) -> Bool {
        byte(name.lowerBound) | 0x20 == UInt8(ascii: "s") && (5...6).contains(name.count)
            && ["script", "style"].contains { (word: StaticString) in
                word.withUTF8Buffer { $0.elementsEqual(html[name].lazy.map { $0 | 0x20 }) }
            }
    }

    private func endOfElementName(at start: Int) -> Int? {
        guard Self.isNameLetter(byte(start)) else { return nil }
        var position = start + 1
        while Self.isNameLetter(byte(position)) || Self.isDigit(byte(position)) { position += 1 }
        return position - start <= Self.longestName ? position : nil
    }

    private func endOfAttribute(at start: Int) -> Int? {
        guard Self.isNameLetter(byte(start)) else { return nil }
        var position = start + 1
        while Self.isAttributeName(byte(position)) { position += 1 }
        guard position - start <= Self.longestName else { return nil }
        let equals = endOfSpaces(at: position)
        // Without a value; what follows is looked at by the caller.
        guard byte(equals) == UInt8(ascii: "=") else { return position }
        let value = endOfSpaces(at: equals + 1)
        let quote = byte(value)
        if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") { return endOfValue(at: value + 1, quote: quote) }
        position = value
        while Self.isBareValue(byte(position)) { position += 1 }
        let next = byte(position)
        return position > value && (Self.isSpace(next) || next == UInt8(ascii: ">")) ? position : nil
    }

    private func endOfValue(at start: Int, quote: UInt8) -> Int? {
        var position = start
        while position < html.count {
            let byte = html[position]
            switch byte {
            case quote: return position + 1
            case UInt8(ascii: "&"):
                guard let end = endOfReference(at: position), replacement(of: position..<end) == nil else { return nil }
                position = end
            case 0x0A, 0x09: position += 1
            case 0x00..<0x20, UInt8(ascii: "<"), HTMLOutline.sign: return nil
            case 0x80...:
                guard let length = characterLength(at: position) else { return nil }
                position += length
            default: position += 1
            }
        }
        return nil
    }

    func endOfSpaces(at start: Int) -> Int {
        var position = start
        while Self.isSpace(byte(position)) { position += 1 }
        return position
    }

    // MARK: - Bytes

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x09 }
    private static func isNameLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    private static func isAttributeName(_ byte: UInt8) -> Bool {
        isNameLetter(byte) || isDigit(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
            || byte == UInt8(ascii: ":")
    }

    private static func isBareValue(_ byte: UInt8) -> Bool {
        isNameLetter(byte) || isDigit(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
            || byte == UInt8(ascii: "%") || byte == UInt8(ascii: "#") || byte == UInt8(ascii: ".")
    }

    /// Whether libxml2 would read on: these may be part of a name.
    private static func mayGoOn(_ byte: UInt8) -> Bool {
        byte >= 0x80 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
            || byte == UInt8(ascii: ":") || isDigit(byte)
    }
}
