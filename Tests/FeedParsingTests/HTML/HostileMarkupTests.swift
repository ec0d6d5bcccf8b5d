// Hundreds of hostile fragments, and mixtures of their pieces: what comes out is read by a grammar of its own.

import FeedParsing
import TestSupport
import Testing

@Suite struct HostileMarkupTests {
    private static let base = "http://example.org/news/"

    private func check(_ input: String) {
        let output = HTMLSanitizer.sanitize(input, base: Self.base)
        let faults = MarkupForm(output).faults
        #expect(faults.isEmpty, "\(faults) in \(output) from \(input)")
        #expect(HTMLSanitizer.sanitize(output, base: Self.base) == output, "not the same again: \(input)")
    }

    @Test func fragmentsAreMany() {
        #expect(HostileMarkup.all.count >= 700)
    }

    @Test func everyFragmentComesOutHarmless() {
        for fragment in HostileMarkup.all {
            check(HostileMarkup.armed(fragment, canary: "alert(1)", evil: "evil.example"))
        }
    }

    @Test func everyFragmentBehindAnotherComesOutHarmless() {
        let openings = [
            "<p title=\"", "<b title='", "<!--", "<table><tr>", "<pre>", "<ul><li><a href=x>", "<![CDATA[", "&",
        ]
        for (number, fragment) in HostileMarkup.all.enumerated() { check(openings[number % openings.count] + fragment) }
    }

    @Test func everyFragmentCutShortComesOutHarmless() {
        for (number, fragment) in HostileMarkup.all.enumerated() {
            check(String(fragment.prefix(fragment.count * (number % 7 + 1) / 8)))
        }
    }

    @Test(arguments: 0..<6 as Range<UInt64>)
    func mixturesComeOutHarmless(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<500 { check(HostileMarkup.random(using: &generator)) }
    }

    /// The reading these tests rest on sees what it is to see.
    @Test(arguments: [
        "<p>", "</p>", "<p></b>", "<p", "a > b", "&nbsp;", "<script></script>", "<p onclick=\"x\"></p>", "<P></P>",
        "<a href=\"javascript:x\"></a>", "<a href=\" java\tscript:x\"></a>", "<img src=\"data:x\">", "<p a=b></p>",
        "<p style=\"position: fixed;\"></p>", "<!-- -->", "<a href=\"x\" href=\"y\"></a>", "<p title=\"<\"></p>",
        "\u{0}",
        "<a target=\"_blank\"></a>", "<img srcset=\"a 1x, javascript:x 2x\">", "<p xlink:href=\"x\"></p>",
        "<svg></svg>",
    ])
    func theReadingSeesFaults(html: String) {
        #expect(!MarkupForm(html).faults.isEmpty)
    }

    @Test func theReadingAcceptsTheForm() {
        let html =
            "<p title=\"a &quot;b&quot;\">x &lt; y &amp; z<br><a href=\"/x\" target=\"_blank\" rel=\"noopener\">é</a></p>"
        #expect(MarkupForm(html).faults == [])
        #expect(MarkupForm(html).elementCount == 3)
    }
}
