// One item of a wire document as a small tree: few items, deep, and read by paths. Keeps no namespaces: agencies mix
// prefixed, default and missing ones for the same elements.

/// An element, as written but for its namespace.
struct WireElement: Sendable {
    enum Node: Sendable {
        case text(String)
        case element(WireElement)
    }

    struct Attribute: Sendable {
        /// With its prefix: "xml:lang".
        var name: String
        var value: String
    }

    /// Without a prefix.
    var name: String
    var attributes: [Attribute] = []
    var nodes: [Node] = []
    /// Of the start tag, from 1.
    var line = 0

    /// The value of an attribute without white space around it; nil when it is missing or blank.
    subscript(attribute name: String) -> String? {
        guard let value = attributes.first(where: { $0.name == name })?.value else { return nil }
        let trimmed = WhiteSpace.trimmed(value)
        return trimmed.isEmpty ? nil : trimmed
    }

    /// The elements directly inside.
    var elements: [WireElement] {
        nodes.compactMap { node in
            if case .element(let element) = node { element } else { nil }
        }
    }

    /// The first element of that name directly inside.
    func first(_ name: String) -> WireElement? {
        for case .element(let element) in nodes where element.name == name { return element }
        return nil
    }

    /// All elements of that name below, in document order.
    func descendants(_ name: String) -> [WireElement] {
        var found: [WireElement] = []
        for element in elements {
            if element.name == name { found.append(element) }
            found += element.descendants(name)
        }
        return found
    }

    /// All text below as it stands, but for that of some elements.
    func rawText(without left: Set<String> = []) -> String {
        var text = ""
        for node in nodes {
            switch node {
            case .text(let part): text += part
            case .element(let element) where left.contains(element.name): continue
            case .element(let element): text += element.rawText(without: left)
            }
        }
        return text
    }

    /// All text below as one line; nil when there is none.
    var text: String? { text(without: []) }

    /// All text below as one line, but for that of some elements; nil when there is none.
    func text(without left: Set<String>) -> String? {
        let line = WhiteSpace.folded(rawText(without: left))
        return line.isEmpty ? nil : line
    }

    /// Something that shows without being text.
    var holdsPicture: Bool {
        elements.contains { ["img", "media", "video", "audio", "picture", "svg"].contains($0.name) || $0.holdsPicture }
    }

    /// Text that stands directly in the element, not in elements of it.
    var hasOwnText: Bool {
        nodes.contains { node in
            if case .text(let part) = node { !part.utf8.allSatisfy(WhiteSpace.contains) } else { false }
        }
    }
}

extension WireElement {
    /// What a NewsML-G2 concept is called: its display name, any name but a mnemonic, its literal, its text.
    var conceptName: String? {
        let names = elements.filter { $0.name == "name" && $0.text != nil }
        let best =
            names.first { $0[attribute: "role"]?.contains("display") == true }
            ?? names.first { $0[attribute: "role"]?.contains("mnemonic") != true } ?? names.first
        return best?.text ?? self[attribute: "literal"] ?? (elements.isEmpty ? text : nil)
    }
}
