// One method for each kind of value. Each gives nil when the key is absent or its value is unusable; the latter has been
// reported then, so that the caller can go on with the default.

import FeedModel

extension ConfigurationWalk {
    /// Longer lists of words, patterns or addresses are matched for every story: not what this file is for.
    static let maxTexts = 500

    /// The text of a scalar.
    mutating func text(_ key: String, of section: Section, expecting expected: String = "text") -> String? {
        guard let node = section[key] else { return nil }
        return text(node, path: section.path(of: key), expecting: expected)
    }

    mutating func text(_ node: YAMLNode, path: String, expecting expected: String) -> String? {
        switch node.content {
        case .text(let text) where !text.allSatisfy(\.isWhitespace):
            // A block scalar ends with the line end that ends it.
            return String(text.reversed().drop(while: \.isNewline).reversed())
        case .refused: return nil
        default:
            let hint = if case .nothing = node.content { "; leave the key out for its default" } else { "" }
            mistake(at: node.place, path, "expected \(expected), found \(found(node, under: path))\(hint)")
            return nil
        }
    }

    /// Text that may be empty, and is when the value is.
    mutating func optionalText(_ key: String, of section: Section, expecting expected: String = "text") -> String? {
        switch section[key]?.content {
        case .nothing: return ""
        case .text(let text) where text.allSatisfy(\.isWhitespace): return ""
        default: return text(key, of: section, expecting: expected)
        }
    }

    /// A list of text; a lone scalar is a list of one.
    mutating func texts(_ key: String, of section: Section, expecting expected: String = "text") -> [PlacedText]? {
        guard let node = section[key] else { return nil }
        let path = section.path(of: key)
        switch node.content {
        case .nothing: return []
        case .list(let items):
            guard items.count <= Self.maxTexts else {
                let most = "at most \(Self.maxTexts) entries"
                mistake(at: node.place, path, "expected \(most), found \(items.count)")
                return nil
            }
            return items.compactMap { item in
                text(item, path: path, expecting: expected).map { PlacedText(text: $0, place: item.place) }
            }
        default:
            return text(node, path: path, expecting: "a list").map { [PlacedText(text: $0, place: node.place)] } ?? []
        }
    }

    mutating func flag(_ key: String, of section: Section) -> Bool? {
        guard let text = text(key, of: section, expecting: "true or false") else { return nil }
        switch text {
        case "true": return true
        case "false": return false
        default:
            let meant: String? =
                switch text.lowercased() {
                case "yes", "on", "y", "1", "true", "ja": "true"
                case "no", "off", "n", "0", "false", "nee": "false"
                default: Spelling.nearest(to: text, among: ["true", "false"])
                }
            wrong(key, of: section, "true or false", text, hint: meant.map { "did you mean \"\($0)\"?" })
            return nil
        }
    }

    /// - Parameter upper: what the upper bound is, when it comes from another key.
    mutating func number(
        _ key: String,
        of section: Section,
        in range: ClosedRange<Int>,
        upper: String? = nil
    ) -> Int? {
        let most = upper.map { "\($0) (\(range.upperBound))" } ?? "\(range.upperBound)"
        let expected = "a whole number from \(range.lowerBound) to \(most)"
        guard let text = text(key, of: section, expecting: expected) else { return nil }
        if let number = Int(text), range.contains(number) { return number }
        wrong(key, of: section, expected, text)
        return nil
    }

    /// - Parameters:
    ///   - lower: what the lower bound is, when it comes from another key.
    ///   - upper: likewise.
    mutating func duration(
        _ key: String,
        of section: Section,
        in range: ClosedRange<Duration>,
        lower: String? = nil,
        upper: String? = nil
    ) -> Duration? {
        let least = lower.map { "\($0) (\(range.lowerBound.spelled))" } ?? range.lowerBound.spelled
        let most = upper.map { "\($0) (\(range.upperBound.spelled))" } ?? range.upperBound.spelled
        let expected = "a duration from \(least) to \(most)"
        guard let text = text(key, of: section, expecting: expected) else { return nil }
        guard let duration = DurationSpelling.read(text) else {
            let meant = DurationSpelling.suggestions(for: text).filter { spelling in
                DurationSpelling.read(spelling).map(range.contains) ?? false
            }
            let spellings = meant.isEmpty ? "it as in 90s, 5m, 1h30m or 7d" : Shown.list(meant, "or")
            wrong(key, of: section, expected, text, hint: "write \(spellings)")
            return nil
        }
        if range.contains(duration) { return duration }
        wrong(key, of: section, expected, text)
        return nil
    }

    mutating func byteCount(_ key: String, of section: Section, in range: ClosedRange<Int>) -> Int? {
        let bounds = "\(ByteCount.spelled(range.lowerBound)) to \(ByteCount.spelled(range.upperBound))"
        let expected = "a size from \(bounds)"
        guard let text = text(key, of: section, expecting: expected) else { return nil }
        guard let bytes = ByteCount.read(text) else {
            let meant = ByteCount.suggestions(for: text).filter { spelling in
                ByteCount.read(spelling).map(range.contains) ?? false
            }
            let spellings = meant.isEmpty ? "it as in 512KiB or 10MiB" : Shown.list(meant, "or")
            wrong(key, of: section, expected, text, hint: "write \(spellings)")
            return nil
        }
        if range.contains(bytes) { return bytes }
        wrong(key, of: section, expected, text)
        return nil
    }

    /// One of a few exact words.
    mutating func choice<Choice: RawRepresentable>(_ key: String, of section: Section, among choices: [Choice])
        -> Choice?
    where Choice.RawValue == String {
        let names = choices.map(\.rawValue)
        let expected = Shown.list(names, "or")
        guard let text = text(key, of: section, expecting: expected) else { return nil }
        if let choice = choices.first(where: { $0.rawValue == text }) { return choice }
        let near = Spelling.nearest(to: text, among: names)
        wrong(key, of: section, expected, text, hint: near.map { "did you mean \"\($0)\"?" })
        return nil
    }

    /// Words and /regular expressions/, the unreadable ones reported.
    mutating func rules(_ key: String, of section: Section) -> [String]? {
        texts(key, of: section, expecting: "a word or /regular expression/")?.compactMap { rule in
            guard let problem = validateRule(rule.text) else { return rule.text }
            let expected = "expected a word or /regular expression/, found \(Shown.text(rule.text))"
            mistake(at: rule.place, section.path(of: key), "\(expected): \(problem)")
            return nil
        }
    }

    /// Reports a scalar that is not what the key takes.
    mutating func wrong(_ key: String, of section: Section, _ expected: String, _ found: String, hint: String? = nil) {
        let end = hint.map { "; \($0)" } ?? ""
        let message = "expected \(expected), found \(Shown.text(found))\(end)"
        mistake(at: section.place(of: key), section.path(of: key), message)
    }

    /// What a node is, in words; the text itself unless it may be secret.
    func found(_ node: YAMLNode, under path: String) -> String {
        switch node.content {
        case .nothing, .refused: "nothing"
        case .text(let text) where text.allSatisfy(\.isWhitespace): "empty text"
        case .text(let text): path.hasPrefix("sources") ? "text" : Shown.text(text)
        case .list: "a list"
        case .mapping: "keys"
        }
    }
}

/// An item of a list with its place.
struct PlacedText {
    var text: String
    var place: Place
}
