// What sanitised HTML must never hold, found by a second reading that shares nothing with the sanitiser's lists.

import XMLStream

/// Looks for what must not be there.
enum HTMLFaults {
    /// A line for each fault.
    static func find(in html: String) -> [String] {
        var faults: [String] = []
        let source = HTMLTokens(parsing: html)
        for token in source.tokens where token.kind == .start { look(at: token, of: source, &faults) }
        // Whatever a parser makes of it: nothing but text and attribute values may hold these, and there `<` is escaped.
        for name in ["<script", "<style", "<iframe", "<svg", "<math", "<!--", "<!", "<?", "<form", "<meta", "<base"]
        where html.lowercased().contains(name) {
            faults.append("holds \(name)")
        }
        if html.unicodeScalars.contains(where: { $0.value < 0x20 && $0 != "\n" && $0 != "\t" }) {
            faults.append("holds a control character")
        }
        faults += balance(of: html)
        return faults
    }

    private static func look(at token: HTMLTokens.Token, of source: HTMLTokens, _ faults: inout [String]) {
        let element = source.names[token.name]
        let forbidden = [
            "script", "style", "iframe", "frame", "frameset", "object", "embed", "applet", "form", "input", "button",
            "meta", "base", "link", "svg", "math", "title", "textarea", "template", "noscript", "xmp", "plaintext",
        ]
        if forbidden.contains(element) { faults.append("element \(element)") }
        for attribute in source.attributes[token.range] {
            let name = source.attributeNames[attribute.name]
            let value = String(decoding: source.bytes[attribute.value], as: UTF8.self).lowercased().filter {
                !$0.isWhitespace && !$0.unicodeScalars.contains { $0.value < 0x21 }
            }
            if name.hasPrefix("on") { faults.append("handler \(name)") }
            if name == "style", value.contains("url(") || value.contains("expression") || value.contains("\\") {
                faults.append("style \(value)")
            }
            if ["href", "src", "srcset", "poster", "cite", "data", "background"].contains(name) {
                for scheme in ["javascript:", "vbscript:", "data:", "file:", "blob:"] where value.hasPrefix(scheme) {
                    faults.append("\(name) \(value)")
                }
            }
        }
    }

    /// Every tag closed, in order, by a scan that knows no HTML but the void elements.
    private static func balance(of html: String) -> [String] {
        let void: Set<Substring> = ["area", "br", "col", "hr", "img", "source", "track", "wbr"]
        var open: [Substring] = []
        var rest = Substring(html)
        while let start = rest.firstIndex(of: "<") {
            guard let end = rest[start...].firstIndex(of: ">") else { return ["a tag without an end"] }
            let tag = rest[rest.index(after: start)..<end]
            rest = rest[rest.index(after: end)...]
            if tag.first == "/" {
                if open.popLast() != tag.dropFirst() { return ["</\(tag.dropFirst())> out of place"] }
            } else {
                let name = tag.prefix { $0 != " " }
                if !void.contains(name) { open.append(name) }
            }
        }
        return open.isEmpty ? [] : ["\(open) left open"]
    }
}
