// What the parser is told about a document beside its bytes.

/// How and from where a document was served, and how much of it to keep as written.
package struct ParseOptions: Sendable {
    /// The Content-Type header as received; its charset outranks the document's own declaration.
    package var contentType: String?
    /// The document's own address: the outermost base of relative links.
    package var baseURL: String?
    /// True leaves HTML unsanitised and links unresolved.
    package var keepsRaw = false

    /// Nothing known unless given.
    package init(contentType: String? = nil, baseURL: String? = nil, keepsRaw: Bool = false) {
        self.contentType = contentType
        self.baseURL = baseURL
        self.keepsRaw = keepsRaw
    }
}
