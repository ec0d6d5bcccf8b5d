// The texts of a story that need a decision before anything can show them.

import FeedModel

/// Headlines, leads and anchors as shown.
enum StoryText {
    /// The headline; for copy without one, the opening of its text, else its dateline, else words that say so.
    static func title(of story: Story, language: String) -> String {
        if let headline = nonBlank(story.headline) { return headline }
        if let lead = nonBlank(story.shown?.attribution.lead) { return shortened(lead, to: 80) }
        return story.dateline ?? Phrases.of(language).untitled
    }

    /// The part of a page's address that leads to the story.
    static func anchor(of story: Story) -> String {
        "story-" + WebAddress.pathSegment(story.id.rawValue)
    }

    /// The text, cut at a word's end and given an ellipsis when it has more than `limit` characters.
    static func shortened(_ text: String, to limit: Int) -> String {
        // Characters can hold any number of scalars: copy that piles up combining marks is cut by its bytes.
        guard text.count > limit || text.utf8.count > limit * 16 else { return text }
        var cut = text.prefix(limit)
        while cut.utf8.count > limit * 16 { cut = cut.dropLast() }
        if let space = cut.lastIndex(where: \.isWhitespace), space > cut.startIndex { cut = cut[..<space] }
        while let last = cut.last, last.isWhitespace || ",;:-–—".contains(last) { cut = cut.dropLast() }
        return cut + "…"
    }

    /// The text without white space around it; nil when nothing is left.
    static func nonBlank(_ text: String?) -> String? {
        guard let text else { return nil }
        guard let start = text.firstIndex(where: { !$0.isWhitespace }),
            let end = text.lastIndex(where: { !$0.isWhitespace })
        else { return nil }
        return String(text[start...end])
    }
}

/// Language tags (BCP 47) as far as they must be right to be written into a document.
enum LanguageTag {
    /// The tag when it has the form of one, else nil.
    static func wellFormed(_ tag: String?) -> String? {
        guard let tag, !tag.isEmpty else { return nil }
        let subtags = tag.split(separator: "-", omittingEmptySubsequences: false)
        let areWellFormed = subtags.allSatisfy { subtag in
            (1...8).contains(subtag.utf8.count) && subtag.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
        }
        guard areWellFormed, let primary = subtags.first, primary.utf8.count >= 2, primary.allSatisfy(\.isLetter) else {
            return nil
        }
        return tag
    }
}
