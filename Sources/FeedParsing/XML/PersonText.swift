// A person written in one line, as RSS does: "mail (name)", "name (mail)", "name <mail>", either alone.

import FeedModel

enum PersonText {
    /// No field is set when the line is empty.
    static func parse(_ line: String) -> Person {
        guard line.utf8.contains(UInt8(ascii: "@")) else { return Person(name: nonEmpty(line)) }
        for (opening, closing) in [("(", ")"), ("<", ">")] as [(Character, Character)] {
            guard line.last == closing, let start = line.lastIndex(of: opening) else { continue }
            let outer = WhiteSpace.trimmed(String(line[..<start]))
            let inner = WhiteSpace.trimmed(String(line[line.index(after: start)...].dropLast()))
            if isMail(inner) { return Person(name: nonEmpty(outer), email: mail(inner)) }
            if isMail(outer) { return Person(name: nonEmpty(inner), email: mail(outer)) }
        }
        if isMail(line) { return Person(email: mail(line)) }
        // "mail name", "name mail": the address is what holds the at sign.
        let words = line.split(separator: " ").map(String.init)
        guard words.count > 1, let index = words.firstIndex(where: isMail) else { return Person(name: nonEmpty(line)) }
        var name = words
        name.remove(at: index)
        return Person(name: name.joined(separator: " "), email: mail(words[index]))
    }

    private static func isMail(_ text: String) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        return parts.count == 2 && parts.allSatisfy { !$0.isEmpty } && !text.contains(" ")
    }

    private static func mail(_ text: String) -> String {
        text.lowercased().hasPrefix("mailto:") ? String(text.dropFirst(7)) : text
    }

    private static func nonEmpty(_ text: String) -> String? { text.isEmpty ? nil : text }
}
