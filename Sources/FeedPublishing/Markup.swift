// Text made safe inside XML and HTML. Works on bytes: a quote followed by a combining mark is one Character to Swift
// and still a quote to a browser.

/// Escapes text for XML and HTML alike.
enum Markup {
    /// Which references stand for `&` and `<`.
    enum References {
        /// `&amp;` and `&lt;`.
        case named
        /// `&#x26;` and `&#x3C;`: in the plain texts of RSS these reach most readers unharmed (RSS Best Practices Profile).
        case numeric
    }

    /// The text with markup characters replaced and what XML 1.0 (section 2.2) forbids left out. Fit for element
    /// content and for attributes in double or single quotes.
    static func escaped(_ text: String) -> String {
        var bytes: [UInt8] = []
        append(text, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// As `escaped`, onto the end of a document. `keepsQuotes`: for element content alone, where quotes mean nothing.
    static func append(
        _ text: String,
        to bytes: inout [UInt8],
        references: References = .named,
        keepsQuotes: Bool = false
    ) {
        bytes.reserveCapacity(bytes.count + text.utf8.count)
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): bytes += references == .named ? ampersand : numericAmpersand
            case UInt8(ascii: "<"): bytes += references == .named ? lessThan : numericLessThan
            case UInt8(ascii: ">"): bytes += greaterThan
            case UInt8(ascii: "\"") where !keepsQuotes: bytes += doubleQuote
            case UInt8(ascii: "'") where !keepsQuotes: bytes += singleQuote
            case 0x0D: bytes += carriageReturn
            case 0x00..<0x09, 0x0B, 0x0C, 0x0E..<0x20, 0x7F: continue
            case 0xBE, 0xBF:
                bytes.append(byte)
                dropNoncharacter(from: &bytes)
            default: bytes.append(byte)
            }
        }
    }

    /// Takes U+FFFE or U+FFFF off the end; in UTF-8 their three bytes can be nothing else.
    static func dropNoncharacter(from bytes: inout [UInt8]) {
        guard bytes.count >= 3, bytes[bytes.count - 2] == 0xBF, bytes[bytes.count - 3] == 0xEF else { return }
        if let last = bytes.last, last >= 0xBE { bytes.removeLast(3) }
    }

    private static let ampersand = Array("&amp;".utf8)
    private static let numericAmpersand = Array("&#x26;".utf8)
    private static let lessThan = Array("&lt;".utf8)
    private static let numericLessThan = Array("&#x3C;".utf8)
    private static let greaterThan = Array("&gt;".utf8)
    private static let doubleQuote = Array("&quot;".utf8)
    private static let singleQuote = Array("&#39;".utf8)
    private static let carriageReturn = Array("&#13;".utf8)
}
