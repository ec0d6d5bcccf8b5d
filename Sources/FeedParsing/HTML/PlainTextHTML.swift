// Plain text made HTML, in the form the sanitiser writes.
// Refuses to guess at markup in it: `<b>` in a text is those three characters.

/// HTML for text that is not HTML.
enum PlainTextHTML {
    /// The text, escaped.
    static func inline(_ text: String) -> String {
        var writer = HTMLWriter()
        writer.text(Array(text.utf8)[...])
        return writer.finish()
    }

    /// A `p` for each run of lines, parted by empty lines; `br` for each line break within.
    static func paragraphs(_ text: String) -> String {
        let text = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
        var paragraphs: [[String]] = [[]]
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let html = inline(String(line))
            if html.isEmpty {
                paragraphs.append([])
            } else {
                paragraphs[paragraphs.count - 1].append(html)
            }
        }
        return paragraphs.filter { !$0.isEmpty }.map { "<p>\($0.joined(separator: "<br>"))</p>" }.joined()
    }
}
