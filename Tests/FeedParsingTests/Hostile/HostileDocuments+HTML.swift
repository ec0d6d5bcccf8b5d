// Fragments of HTML made to take for ever or to fill the memory: every loop of a parser, driven to its end.

extension HostileDocument {
    private static let end = Piece.text("<p>einde</p>")

    private static func open(_ tags: String, _ count: Int = 100_000) -> HostileDocument {
        html("\(tags) \(count) times", [.many(tags, count), .text("einde")])
    }

    static let html: [HostileDocument] = [
        open("<b><i><u><a href=x><font>"), open("<b><p>"), open("<table>"), open("<table><tr><td>"), open("<td>"),
        open("<a><table>"), open("<ul><li>"), open("<dl><dd>"), open("<div>", 1_000_000), open("<p>", 1_000_000),
        open("<blockquote><p><b>"), open("<select><option>"), open("</p>", 1_000_000), open("</b></i>", 1_000_000),
        open("<br>", 1_000_000), open("<img src=x>", 1_000_000), open("&", 5_000_000), open("&amp;", 2_000_000),
        open("&#", 2_000_000), open("&#x", 2_000_000), open("&copy", 1_000_000), open("&#60;", 1_000_000),
        open("<!", 2_000_000), open("<", 5_000_000), open("</", 2_000_000), open("<!-- -->", 1_000_000),
        open("<![", 1_000_000), open("<![CDATA[", 1_000_000), open("]]>", 1_000_000),
        open("<!--", 1_000_000, lost: true),
        open("<?", 1_000_000), open("<!DOCTYPE x>", 500_000), open("--!>", 1_000_000),
        html("NUL 5000000 times", [.many([0], 5_000_000), .text("einde")]),
        html("white space 5000000 times", [.many(" \n", 5_000_000), .text("einde")]),
        open("<a<a", 1_000_000, lost: true), open("<a b='", 500_000, lost: true),
        open("<a b=\"\"", 500_000, lost: true), open("<script>", 500_000, lost: true), open("<style></style>", 500_000),
        open("<svg><g>"), open("<math><mi>"), open("<template>"), open("<x-y>", 500_000), open("</x-y>", 1_000_000),
        html("control and no characters 2000000 times", [.many("\u{85}\u{FFFE}", 2_000_000), .text("einde")]),
        html("formatting elements and a block for each", [.many("<b>", 100_000), .many("<p></b>", 100_000), end]),
        html("misnested without end", [.many("<a><b><p></a></b><table><i></p>", 50_000), end]),
        html("100,000 different elements", [.numbered("<x", ">", 100_000), end]),
        html("100,000 different elements, closed", [.numbered("<x", "></p>", 100_000), end]),
        html("10,000,000 attributes in HTML", [.text("<b "), .numbered("a", "= ", 10_000_000), .text(">"), end]),
        html("the same attribute 5,000,000 times", [.text("<b "), .many("a='' ", 5_000_000), .text(">"), end]),
        html("500 attributes, 2,000 times", [.many("<b " + (0..<500).map { "a\($0)=x " }.joined() + ">", 2000), end]),
        html("a tag with a name of 10 MB", [.text("<"), .many("n", 10_000_000), .text(">"), end]),
        html("an attribute with a name of 10 MB", [.text("<b "), .many("n", 10_000_000), .text("=x>"), end]),
        html("an attribute of 10 MB", [.text("<b title=\""), .many("v&amp;", 1_600_000), .text("\">"), end]),
        html("a style of 10 MB", [.text("<b style=\""), .many("color:red;", 1_000_000), .text("\">"), end]),
        html("100,000 styles", [.many("<b style=\"color:red;margin:1px 2px;font:rgb(1,2,3)\">x</b>", 100_000), end]),
        html("a srcset of 10 MB", [.text("<img srcset=\""), .many("a 1x, ", 1_600_000), .text("\">"), end]),
        html("an address of 10 MB", [.text("<a href=\""), .many("a/../", 2_000_000), .text("\">x</a>"), end]),
        html("a scheme of 10 MB", [.text("<a href=\"java"), .many("\t", 10_000_000), .text("script:x\">x</a>"), end]),
        html("200,000 addresses", [.many("<a href='../x?y#z'>x</a>", 200_000), end]),
        html("a rel of 10 MB", [.text("<a target=x rel=\""), .many("a ", 5_000_000), .text("\">x</a>"), end]),
        html("an unclosed tag of 10 MB", [.text("einde<b "), .many("a ", 5_000_000)]),
        html("10 MB of tags that never end", [.text("einde"), .many("<b a=\"", 1_600_000)]),
    ]

    /// What comes after it is inside a comment, a tag or a script that never ends.
    private static func open(_ tags: String, _ count: Int, lost: Bool) -> HostileDocument {
        html("\(tags) \(count) times, never ended", [.many(tags, count), .text("einde")])
    }
}
