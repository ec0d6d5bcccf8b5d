// What a push parser tells, and to whom.

/// Receives the events of one document in order. Everything an event lends is valid during the call alone.
package protocol XMLEventHandler: AnyObject {
    func startElement(_ tag: XMLStartTag)
    /// Closes the element that was opened last and is still open.
    func endElement()
    /// A piece of text; one run of text may come in any number of pieces.
    func text(_ bytes: XMLBytes, isCDATA: Bool)
}

/// A name as the document writes it, with its namespace resolved.
package struct XMLName: Sendable, Hashable {
    package var local: String
    package var prefix: String?
    /// Nil for no namespace, and for a prefix that is not declared.
    package var namespaceURI: String?

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
    package var column: Int
    package var message: String
    /// The document is not well-formed: what came after this point was not told.
    package var isFatal: Bool
}
