// Writes XML documents: indented, escaped, the same bytes for the same calls. Checks no names: they are our own.

/// Builds one XML document in memory.
struct XMLWriter {
    /// An attribute; one without a value is not written.
    typealias Attribute = (name: String, value: String?)

    private(set) var bytes: [UInt8] = []
    private var open: [String] = []
    /// For elements that do not say otherwise.
    private let references: Markup.References

    init(references: Markup.References = .named) {
        self.references = references
        bytes += Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8)
    }

    /// Opens an element that has elements inside.
    mutating func start(_ name: String, _ attributes: [Attribute] = []) {
        startTag(name, attributes)
        bytes += Array(">\n".utf8)
        open.append(name)
    }

    /// Closes the element opened last.
    mutating func end() {
        guard let name = open.popLast() else { return }
        indent()
        bytes += Array("</\(name)>\n".utf8)
    }

    /// An element with text; nothing when there is no text to write.
    mutating func element(
        _ name: String,
        _ text: String?,
        _ attributes: [Attribute] = [],
        references: Markup.References? = nil
    ) {
        guard let text else { return }
        startTag(name, attributes)
        bytes.append(UInt8(ascii: ">"))
        Markup.append(text, to: &bytes, references: references ?? self.references, keepsQuotes: true)
        bytes += Array("</\(name)>\n".utf8)
    }

    /// An element without content.
    mutating func empty(_ name: String, _ attributes: [Attribute]) {
        startTag(name, attributes)
        bytes += Array("/>\n".utf8)
    }

    private mutating func startTag(_ name: String, _ attributes: [Attribute]) {
        indent()
        bytes += Array("<\(name)".utf8)
        for (name, value) in attributes {
            guard let value else { continue }
            bytes += Array(" \(name)=\"".utf8)
            // Attribute values have their line ends and tabs turned into spaces by every parser (XML 1.0 section 3.3.3).
            Markup.append(value, to: &bytes)
            bytes.append(UInt8(ascii: "\""))
        }
    }

    private mutating func indent() {
        bytes += [UInt8](repeating: UInt8(ascii: " "), count: 2 * open.count)
    }
}
