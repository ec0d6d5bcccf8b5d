// One ninjs or ANP item, read by the names of NinjsTerms: strings, lists and objects where versions differ in which.
// Refuses to decide what a field means; a member of a useless type counts as absent.

import FeedModel

/// Members of an item in the order of preference.
struct NinjsItem {
    let value: JSONValue

    /// A text with what it is written in.
    struct Text {
        var text: String
        var isHTML: Bool
    }

    /// The members with these names that are there, best first. `body_*` is every name that starts so.
    func members(_ names: [String]) -> [(name: String, value: JSONValue)] {
        names.flatMap { name -> [(name: String, value: JSONValue)] in
            guard name.hasSuffix("*") else {
                return value.member(name, ignoringCase: true).map { [(name, $0)] } ?? []
            }
            let stem = name.dropLast()
            return value.members.compactMap { member in
                guard let name = member.name.string?.lowercased(), name.hasPrefix(stem), !names.contains(name),
                    !NinjsTerms.creditLine.contains(name)
                else { return nil }
                return (name, member.value)
            }
        }
    }

    /// The first of these members that gives something.
    func first<Result>(_ names: [String], _ read: (JSONValue) -> Result?) -> Result? {
        for member in members(names) {
            if let result = read(member.value) { return result }
        }
        return nil
    }

    /// The first of these members that is a string, or a number as it is written.
    func scalar(_ names: [String]) -> String? {
        first(names) { value in
            guard let text = value.string ?? value.number, !Self.isBlank(text) else { return nil }
            return text
        }
    }

    /// The first of these members that has words.
    func words(_ names: [String]) -> [String] {
        first(names) { value in
            let words = Self.words(of: value)
            return words.isEmpty ? nil : words
        } ?? []
    }

    /// The values of a list, as many as are read; of another value itself.
    static func elements(of value: JSONValue) -> [JSONValue] {
        value.kind == .list ? Array(value.elements.prefix(Draft.mostValues)) : [value]
    }

    /// The words of a string, of the objects that stand for one, or of a list of either.
    static func words(of value: JSONValue) -> [String] {
        switch value.kind {
        case .string, .escapedString: return [value.string].compactMap { $0 }.filter { !isBlank($0) }
        case .list: return elements(of: value).filter { $0.kind != .list }.flatMap(words)
        case .object: return [NinjsItem(value: value).scalar(NinjsTerms.text)].compactMap { $0 }
        case .number, .truth, .null: return []
        }
    }

    /// The best text of these members: ninjs 1 has members of many names, ninjs 2 and 3 lists of objects with roles.
    func text(_ names: [String], roles: [String]) -> Text? {
        for (name, value) in members(names) {
            if value.kind == .list {
                if let text = Self.best(of: Self.elements(of: value), roles: roles) { return text }
            } else if let text = value.string, !Self.isBlank(text) {
                let isHTML = name.contains("html") || !name.hasPrefix("body_") && Self.looksLikeHTML(text)
                return Text(text: text, isHTML: isHTML)
            }
        }
        return nil
    }

    private static func best(of elements: [JSONValue], roles: [String]) -> Text? {
        var best: (text: Text, rank: Int)?
        for element in elements {
            let object = NinjsItem(value: element)
            guard let text = element.string ?? object.scalar(["value"]), !isBlank(text) else { continue }
            let role = object.scalar(["role"])?.lowercased()
            guard role != NinjsTerms.creditRole else { continue }
            let type = object.scalar(NinjsTerms.contentType)?.lowercased() ?? ""
            let isHTML = type.contains("html") || type.contains("xml") || type.isEmpty && role?.contains("html") == true
            guard isHTML || type.isEmpty || type.hasPrefix("text/") else { continue }
            let place = role.map { roles.firstIndex(of: $0) ?? roles.count } ?? 0
            // HTML before text, and text before a markup that is not HTML.
            let kind = type.contains("html") || type.isEmpty && isHTML ? 0 : type.contains("xml") ? 2 : 1
            let rank = kind * (roles.count + 1) + place
            if best.map({ rank < $0.rank }) ?? true { best = (Text(text: text, isHTML: isHTML), rank) }
        }
        return best?.text
    }

    /// ANP's `bodyText` is HTML; other members without a type can be either.
    private static func looksLikeHTML(_ text: String) -> Bool {
        text.utf8.contains(UInt8(ascii: "<")) && (text.contains("</") || text.contains("/>"))
    }

    static func isBlank(_ text: String) -> Bool {
        !text.utf8.contains { $0 > 0x20 }
    }
}
