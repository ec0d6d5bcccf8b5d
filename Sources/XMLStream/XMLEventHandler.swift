// What a push parser tells, and to whom.

/// Receives the events of one document in order. Everything an event lends is valid during the call alone.
///
/// Start and end answer whether the text that follows, up to the next tag, is to be told: what nobody wants is
/// never copied.
package protocol XMLEventHandler: AnyObject {
    /// An element begins.
    func startElement(_ tag: XMLStartTag) -> Bool
    /// Closes the element that was opened last and is still open.
    func endElement() -> Bool
    /// All text up to the next tag, references resolved, CDATA sections included; never empty.
    func text(_ bytes: XMLBytes)
}

/// A name as the document writes it, with its namespace resolved.
package struct XMLName: Sendable, Hashable {
    /// Without the prefix.
    package var local: String
    /// As written; nil for none.
    package var prefix: String?
    /// Nil for no namespace, and for a prefix that is not declared.
    package var namespaceURI: String?

    /// A name in no namespace unless one is given.
    package init(local: String, prefix: String? = nil, namespaceURI: String? = nil) {
        self.local = local
        self.prefix = prefix
        self.namespaceURI = namespaceURI
    }
}

/// Something the parser found wrong with the document.
package struct XMLIssue: Sendable, Equatable {
    /// From 1.
    package var line: Int
    /// From 1, in bytes.
    package var column: Int
    /// One line, in libxml2's words.
    package var message: String
    /// The document is not well-formed: what came after this point was not told.
    package var isFatal: Bool
}
