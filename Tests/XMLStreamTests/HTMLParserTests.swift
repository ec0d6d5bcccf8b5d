// The parser that is kept: what it gives of one fragment after another is what a new one gives of the whole text.

import TestSupport
import Testing

@testable import XMLStream

struct HTMLParserTests {
    /// Tags, text and code, text in one piece wherever the parser cut it.
    private static func dump(_ source: HTMLTokens) -> [String] {
        var lines: [String] = []
        var text: [UInt8] = []
        for token in source.tokens {
            if token.kind == .text {
                text += source.bytes[token.range]
                continue
            }
            if !text.isEmpty { lines.append(String(decoding: text, as: UTF8.self)) }
            text = []
            switch token.kind {
            case .start:
                let attributes = source.attributes[token.range].map {
                    " \(source.attributeNames[$0.name])=\(String(decoding: source.bytes[$0.value], as: UTF8.self))"
                }
                lines.append("<\(source.names[token.name])\(attributes.joined())>")
            case .end: lines.append("</\(source.names[token.name])>")
            case .text, .code: lines.append("{\(String(decoding: source.bytes[token.range], as: UTF8.self))}")
            }
        }
        return text.isEmpty ? lines : lines + [String(decoding: text, as: UTF8.self)]
    }

    @Test(arguments: 0..<12 as Range<UInt64>) func aKeptParserGivesWhatANewOneGivesOfEveryByte(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let parser = HTMLParser()
        var tokens = HTMLTokens()
        for _ in 0..<500 {
            let html = Self.soup(using: &generator)
            parser.parse(Array(html.utf8)[...], into: &tokens)
            #expect(Self.dump(tokens) == Self.dump(HTMLTokens(parsing: html)), "\(html)")
        }
    }

    @Test(arguments: 0..<8 as Range<UInt64>) func wellNestedHTMLIsReadAsLibxml2ReadsIt(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let parser = HTMLParser()
        var tokens = HTMLTokens()
        for _ in 0..<500 {
            let html = Self.nested(6, using: &generator)
            parser.parse(Array(html.utf8)[...], into: &tokens)
            #expect(Self.dump(tokens) == Self.dump(HTMLTokens(parsing: html)), "\(html)")
        }
    }

    @Test func textThatStandsForItselfIsMarked() {
        var tokens = HTMLTokens()
        HTMLParser().parse(
            Array("<p>Een hele regel tekst &amp; nog een &lt; teken in de regel</p>".utf8)[...],
            into: &tokens
        )
        let texts = tokens.tokens.filter { $0.kind == .text }
        #expect(texts.map(\.isPlain) == [true, false, true, false, true])
        for token in texts where token.isPlain {
            #expect(!tokens.bytes[token.range].contains { $0 < 0x20 || "&<>\u{7F}".utf8.contains($0) })
        }
    }

    @Test(arguments: ["&#127;", "&#x7f;", "&#0127;", "\u{7F}", "&#X7F;"]) func theSignForTextIsNoneInTheText(
        sign: String
    ) {
        let html = "<p>Een regel tekst \(sign) en nog een regel</p>"
        var tokens = HTMLTokens()
        HTMLParser().parse(Array(html.utf8)[...], into: &tokens)
        #expect(Self.dump(tokens) == ["<p>", "Een regel tekst \u{7F} en nog een regel", "</p>"])
    }

    @Test func illegalUTF8IsReplaced() {
        var tokens = HTMLTokens()
        HTMLParser().parse([UInt8]("<p>voor de fout ".utf8)[...] + [0xC3, 0x28, 0xFF] + "</p>".utf8, into: &tokens)
        #expect(Self.dump(tokens) == ["<p>", "voor de fout \u{FFFD}(\u{FFFD}", "</p>"])
    }

    @Test func namesWithoutEndAreForgotten() {
        let parser = HTMLParser()
        var tokens = HTMLTokens()
        for number in 0..<3_000 {
            parser.parse(Array("<x\(number) a\(number)=1>tekst</x\(number)>".utf8)[...], into: &tokens)
            #expect(Self.dump(tokens) == ["<x\(number) a\(number)=1>", "tekst", "</x\(number)>"])
        }
        #expect(tokens.generation > 0 && tokens.names.count < 2_000)
    }

    /// HTML in which every element is ended, whatever may stand in what.
    private static func nested(_ depth: Int, using generator: inout SeededGenerator) -> String {
        let elements = """
            a abbr article b blockquote cite code del div em figcaption figure h1 h2 h3 i iframe ins li ol p pre q s script
            section small span strong sub sup table tbody td th thead tr u ul head title body video
            """.split(whereSeparator: \.isWhitespace)
        let attributes = [
            " href=\"/a?b=1&amp;c=2\"", " href='/a?b=1&c=2'", " title=\"één &lt; &eacute; &#8217; 'x' > y\"", " async",
            " src = \"x\"",
            " class=\"a\"", " class=\"a\" class=\"b\"", " data-x=\"\"", " alt=\"a\nb\"", " width=1",
            " title=\"&foo; &x\"", " hidden ",
        ]
        let texts = [
            "Een regel tekst. ", " ", "\n", "&amp;", "&nbsp;", "&eacute;t&eacute;", "&#8217;", "&#x41;", "&lt;b>",
            "AT&T", "café – ja",
            "<br>", "<br/>", "<br />", "<img src=\"x.png\" alt=\"\"/>", "<hr>", "&quot;", "&apos;", "&ang;", "&fjlig;",
            "&hellip;",
        ]
        return (0..<Int.random(in: 0...3, using: &generator)).map { _ in
            if depth == 0 || Int.random(in: 0..<3, using: &generator) == 0 {
                return texts[Int.random(in: 0..<texts.count, using: &generator)]
            }
            let name = elements[Int.random(in: 0..<elements.count, using: &generator)]
            let attributes = (0..<max(0, Int.random(in: -2...2, using: &generator))).map { _ in
                attributes[Int.random(in: 0..<attributes.count, using: &generator)]
            }
            return "<\(name)\(attributes.joined())>\(nested(depth - 1, using: &generator))</\(name)>"
        }.joined()
    }

    /// Well-written HTML with now and then a piece that is not.
    private static func soup(using generator: inout SeededGenerator) -> String {
        let good = [
            "<p>", "</p>", "<b>", "</b>", "<a href=\"/x?a=1&amp;b=2\">", "</a>", "<br>", "<br />",
            "<img src='a.png' alt=x>",
            "<ul><li>", "</ul>", "Een regel tekst. ", "Nog een regel, langer dan kort", " ", "\n", "&amp;", "&eacute;",
            "één woord café – ja", "&#8217;", "> dan", "<td width=10>", "AT&T ", "<DIV Class=\"A\" hidden>", "</DIV>",
            "字字字字",
        ]
        let odd = [
            "<", "&", "&copy 2024", "<!-- x -->", "<script>a<b</script>", "<style>p{}</style>", "</", "<a href=x/>",
            "<a b='",
            "<![CDATA[", "]]>", "&#127;", "&#xFFFE;", "\r\n", "\u{1}", "\u{7F}", "\u{80}", "\u{FFFF}", "<p\u{B}>",
            "<x:y>",
            "&é", "&nbsp", "<p a=\"<\">", "<p a=1 a=2 =3>", "<html>", "<body>", "<head>", "<title>", "&#0;", "&T",
            "&amp",
        ]
        return (0..<Int.random(in: 0...16, using: &generator)).map { _ in
            let pieces = Int.random(in: 0..<12, using: &generator) == 0 ? odd : good
            return pieces[Int.random(in: 0..<pieces.count, using: &generator)]
        }.joined()
    }
}
