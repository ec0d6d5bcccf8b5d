// The text of headlines.

import FeedParsing
import TestSupport
import Testing

struct HTMLTextTests {
    @Test(arguments: [
        ("Kabinet valt", "Kabinet valt"), ("  Kabinet \n  valt\t", "Kabinet valt"), ("", ""), (" \n ", ""),
        ("1 < 2", "1 < 2"), ("AT&T", "AT&T"), ("AT&amp;T", "AT&T"), ("AT&amp;amp;T", "AT&amp;T"),
        ("a & b < c > d", "a & b < c > d"),
        ("<b>Kabinet</b> valt", "Kabinet valt"), ("Kabinet<br>valt", "Kabinet valt"),
        ("<p>Kabinet</p><p>valt</p>", "Kabinet valt"),
        ("woord<i>deel</i>", "woorddeel"), ("caf&eacute; &#8211; &quot;bar&quot;", "café – \"bar\""),
        ("&bestaatniet; x", "&bestaatniet; x"),
        ("een&nbsp;twee\u{A0} drie", "een twee drie"), ("\u{A0}een", "een"), ("10 \u{A3} per stuk", "10 £ per stuk"),
        ("&#145;een&#146;", "‘een’"),
        ("&lt;b&gt; is vet", "<b> is vet"), ("een<script>alert(1)</script>twee", "eentwee"),
        ("een<style>x</style>", "een"),
        ("een<!-- twee -->drie", "eendrie"), ("<img alt='foto'>Kop", "Kop"), ("Kop <", "Kop <"), ("Kop <3", "Kop <3"),
        ("Kop &check; &LT;b", "Kop ✓ <b"),
        ("\u{0}Kop\u{1}", "Kop"),
        ("<![CDATA[Kop]]>", "Kop"), ("😀 <b>é</b>", "😀 é"), ("&amp;lt;b&amp;gt;", "&lt;b&gt;"),
    ])
    func titleBecomesOneLineOfText(html: String, text: String) {
        #expect(HTMLText.plainText(html) == text)
    }

    @Test(arguments: [
        ("<div><p>Een</p>Twee</div>Drie", "Een Twee Drie"), ("Een<br>\n<br>Twee", "Een Twee"),
        ("<ul><li>Een</li><li>Twee</li></ul>", "Een Twee"), ("<p> </p><p>&nbsp;</p><p>Een</p>", "Een"),
        ("<script>x</script><p>Een</p><style>y</style>", "Een"), ("<svg><text>x</text></svg>Een", "Een"),
        ("<table><tr><td>1</td><td>2</td></tr></table>", "1 2"), ("<h2>Kop</h2>Tekst", "Kop Tekst"),
        ("Een<hr>Twee", "Een Twee"),
    ])
    func blocksBecomeSpaces(html: String, text: String) {
        #expect(HTMLText.plainText(html) == text)
    }

    @Test func textOfSanitisedHTMLIsTheTextOfTheSource() {
        var soup = TagSoup(seed: 99)
        for _ in 0..<300 {
            let input = soup.next()
            let output = HTMLSanitizer.sanitize(input, base: nil)
            #expect(
                HTMLText.plainText(output).filter { $0 != " " } == HTMLText.plainText(input).filter { $0 != " " },
                "\(input)"
            )
        }
    }

    @Test func referencesAloneReadAsInMarkup() {
        let pieces = [
            "&amp;", "&lt;", "&gt;", "&quot;", "&#39;", "&#8217;", "&#160;", "& ", "&", "&amp", "&#150;", "&#8217",
            "&eacute;",
            "&#55296;", "&#99999;", "&#0;", " ", "\n", "\t", "amp;", "R", "é", "😀", "#39;", ";", "< ",
            "AT&T ", "&a ", "1 <",
        ]
        for seed in 1...300 as ClosedRange<UInt64> {
            var generator = SeededGenerator(seed: seed)
            let count = Int.random(in: 1...6, using: &generator)
            let text = (0..<count).compactMap { _ in pieces.randomElement(using: &generator) }.joined()
            // The markup makes it a matter for the parser.
            #expect(HTMLText.plainText(text) == HTMLText.plainText(text + "<b></b>"), "seed \(seed): \(text)")
        }
    }
}
