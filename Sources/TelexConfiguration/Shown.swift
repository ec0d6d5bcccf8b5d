// Values as messages show them: in quotes, on one line, never long, and without what a URL may hide.

/// Makes text fit for a message.
enum Shown {
    /// In double quotes, control characters replaced, cut after 60 characters.
    static func text(_ text: String) -> String {
        var shown = "\""
        for (index, scalar) in text.unicodeScalars.enumerated() {
            if index == 60 { return shown + "…\"" }
            shown.unicodeScalars.append(scalar.value < 0x20 || scalar.value == 0x7F ? " " : scalar)
        }
        return shown + "\""
    }

    /// As `text`, with everything between `//` and `@` left out: it may be a password.
    static func url(_ url: String) -> String {
        guard let at = url.lastIndex(of: "@") else { return text(url) }
        let afterScheme = url.firstIndex(of: "/").map { url[$0...].prefix(while: { $0 == "/" }).endIndex }
        let start = afterScheme.flatMap { $0 <= at ? $0 : nil } ?? url.startIndex
        return text("\(url[..<start])…\(url[at...])")
    }

    /// "a, b and c".
    static func list(_ items: [String], _ conjunction: String) -> String {
        guard let last = items.last, items.count > 1 else { return items.first ?? "" }
        return items.dropLast().joined(separator: ", ") + " \(conjunction) \(last)"
    }
}
