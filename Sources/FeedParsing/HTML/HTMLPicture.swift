// A title or description that is a picture, a film or a sound and no word: its markup is all there is to show.
// Refuses what has no address, for that shows nothing.

private import XMLStream

enum HTMLPicture {
    /// The markup in one line, sanitised unless it is to stay as written; nil where nothing would be shown.
    static func markup(_ html: String, base: String?, keepsRaw: Bool) -> String? {
        let clean = HTMLSanitizer.sanitize(html, base: base)
        let tokens = HTMLTokens(parsing: clean)
        let hasAddress = tokens.attributes.contains {
            !$0.value.isEmpty && addresses.contains(tokens.attributeNames[$0.name])
        }
        guard hasAddress, tokens.names.contains(where: elements.contains) else { return nil }
        return WhiteSpace.folded(keepsRaw ? html : clean)
    }

    private static let elements: Set<String> = ["audio", "img", "video"]
    private static let addresses: Set<String> = ["src", "srcset"]
}
