// Whether two headlines are the same: one normalised form and a hash over it. Frozen: what is stored today is compared
// with what is computed years from now. Any change is a new version, never an edit.

package import FeedModel

/// The recipe, version 1: references resolved and tags cut; Folding version 1; markers and known publishers cut from
/// both ends; punctuation to spaces; figures in one spelling.
package enum Headline {
    /// Changes whenever any headline could normalise differently. Part of every hash.
    package static let version = 1

    /// The headline as it is compared: folded words joined by single spaces; empty when nothing is left. Normalising
    /// once more changes nothing.
    package static func normalise(_ title: String) -> String {
        var text = title
        // Feeds escape twice; a third round has not been seen.
        if text.hasByte(UInt8(ascii: "&")) {
            for _ in 0..<3 { text = Entities.resolve(text) }
        }
        let signs = HeadlineSigns.read(cutTags(text))
        return HeadlineFigures.join(HeadlineSigns.line(HeadlineMarkers.cut(signs)))
    }

    /// 64 bits over the normalised headline; nil when nothing is left of it: an empty headline matches none.
    package static func hash(_ title: String) -> TextHash? {
        hash(normalised: normalise(title))
    }

    static func hash(normalised: String) -> TextHash? {
        guard !normalised.isEmpty else { return nil }
        var hash = StableHash(recipe: "headline", version: version)
        hash.combine(normalised)
        return hash.textHash
    }

    /// Tags that a feed left in its titles become spaces; a `<` that starts none stays.
    private static func cutTags(_ text: String) -> String {
        guard text.hasByte(UInt8(ascii: "<")) else { return text }
        var scanner = MarkupScanner(text)
        var cut = String.UnicodeScalarView()
        while let (token, _) = scanner.next() {
            if case .character(let scalar) = token { cut.append(scalar) } else { cut.append(" ") }
        }
        return String(cut)
    }
}
