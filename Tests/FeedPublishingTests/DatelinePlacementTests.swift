// Where a dateline goes in HTML of every shape the sanitizer lets through.

import Testing

@testable import FeedPublishing

struct DatelinePlacementTests {
    @Test(
        arguments: [
            ("<p>Tekst.</p>", "<p>LIMA (AFP) - Tekst.</p>"),
            ("<p class=\"lead\">Tekst.</p><p>Meer.</p>", "<p class=\"lead\">LIMA (AFP) - Tekst.</p><p>Meer.</p>"),
            ("<p><b>Vet</b> begin.</p>", "<p>LIMA (AFP) - <b>Vet</b> begin.</p>"),
            ("Kale tekst", "LIMA (AFP) - Kale tekst"),
            ("<b>Vet</b> zonder alinea", "LIMA (AFP) - <b>Vet</b> zonder alinea"),
            ("<div><div>\n<p>Diep.</p></div></div>", "<div><div>\n<p>LIMA (AFP) - Diep.</p></div></div>"),
            ("<img src=\"a.jpg\"><p>Na beeld.</p>", "<img src=\"a.jpg\"><p>LIMA (AFP) - Na beeld.</p>"),
            ("<p><img src=\"a.jpg\"></p><p>Na.</p>", "<p><img src=\"a.jpg\"></p><p>LIMA (AFP) - Na.</p>"),
            (
                "<figure><img src=\"a.jpg\"><figcaption>Bij.</figcaption></figure><p>Na.</p>",
                "<figure><img src=\"a.jpg\"><figcaption>Bij.</figcaption></figure><p>LIMA (AFP) - Na.</p>"
            ),
            ("<p> </p><p>Tweede.</p>", "<p> </p><p>LIMA (AFP) - Tweede.</p>"),
            ("<div><p></p></div>Los", "<div><p></p></div>LIMA (AFP) - Los"),
            ("<ul><li>Lijst</li></ul>", "<p>LIMA (AFP)</p><ul><li>Lijst</li></ul>"),
            ("<h2>Kop</h2><p>Tekst.</p>", "<p>LIMA (AFP)</p><h2>Kop</h2><p>Tekst.</p>"),
            ("<img src=\"a.jpg\">", "<p>LIMA (AFP)</p><img src=\"a.jpg\">"),
            ("", "<p>LIMA (AFP)</p>"),
            ("<img alt=\"a > b\"><p>Na.</p>", "<img alt=\"a > b\"><p>LIMA (AFP) - Na.</p>"),
            ("<p>\u{301}Los teken.</p>", "<p>LIMA (AFP) - \u{301}Los teken.</p>"),
            ("<p>onaf", "<p>LIMA (AFP) - onaf"),
            ("<kapot", "LIMA (AFP) - <kapot"),
        ]
    )
    func datelineOpensTheFirstParagraphWithText(html: String, expected: String) {
        #expect(DatelinePlacement.insert("LIMA (AFP)", into: html) == expected)
    }

    @Test func withoutDatelineNothingChanges() {
        #expect(DatelinePlacement.insert(nil, into: "<p>Tekst.</p>") == "<p>Tekst.</p>")
    }

    @Test func datelineIsTextNotMarkup() {
        #expect(DatelinePlacement.insert("<b> & (A)", into: "<p>x</p>") == "<p>&lt;b&gt; &amp; (A) - x</p>")
    }
}
