// A document ready to be sent: every encoded form, with the headers that go with it. Made once per change.

package import FoundationEssentials

/// Rendered bytes in every form in which they are served.
package struct RenderedDocument: Sendable {
    /// Forms that would be no smaller are absent; identity is always there.
    package let forms: [ContentCoding: [UInt8]]
    package let contentType: String
    /// The opaque part of the entity tag, without quotes: a digest of the identity bytes.
    package let tag: String
    package let lastModified: Date?
    package let cacheControl: String
    /// Further header fields, such as Link or Content-Security-Policy.
    package let fields: [(name: String, value: String)]

    /// Compresses `bytes`; documents under 256 bytes are kept as they are, since headers outweigh the gain.
    package init(
        _ bytes: [UInt8],
        contentType: String,
        lastModified: Date?,
        cacheControl: String,
        fields: [(name: String, value: String)] = []
    ) {
        var forms: [ContentCoding: [UInt8]] = [.identity: bytes]
        if bytes.count >= 256 {
            forms[.gzip] = Compression.gzip(bytes)
            forms[.brotli] = Compression.brotli(bytes)
        }
        self.forms = forms
        self.contentType = contentType
        self.tag = Digest.hex(of: bytes)
        self.lastModified = lastModified
        self.cacheControl = cacheControl
        self.fields = fields
    }
}
