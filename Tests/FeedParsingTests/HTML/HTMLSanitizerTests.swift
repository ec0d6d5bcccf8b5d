// What the sanitiser lets through, vector by vector, and what holds for every input.

import FeedParsing
import TestSupport
import Testing
import XMLStream

struct HTMLSanitizerTests {
    private func sanitize(_ html: String) -> String {
        HTMLSanitizer.sanitize(html, base: HTMLVector.base)
    }

    @Test(arguments: HTMLVector.all)
    func vectorComesOutAsWritten(_ vector: HTMLVector) {
        let output = sanitize(vector.input)
        #expect(Array(output.utf8) == Array(vector.output.utf8), "\(output)")
        #expect(sanitize(output) == output, "not idempotent")
    }

    @Test func vectorsAreManyAndTheirNamesDiffer() {
        #expect(HTMLVector.all.count >= 180)
        #expect(Set(HTMLVector.all.map(\.name)).count == HTMLVector.all.count)
    }

    @Test func withoutABaseLinksStayRelative() {
        #expect(HTMLSanitizer.sanitize("<a href='x'>a</a>", base: nil) == "<a href=\"x\">a</a>")
        #expect(HTMLSanitizer.sanitize("<a href='javascript:x'>a</a>", base: nil) == "<a>a</a>")
        #expect(HTMLSanitizer.sanitize("<a href='x'>a</a>", base: "javascript://a/b") == "<a>a</a>")
    }

    // MARK: - For every input

    @Test(arguments: 0..<8)
    func tagSoupComesOutSafeBalancedAndForGood(_ seed: Int) {
        var soup = TagSoup(seed: UInt64(seed))
        for _ in 0..<400 {
            let input = soup.next()
            let output = sanitize(input)
            #expect(sanitize(output) == output, "not idempotent: \(input)")
            let faults = MarkupForm(output).faults
            #expect(faults.isEmpty, "\(faults) from \(input)")
        }
    }

    @Test func vectorsCutShortComeOutSafe() {
        for vector in HTMLVector.all {
            let characters = Array(vector.input.unicodeScalars)
            for length in 0...characters.count {
                var input = ""
                input.unicodeScalars.append(contentsOf: characters.prefix(length))
                let output = sanitize(input)
                #expect(MarkupForm(output).faults.isEmpty && sanitize(output) == output, "\(input)")
            }
        }
    }

    @Test func vectorsWithOneCharacterChangedComeOutSafe() {
        var generator = SeededGenerator(seed: 7)
        let alphabet = Array("<>/\"'=&;:! \n\tab-[]?\u{0}\u{80}é".unicodeScalars)
        for vector in HTMLVector.all where !vector.input.isEmpty {
            for _ in 0..<20 {
                var characters = Array(vector.input.unicodeScalars)
                let index = Int.random(in: characters.indices, using: &generator)
                characters[index] = alphabet[Int.random(in: alphabet.indices, using: &generator)]
                var input = ""
                input.unicodeScalars.append(contentsOf: characters)
                let output = sanitize(input)
                #expect(MarkupForm(output).faults.isEmpty && sanitize(output) == output, "\(input)")
            }
        }
    }

    @Test(
        .timeLimit(.minutes(5)),
        arguments: [
            ("<div>", "</div>"), ("<b>", "</i>"), ("<p><x-y>", ""), ("<a href=x>", "</a>"), ("<table><tr><td>", ""),
            ("<wbr>", ""), ("</b>", "</p>"), ("<font><b>", "</font>"), ("<html>", "</body>"), ("<svg>", "</svg>"),
            ("<script>", "</style>"), ("<!--", "-->"), ("<a b=\"", "\">"), ("<a<a", ""), ("&amp", "&"),
            ("<![CDATA[", "]]>"),
        ]
    )
    func deepAndLongInputEnds(open: String, close: String) {
        let input = String(repeating: open, count: 100_000) + "tekst" + String(repeating: close, count: 100_000)
        let output = sanitize(input)
        #expect(sanitize(output) == output)
        #expect(MarkupForm(output).faults.isEmpty)
    }

    @Test func textBehindDeepNestingIsKept() {
        let input = String(repeating: "<b>", count: 100_000) + "diep" + String(repeating: "</b>", count: 100_000) + "na"
        let output = sanitize(input)
        #expect(HTMLText.plainText(output) == "diepna")
        let breaks = (0..<5000).map { "woord\($0)<wbr>" }.joined()
        #expect(sanitize("<p>\(breaks)</p><p>na</p>").hasSuffix("woord4999<wbr></p><p>na</p>"))
    }

    @Test(.timeLimit(.minutes(5)))
    func aTagWithManyAttributesIsText() {
        let attributes = (0..<300_000).map { "a\($0)=x" }.joined(separator: " ")
        let output = sanitize("voor<b \(attributes)>tekst</b>na")
        #expect(output.hasPrefix("voor&lt;b a0=x"))
        #expect(output.hasSuffix("tekstna"))
        let quoted = (0..<300_000).map { "a\($0)='>'" }.joined()
        #expect(sanitize("<b \(quoted)>tekst</b>").hasPrefix("&lt;b"))
        let long = "<img alt=\"" + String(repeating: "woord ", count: 100_000) + "\" src=\"a.jpg\">"
        #expect(sanitize(long).hasSuffix("src=\"http://example.org/news/a.jpg\">"))
    }
}
