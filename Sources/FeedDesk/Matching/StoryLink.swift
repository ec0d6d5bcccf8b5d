// Why two reports tell the same story. Each tier of matching makes links; grouping does not ask which tier.

/// Two reports, as indexes into one list, that belong together.
struct StoryLink: Equatable {
    var first: Int
    var second: Int
    /// In words, as a verdict's reason begins: "same headline".
    var evidence: String

    /// The other end.
    func other(than index: Int) -> Int {
        index == first ? second : first
    }
}
