// What libxml2's HTML parser makes of fragments, as tokens.

import TestSupport
import Testing
import XMLStream

struct HTMLTokensTests {
    /// `<p>`, `</p>`, text; code in braces.
    private func tokens(_ html: String) -> [String] {
        let source = HTMLTokens(parsing: html)
        return source.tokens.map { token in
            let text = { String(decoding: source.bytes[token.range], as: UTF8.self) }
            switch token.kind {
            case .start: return "<\(source.names[token.name])>"
            case .end: return "</\(source.names[token.name])>"
            case .text: return text()
            case .code: return "{\(text())}"
            }
        }
    }

    @Test(arguments: [
        ("", []), ("tekst", ["tekst"]), ("een &amp; twee", ["een & twee"]), ("<p>een", ["<p>", "een", "</p>"]),
        ("een<br>twee", ["een", "<br>", "</br>", "twee"]), ("<wbr>a", ["<wbr>", "</wbr>", "a"]),
        ("<p>een<p>twee", ["<p>", "een", "</p>", "<p>", "twee", "</p>"]),
        ("<b><i>x</b>y</i>", ["<b>", "<i>", "x", "</i>", "</b>", "y"]),
        ("<script>a<b></script>", ["<script>", "{a<b>}", "</script>"]), ("a<!-- x -->b", ["ab"]),
        ("\u{0}a\u{0}b", ["ab"]),
        ("tekst </p> na", ["tekst  na"]), ("<b>a</b", ["<b>", "a", "</b>"]), ("a <b", ["a "]), ("1 < 2", ["1 < 2"]),
    ])
    func fragmentGivesTokens(html: String, expected: [String]) {
        #expect(tokens(html) == expected)
    }

    @Test func attributesComeWithTheirElementInLowerCase() {
        let source = HTMLTokens(parsing: "<P Class='a b' hidden>een <b>twee</b></P>")
        let attributes = source.tokens.map { token in
            token.kind != .start
                ? []
                : source.attributes[token.range].map {
                    "\(source.attributeNames[$0.name])=\(String(decoding: source.bytes[$0.value], as: UTF8.self))"
                }
        }
        #expect(attributes.first == ["class=a b", "hidden="])
        #expect(attributes.dropFirst().allSatisfy { $0.isEmpty })
    }

    @Test func noElementIsImplied() {
        #expect(tokens("tekst<p>een</p>na") == ["tekst", "<p>", "een", "</p>", "na"])
        #expect(!tokens("<title>x</title>").contains("<head>"))
    }

    @Test func nestingIsBoundedAndTextIsKept() {
        let source = HTMLTokens(parsing: String(repeating: "<b>", count: 2_000) + "diep")
        #expect(source.tokens.filter { $0.kind == .start }.count == HTMLTokens.deepestNesting)
        #expect(String(decoding: source.bytes, as: UTF8.self) == "diep")
    }

    @Test func elementsStayOpenWhereTheParserIsExchanged() {
        // libxml2 leaves each wbr open, so its stack fills within one paragraph.
        let html = "<div><p>" + String(repeating: "a<wbr>", count: 3_000) + "</p><p>na</p></div>"
        let expected = ["<div>", "<p>"] + Array(repeating: ["a", "<wbr>", "</wbr>"], count: 3_000).flatMap { $0 }
        #expect(tokens(html) == expected + ["</p>", "<p>", "na", "</p>", "</div>"])
    }

    @Test(arguments: ["een", "<b>\u{E9}\u{20AC}</b>", "\u{1F600}"])
    func textIsUTF8WhateverItDeclares(text: String) {
        let html = "<meta http-equiv=content-type content='text/html; charset=iso-8859-1'>\(text)"
        #expect(
            String(decoding: HTMLTokens(parsing: html).bytes, as: UTF8.self).hasSuffix(
                text.filter { !"<b>/".contains($0) }
            )
        )
    }

    @Test func tokensAreAlwaysBalanced() {
        var generator = SeededGenerator(seed: 5)
        let pieces = [
            "<p>", "</p>", "<b ", "a='", "'>", "<html>", "</html>", "<head>", "<body>", "</body>", "<br/>", "<html/>",
            "x",
            "<script>", "</script>", "<table>", "<td/>", "</", "<!--", "-->", "<telex->", "</telex->", "&", "<wbr>",
            "\u{0}",
        ]
        for _ in 0..<3_000 {
            let html = (0..<Int.random(in: 0...20, using: &generator)).compactMap { _ in
                pieces.randomElement(using: &generator)
            }.joined()
            var open: [Int] = []
            let source = HTMLTokens(parsing: html)
            for token in source.tokens {
                if token.kind == .start { open.append(token.name) }
                if token.kind == .end { #expect(open.popLast() == token.name, "\(html)") }
            }
            #expect(open.isEmpty, "\(html)")
        }
    }

    // MARK: - Entities and nesting

    @Test(arguments: [
        ("eacute", "é"), ("nbsp", "\u{A0}"), ("euro", "€"), ("Eacute", "É"), ("thetasym", "ϑ"), ("apos", "'"),
        ("hellip", "…"), ("frac12", "½"), ("rarr", "→"), ("LT", "<"), ("check", "✓"), ("bne", "=\u{20E5}"),
        ("Afr", "𝔄"), ("CounterClockwiseContourIntegral", "∳"), ("zwnj", "\u{200C}"), ("colon", ":"),
    ])
    func entityIsKnown(name: String, text: String) {
        #expect(HTMLEntities.text(named: name.utf8) == text)
    }

    @Test(arguments: ["", "EACUTE", "eacutes", "thetasymbolic", "e\u{0}", "é", "3C", "0", "20AC"])
    func otherNamesAreNoEntity(name: String) {
        #expect(HTMLEntities.text(named: name.utf8) == nil)
    }

    @Test(arguments: [
        ("een &check; &bne; &LT;b&GT;", "een ✓ =\u{20E5} <b>"), ("&copy 2024 &frac12 &amp b", "© 2024 ½ & b"),
        ("R&die &half b &num=1 &copy=1 &copy1", "R&die &half b &num=1 &copy=1 &copy1"), ("&hellip;&;&x", "…&;&x"),
    ])
    func referencesGiveWhatHTMLSays(html: String, text: String) {
        #expect(tokens(html) == [text])
    }

    @Test(arguments: [
        "<a href=x&Tab;onclick=1>", "<a href='x&apos;onclick=1'>", "<a href=\"&QUOT;\">", "<a href=&NewLine;>",
    ])
    func referencesNeverEndAnAttribute(html: String) {
        #expect(HTMLTokens(parsing: html).attributes.count == 1)
    }

    @Test func startTagsEndWhatTheyEnd() {
        #expect(HTMLNesting.startTag("p", closes: "p"))
        #expect(HTMLNesting.startTag("div", closes: "p"))
        #expect(HTMLNesting.startTag("td", closes: "td"))
        #expect(HTMLNesting.startTag("a", closes: "a"))
        #expect(!HTMLNesting.startTag("b", closes: "p"))
        #expect(!HTMLNesting.startTag("div", closes: "div"))
        #expect(!HTMLNesting.startTag("p", closes: "div"))
    }
}
