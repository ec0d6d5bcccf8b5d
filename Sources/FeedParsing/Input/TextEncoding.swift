// Which encoding a document is in: byte order mark, HTTP charset, XML declaration, UTF-8, windows-1252, in that order.
// Labels are what their writers meant: gb2312 is gb18030, ISO-8859-1 is windows-1252, ASCII is whatever follows.

/// An encoding Telex can read.
enum TextEncoding: Equatable, Sendable {
    case utf8
    /// A name iconv knows.
    case named(String)

    static let windows1252 = TextEncoding.named("CP1252")

    /// What a label in a header or declaration means; nil when it says nothing usable.
    init?(label: String) {
        let name = label.lowercased().filter { !$0.isWhitespace && $0 != "\"" && $0 != "'" }
        guard !name.isEmpty else { return nil }
        switch name {
        case "utf-8", "utf8", "unicode-1-1-utf-8", "unicode", "us-ascii", "ascii", "ansi_x3.4-1968": self = .utf8
        case "iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "latin-1", "l1", "windows-1252", "cp1252", "cp819":
            self = .windows1252
        case "gb2312", "gb_2312-80", "gbk", "x-gbk", "euc-cn", "gb18030": self = .named("GB18030")
        case "shift_jis", "shift-jis", "sjis", "x-sjis", "windows-31j": self = .named("CP932")
        case "euc-kr", "ks_c_5601-1987", "ksc5601", "korean": self = .named("CP949")
        case "big5", "big5-hkscs", "cn-big5", "x-x-big5": self = .named("BIG5-HKSCS")
        case "iso-8859-9", "latin5": self = .named("CP1254")
        case "iso-8859-11", "tis-620": self = .named("CP874")
        case "x-mac-roman", "mac", "macroman": self = .named("MACINTOSH")
        // Escape sequences in ASCII: a way past every check made on bytes.
        case "utf-7", "unicode-1-1-utf-7": return nil
        default: self = .named(name.uppercased())
        }
    }

    /// Whether text in this encoding starts with the bytes ASCII would have.
    var isASCIICompatible: Bool {
        guard case .named(let name) = self else { return true }
        return !["UTF-16", "UTF16", "UTF-32", "UTF32", "UCS", "CP037", "IBM037"].contains { name.hasPrefix($0) }
    }

    var name: String {
        switch self {
        case .utf8: "UTF-8"
        case .named(let name): name == "CP1252" ? "windows-1252" : name
        }
    }
}

/// The encodings to try on one document, best first, and what its first bytes say.
struct EncodingPlan {
    /// Never empty; each once.
    private(set) var candidates: [TextEncoding] = []
    /// Bytes of the byte order mark.
    private(set) var markLength = 0
    /// A label named an encoding that the bytes show it is not.
    private(set) var hasWrongLabel = false

    init(head: ArraySlice<UInt8>, contentType: String?) {
        let bytes = Array(head.prefix(1024))
        if let (encoding, length) = Self.marked(bytes) {
            candidates = [encoding]
            markLength = length
            return
        }
        if let encoding = Self.wide(bytes) {
            candidates = [encoding]
            return
        }
        var labels = [contentType.flatMap(Self.charset)]
        labels.append(Self.declared(bytes))
        for label in labels.compactMap({ $0 }) {
            if let encoding = TextEncoding(label: label), encoding.isASCIICompatible {
                add(encoding)
            } else {
                hasWrongLabel = true
            }
        }
        add(.utf8)
        add(.windows1252)
    }

    private mutating func add(_ encoding: TextEncoding) {
        if !candidates.contains(encoding) { candidates.append(encoding) }
    }

    private static func marked(_ bytes: [UInt8]) -> (TextEncoding, Int)? {
        let marks: [([UInt8], TextEncoding)] = [
            ([0xEF, 0xBB, 0xBF], .utf8), ([0xFF, 0xFE, 0, 0], .named("UTF-32LE")),
            ([0, 0, 0xFE, 0xFF], .named("UTF-32BE")), ([0xFF, 0xFE], .named("UTF-16LE")),
            ([0xFE, 0xFF], .named("UTF-16BE")),
        ]
        return marks.first { bytes.starts(with: $0.0) }.map { ($0.1, $0.0.count) }
    }

    /// UTF-16, UTF-32 and EBCDIC without a mark, by where the zeros of the first characters are (XML 1.0 appendix F).
    private static func wide(_ bytes: [UInt8]) -> TextEncoding? {
        guard bytes.count >= 4 else { return nil }
        switch (bytes[0] == 0, bytes[1] == 0, bytes[2] == 0, bytes[3] == 0) {
        case (true, true, true, false): return .named("UTF-32BE")
        case (false, true, true, true): return .named("UTF-32LE")
        case (true, false, true, false): return .named("UTF-16BE")
        case (false, true, false, true): return .named("UTF-16LE")
        default: return bytes.starts(with: [0x4C, 0x6F, 0xA7, 0x94]) ? .named("CP037") : nil
        }
    }

    /// The charset parameter of a Content-Type.
    private static func charset(_ contentType: String) -> String? {
        for part in contentType.split(separator: ";").dropFirst() {
            let pair = part.split(separator: "=", maxSplits: 1)
            if pair.count == 2, WhiteSpace.trimmed(String(pair[0])).lowercased() == "charset" { return String(pair[1]) }
        }
        return nil
    }

    /// The encoding an XML declaration names.
    private static func declared(_ bytes: [UInt8]) -> String? {
        let text = String(decoding: bytes.map { $0 < 0x80 ? $0 : 0x3F }, as: UTF8.self)
        guard let start = text.range(of: "<?xml"), let end = text.range(of: "?>", from: start.upperBound) else {
            return nil
        }
        let declaration = text[start.upperBound..<end.lowerBound]
        guard let name = declaration.range(of: "encoding") else { return nil }
        let rest = declaration[name.upperBound...].drop { $0.isWhitespace || $0 == "=" }
        guard let quote = rest.first, quote == "\"" || quote == "'" else { return nil }
        return String(rest.dropFirst().prefix { $0 != quote })
    }
}

extension StringProtocol {
    /// The first place of an ASCII text.
    fileprivate func range(of text: String, from start: Index? = nil) -> Range<Index>? {
        var position = start ?? startIndex
        while position < endIndex {
            if self[position...].hasPrefix(text) {
                return position..<index(position, offsetBy: text.count)
            }
            position = index(after: position)
        }
        return nil
    }
}
