// HTML as a tree of values, for those who ask about structure.
// Refuses to be fast: what reads every entry of every feed works on HTMLTokens.

/// A node of parsed HTML.
package enum HTMLNode: Sendable, Equatable {
    case element(HTMLElement)
    case text(String)
}

/// An element of parsed HTML.
package struct HTMLElement: Sendable, Equatable {
    /// An attribute; without a value it has an empty one.
    package struct Attribute: Sendable, Equatable {
        package var name: String
        package var value: String

        package init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    /// Lower case.
    package var name: String
    /// In document order, no name twice.
    package var attributes: [Attribute]
    package var children: [HTMLNode]

    package init(name: String, attributes: [Attribute], children: [HTMLNode]) {
        self.name = name
        self.attributes = attributes
        self.children = children
    }
}

/// Builds trees from HTML fragments over libxml2's HTML parser.
package enum HTMLTreeParser {
    /// The fragment's nodes. Never fails; nesting is bounded by ``HTMLTokens/deepestNesting``; comments are left out,
    /// the content of script and style is text.
    package static func parseFragment(_ html: String) -> [HTMLNode] {
        let source = HTMLTokens(parsing: html)
        var siblings: [[HTMLNode]] = [[]]
        var open: [HTMLElement] = []
        for token in source.tokens {
            switch token.kind {
            case .start:
                let attributes = source.attributes[token.range].map { attribute in
                    HTMLElement.Attribute(
                        name: source.attributeNames[attribute.name],
                        value: String(decoding: source.bytes[attribute.value], as: UTF8.self)
                    )
                }
                open.append(HTMLElement(name: source.names[token.name], attributes: attributes, children: []))
                siblings.append([])
            case .end:
                guard var element = open.popLast(), let children = siblings.popLast() else { continue }
                element.children = children
                siblings[siblings.count - 1].append(.element(element))
            case .text, .code:
                siblings[siblings.count - 1].append(.text(String(decoding: source.bytes[token.range], as: UTF8.self)))
            }
        }
        return siblings.first ?? []
    }
}
