// Texts of JSON members in the forms the model holds them: lines, addresses, HTML, dates.
// Refuses empty values: what has nothing but white space is nil.

import FeedModel
import FoundationEssentials

/// What every reader of JSON does with a text, and the faults it found.
struct EntryText {
    private static let mostIssues = 100

    let options: ParseOptions
    /// What relative links are relative to.
    var base: String?
    private(set) var issues: [ParseIssue] = []

    init(options: ParseOptions) {
        self.options = options
        base = options.baseURL
    }

    func address(_ text: String?) -> String? {
        guard let text = nonEmpty(text) else { return nil }
        return options.keepsRaw ? text : URLReference.resolve(text, base: base)
    }

    func html(_ text: String?) -> String? {
        guard let text = nonEmpty(text) else { return nil }
        return options.keepsRaw ? text : nonEmpty(HTMLSanitizer.sanitize(text, base: base))
    }

    /// Plain text: nothing in it is markup.
    func line(_ text: String?) -> String? {
        guard let text else { return nil }
        var line = TextLine()
        line.append(Array(text.utf8)[...])
        return nonEmpty(line.take())
    }

    func nonEmpty(_ text: String?) -> String? {
        guard let text, text.utf8.contains(where: { $0 > 0x20 }) else { return nil }
        return text
    }

    /// The instant a text names; noted where it names none.
    mutating func date(_ text: String?, _ name: String, in place: String) -> Date? {
        guard let text = nonEmpty(text) else { return nil }
        let date = FeedDate.parse(text)
        if date == nil { note(["\(name): “\(text.prefix(40))” is no date"], in: place) }
        return date
    }

    mutating func note(_ notes: [String], in place: String?) {
        for note in notes where issues.count < Self.mostIssues {
            let message = place.map { "\($0).\(note)" } ?? note
            issues.append(ParseIssue(line: 0, column: 0, message: message))
        }
    }

    mutating func note(entriesNotRead count: Int) {
        if count > 0 { issues.append(.entriesNotRead(count)) }
    }
}
