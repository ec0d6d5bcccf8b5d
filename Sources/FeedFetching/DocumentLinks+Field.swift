// Reading Link header fields (RFC 8288) for the two relations WebSub needs.

import CurlTransfer

extension DocumentLinks {
    /// Relative links are resolved against `base`; what is no http or https address is left out.
    init(fields: [String], base: WebAddress) {
        self.init()
        for field in fields {
            for link in Self.links(in: field) {
                guard let target = base.resolving(String(link.target))?.text else { continue }
                if link.relations.contains("hub") && !hubs.contains(target) { hubs.append(target) }
                if link.relations.contains("self") && selfURL == nil { selfURL = target }
            }
        }
    }

    private struct Link {
        var target: Substring
        var relations: [String]
    }

    private static func links(in field: String) -> [Link] {
        var links: [Link] = []
        var rest = field[...]
        while let open = rest.firstIndex(of: "<"), let close = rest[open...].firstIndex(of: ">") {
            let target = rest[rest.index(after: open)..<close]
            rest = rest[rest.index(after: close)...]
            var relations: [String]?
            while let parameter = nextParameter(&rest) {
                // Only the first rel of a link counts (RFC 8288 section 3.3).
                if parameter.name == "rel" && relations == nil {
                    relations = parameter.value.lowercased().split(separator: " ").map(String.init)
                }
                // Another anchor makes it a link of something else.
                if parameter.name == "anchor" { relations = [] }
            }
            links.append(Link(target: target, relations: relations ?? []))
        }
        return links
    }

    /// The next `; name=value` of a link; nil at its end.
    private static func nextParameter(_ rest: inout Substring) -> (name: String, value: String)? {
        let isBlank = { (character: Character) in character == " " || character == "\t" }
        var text = rest.drop(while: isBlank)
        guard text.first == ";" else { return nil }
        text = text.dropFirst().drop(while: isBlank)
        let name = text.prefix { !"=;,".contains($0) }
        text = text[name.endIndex...]
        var value = ""
        if text.first == "=" {
            text = text.dropFirst().drop(while: isBlank)
            value = text.first == "\"" ? quoted(&text) : token(&text)
        }
        rest = text
        return (name.trimming(isBlank).lowercased(), value)
    }

    private static func token(_ text: inout Substring) -> String {
        let token = text.prefix { !";,".contains($0) }
        text = text[token.endIndex...]
        return String(token.trimming { $0 == " " || $0 == "\t" })
    }

    private static func quoted(_ text: inout Substring) -> String {
        var value = ""
        text = text.dropFirst()
        while let character = text.popFirst(), character != "\"" {
            if character == "\\" {
                if let escaped = text.popFirst() { value.append(escaped) }
            } else {
                value.append(character)
            }
        }
        return value
    }
}
