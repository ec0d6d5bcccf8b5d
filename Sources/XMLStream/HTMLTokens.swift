// HTML as a flat list of balanced events: what libxml2's HTML parser made of a fragment, in plain values.
// Refuses to judge: what is allowed, and what it means, is decided by the rooms that read it.

/// A parsed HTML fragment: start, end, text and code tokens, always balanced, never nested deeper than
/// ``deepestNesting``.
package struct HTMLTokens: Sendable {
    /// What a token is.
    package enum Kind: Sendable {
        case start, end, text
        /// The content of script and style.
        case code
    }

    /// One token; its indices point into the lists beside it.
    package struct Token: Sendable {
        package var kind: Kind
        /// Text without `&`, `<`, `>`, control characters and U+0080 to U+009F: it is written as it is.
        package var isPlain = false
        /// Index into `names`, of start and end tokens.
        package var name: Int
        /// Start: indices into `attributes`. Text and code: indices into `bytes`.
        package var range: Range<Int>
    }

    /// One attribute; without a value it has an empty one.
    package struct Attribute: Sendable {
        /// Index into `attributeNames`.
        package var name: Int
        /// Indices into `bytes`; character references are resolved.
        package var value: Range<Int>
    }

    /// Elements nested deeper lose their tags, not their text.
    package static let deepestNesting = 256

    /// Changes when the numbers of names do, which else keep their meaning from one fragment to the next.
    package internal(set) var generation = 0
    package internal(set) var tokens: [Token] = []
    package internal(set) var attributes: [Attribute] = []
    /// Distinct element names, lower case.
    package internal(set) var names: [String] = []
    /// Distinct attribute names, lower case.
    package internal(set) var attributeNames: [String] = []
    /// UTF-8: every text and attribute value, one after another.
    package internal(set) var bytes: [UInt8] = []

    /// No tokens.
    package init() {}

    /// Parses a fragment. Never fails: tag soup gives what can be made of it, comments, processing instructions and
    /// doctypes give nothing.
    package init(parsing html: String) {
        var html = html
        html.withUTF8 { HTMLParser().parseWhole($0, into: &self) }
    }

    /// Empty again, but for the names; memory is kept.
    mutating func removeAll() {
        tokens.removeAll(keepingCapacity: true)
        attributes.removeAll(keepingCapacity: true)
        bytes.removeAll(keepingCapacity: true)
    }
}
