// Atom text without a type is characters (RFC 4287 section 3.1.1), but who forgets the type forgets what it means.
// Guesses HTML only where tags are closed or paired with nothing; `a < b` and `<b>` alone stay characters.

enum MarkupGuess {
    /// What a text without a type is.
    static func kind(of text: ArraySlice<UInt8>) -> TextKind {
        guard text.contains(UInt8(ascii: "<")) else { return .plain }
        let lowered = MarkupRepair.lowered(Array(text))
        return signs.contains { Prolog.find($0, in: lowered) != nil } ? .html : .plain
    }

    private static let signs = [
        "</p>", "</a>", "</div>", "</b>", "</i>", "</em>", "</strong>", "</span>", "<br", "<img ",
    ]
}
