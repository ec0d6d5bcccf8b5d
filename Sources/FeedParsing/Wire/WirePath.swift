// Where a value stands in an item, written as a path: the vocabulary of the field tables. Knows steps, a step at any
// depth, simple conditions on attributes and what to take of what is found; it is no XPath.

/// `contentMeta/description[role~summary]`, `//NewsLines/HeadLine`, `docdata/urgency@ed-urg`, `contentMeta/located#`.
struct WirePath: Sendable, ExpressibleByStringLiteral {
    private struct Step {
        var name: String
        /// At any depth below the element before it.
        var isDeep: Bool
        var conditions: [Condition]
    }

    /// On an attribute of an element; letters compared without case.
    private struct Condition {
        enum Kind { case equals, contains, lacks }

        var attribute: String
        var kind: Kind
        var value: String

        func holds(for element: WireElement) -> Bool {
            let found = element[attribute: attribute]?.lowercased() ?? ""
            switch kind {
            case .equals: return found == value
            case .contains: return found.contains(value)
            case .lacks: return !found.contains(value)
            }
        }
    }

    private enum Taken {
        case text
        case attribute(String)
        /// What a concept is called.
        case name
    }

    private var steps: [Step] = []
    private var taken = Taken.text

    /// Steps parted by `/`, `//` before one at any depth, conditions in brackets (`=` equals, `~` contains, `!` does
    /// not contain), and at the end `@name` for an attribute or `#` for a concept's name.
    init(stringLiteral path: String) {
        var rest = path[...]
        if rest.last == "#" {
            taken = .name
            rest.removeLast()
        } else if let at = rest.lastIndex(of: "@") {
            taken = .attribute(String(rest[rest.index(after: at)...]))
            rest = rest[..<at]
        }
        var isDeep = false
        for part in rest.split(separator: "/", omittingEmptySubsequences: false) {
            if part.isEmpty {
                isDeep = true
            } else {
                let pieces = part.split(separator: "[")
                let conditions = pieces.dropFirst().compactMap(Self.condition)
                steps.append(Step(name: pieces.first.map(String.init) ?? "", isDeep: isDeep, conditions: conditions))
                isDeep = false
            }
        }
    }

    private static func condition(_ text: Substring) -> Condition? {
        let kinds: [Character: Condition.Kind] = ["=": .equals, "~": .contains, "!": .lacks]
        guard let sign = text.firstIndex(where: { kinds[$0] != nil }), let kind = kinds[text[sign]] else { return nil }
        let value = text[text.index(after: sign)...].prefix { $0 != "]" }
        return Condition(attribute: String(text[..<sign]), kind: kind, value: value.lowercased())
    }

    /// What the path leads to, in document order.
    func elements(in root: WireElement) -> [WireElement] {
        var found = [root]
        for step in steps {
            found = found.flatMap { element in
                let candidates =
                    step.isDeep ? element.descendants(step.name) : element.elements.filter { $0.name == step.name }
                return candidates.filter { candidate in step.conditions.allSatisfy { $0.holds(for: candidate) } }
            }
        }
        return found
    }

    /// The values there, each one line; blank ones left out.
    func values(in root: WireElement) -> [String] {
        elements(in: root).compactMap { element in
            switch taken {
            case .text: element.text
            case .attribute(let name): element[attribute: name]
            case .name: element.conceptName
            }
        }.filter { $0 != Self.missing }
    }

    /// What Reuters writes where it has nothing to write.
    private static let missing = "No-Data-Available"
}
