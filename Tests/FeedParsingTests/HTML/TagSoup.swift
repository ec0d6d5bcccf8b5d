// Tag soup from a seed: pieces of HTML, right and wrong, in any order.

import TestSupport

/// Makes fragments that no person would write, and some that attackers do.
struct TagSoup {
    private var generator: SeededGenerator

    init(seed: UInt64) {
        generator = SeededGenerator(seed: seed &* 7919 &+ 1)
    }

    mutating func next() -> String {
        (0..<Int.random(in: 1...24, using: &generator)).map { _ in piece() }.joined()
    }

    private mutating func piece() -> String {
        switch Int.random(in: 0..<12, using: &generator) {
        case 0...3: "<\(pick(Self.names))\(attributes())\(pick(["", "", "", "/", " ", "\n"]))>"
        case 4...6: "</\(pick(Self.names))\(pick(["", "", " ", " x"]))>"
        case 7...8: pick(Self.texts)
        case 9: pick(Self.traps)
        case 10: "<\(pick(Self.names))\(attributes())"
        default: pick(Self.texts) + pick(Self.traps)
        }
    }

    private mutating func attributes() -> String {
        (0..<Int.random(in: 0...3, using: &generator)).map { _ in
            let quote = pick(["\"", "'", ""])
            return
                "\(pick([" ", "/", "\n", ""]))\(pick(Self.attributeNames))\(pick(["=", " = ", ""]))\(quote)\(pick(Self.values))\(quote)"
        }.joined()
    }

    private mutating func pick(_ list: [String]) -> String {
        list.randomElement(using: &generator) ?? ""
    }

    private static let names = [
        "p", "b", "i", "a", "div", "span", "ul", "ol", "li", "table", "tr", "td", "th", "tbody", "thead", "h1", "h2",
        "br",
        "img", "wbr", "source", "video", "font", "center", "pre", "blockquote", "dl", "dt", "dd", "form", "fieldset",
        "menu",
        "script", "style", "iframe", "svg", "math", "title", "textarea", "noscript", "object", "select", "option",
        "html",
        "head", "body", "x-y", "o:p", "P", "SCRIPT", "template", "address", "col", "colgroup", "caption", "s", "tt",
        "dir",
        "listing", "xmp", "legend", "link", "meta", "base", "input", "u", "big", "small", "strike", "hr", "telex-",
    ]
    private static let attributeNames = [
        "href", "src", "onclick", "ONERROR", "style", "class", "title", "target", "rel", "srcset", "id", "xlink:href",
        "data-x", "é", "style", "formaction", "<b", "\"", "\u{0}x",
    ]
    private static let values = [
        "x", "javascript:alert(1)", "JAVA&#9;SCRIPT:x", "&#106;avascript:x", "data:text/html,x",
        "http://a.example/?a=1&b=2",
        "color:red", "background:url(javascript:x)", "width:expression(x)", "a 1x, javascript:x 2x", "_blank", ">",
        "<b>",
        "&quot;&gt;&lt;script&gt;", "\u{1}javascript:x", " #a ", "//a.example", "é\u{FFFF}", "--><script>", "",
    ]
    private static let texts = [
        "tekst", " ", "\n", "&amp;", "&lt;script&gt;", "&nbsp", "&copy", "&#60;", "&#0;", "é", "1 < 2", "a > b", "AT&T",
        "\"", "'",
        "\r\n", "\u{85}", "\u{1}", "]]>", "&#128;", "&#xD800;", "=", "\u{FFFE}", "\u{A0}",
    ]
    private static let traps = [
        "<!--", "-->", "<![CDATA[", "<!DOCTYPE x>", "<?x", "?>", "<", "</", "<!", "<![if x]>", "<!-->", "<!--->",
        "--!>", "&",
        "&#", "&#x", "<3", "</ p>", "<\u{0}b>", "<a b='", "\u{0}", "<!x>", "</script", "<script>", "<style>",
        "</style>",
    ]
}
