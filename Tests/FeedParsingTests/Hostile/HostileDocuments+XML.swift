// Feeds made to fill the memory or to take for ever: entities, nesting, attributes, white space, names.

import FeedModel

extension HostileDocument {
    /// Half a gigabyte of each kind would do; the issue is that nothing of it is kept.
    private static let blanks = Piece.many(" \n\t ", HostileSize.gigabyte / 4)

    static let xml = entities + nesting + attributes + whiteSpace + floods

    private static func declared(_ declarations: [Piece], _ body: [Piece]) -> [Piece] {
        [.text("<!DOCTYPE rss [")] + declarations
            + [.text("]>" + head + "<item><guid>0</guid><title>")] + body
            + [.text("</title><description>")] + body + [.text("</description></item>" + item + tail)]
    }

    private static let laughs = (1...30).map { level in
        "<!ENTITY l\(level) \"" + String(repeating: "&l\(level - 1);", count: 10) + "\">"
    }
    .joined()

    private static let entities: [HostileDocument] = [
        feed("billion laughs", declared([.text("<!ENTITY l0 \"ha\">" + laughs)], [.text("&l30;")]), check: entries(2)),
        feed(
            "billion laughs in attributes",
            declared([.text("<!ENTITY l0 \"ha\">" + laughs)], [.text("<b title=\"&l30;\">x</b>")]),
            check: small
        ),
        feed(
            "billion laughs of parameter entities",
            declared(
                [
                    .text("<!ENTITY % p0 \"ha\">"),
                    .text((1...30).map { "<!ENTITY % p\($0) \"%p\($0 - 1);%p\($0 - 1);%p\($0 - 1);\">" }.joined()),
                    .text("%p30;"),
                ],
                [.text("x")]
            ),
            check: damaged
        ),
        feed(
            "billion laughs of default attributes",
            declared(
                [.text("<!ENTITY l0 \"ha\">" + laughs + "<!ATTLIST item a CDATA \"&l30;\">")],
                [.text("x")]
            ),
            check: small
        ),
        feed(
            "quadratic blow-up",
            declared([.text("<!ENTITY a \""), .many("a", 1_000_000), .text("\">")], [.many("&a;", 100_000)]),
            check: small
        ),
        feed(
            "quadratic blow-up of a short entity",
            declared([.text("<!ENTITY a \""), .many("a", 200), .text("\">")], [.many("&a;", 1_000_000)]),
            check: { _ in nil }
        ),
        feed("an entity of itself", declared([.text("<!ENTITY a \"&a;\">")], [.text("&a;")]), check: entries(2)),
        feed(
            "two entities of each other",
            declared([.text("<!ENTITY a \"&b;\"><!ENTITY b \"&a;\">")], [.text("&a;")]),
            check: entries(2)
        ),
        feed(
            "parameter entities of each other",
            declared([.text("<!ENTITY % a \"%b;\"><!ENTITY % b \"%a;\">%a;")], [.text("x")]),
            check: damaged
        ),
        feed(
            "an endless chain of entities",
            declared(
                [.text("<!ENTITY e0 \"x\">"), .numbered("<!ENTITY f", " \"&e0;\">", 1_000_000)],
                [.text("&f999999;")]
            ),
            check: small
        ),
        feed(
            "a million undeclared references",
            [.text(head + "<item><guid>0</guid><title>Eerste</title><description>"), .many("&x;", 1_000_000)]
                + [.text("</description></item>" + item + tail)],
            check: entries(2)
        ),
        description("a million numeric references", [.many("&#60;", 1_000_000)]),
        description("references to nothing", [.many("&#0;&#xD800;&#x110000;&#99999999999;", 100_000)]),
        feed(
            "an entity with an endless name",
            [.text(head + "<item><guid>0</guid><title>&"), .many("a", 20_000_000)]
                + [.text(";</title></item>" + item + tail)],
            check: damaged
        ),
        feed(
            "an endless declaration",
            [.text("<!DOCTYPE rss [<!ENTITY a \""), .many("a", 100_000_000)],
            check: refused
        ),
        feed("an endless doctype", [.text("<!DOCTYPE rss ["), .many("<!-- -->", 10_000_000)], check: refused),
    ]

    private static let nesting: [HostileDocument] = [
        channel("elements 100,000 deep", [.many("<a>", 100_000), .many("</a>", 100_000)], check: damaged),
        description(
            "elements 100,000 deep in an item",
            [.many("<a>", 100_000), .many("</a>", 100_000)],
            check: damaged
        ),
        channel("elements 100,000 deep without an end", [.many("<a>", 100_000)], check: damaged),
        channel("items 100,000 deep", [.many("<item><title>x</title>", 100_000)], check: damaged),
        description("escaped HTML 100,000 deep", [.many("&lt;b&gt;", 100_000), .many("&lt;/b&gt;", 100_000)]),
        feed(
            "XHTML 100,000 deep",
            [
                .text("<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry><id>0</id><content type=\"xhtml\">"),
                .text("<div xmlns=\"http://www.w3.org/1999/xhtml\">"), .many("<b>", 100_000),
            ],
            check: damaged
        ),
        feed("a million end tags", [.text(head + item), .many("</a>", 1_000_000), .text(tail)], check: damaged),
    ]

    private static let attributes: [HostileDocument] = [
        channel(
            "10,000,000 attributes",
            [.text("<x "), .numbered("a", "=\"\" ", 10_000_000), .text("/>")],
            check: damaged
        ),
        channel(
            "the same attribute 10,000,000 times",
            [.text("<x "), .many("a=\"\" ", 10_000_000), .text("/>")],
            check: damaged
        ),
        channel("100,000 attributes", [.text("<x "), .numbered("a", "=\"\" ", 100_000), .text("/>")], check: damaged),
        channel(
            "100,000 namespaces on one element",
            [.text("<x "), .numbered("xmlns:n", "=\"u\" ", 100_000), .text("/>")],
            check: damaged
        ),
        channel("100,000 namespaces, one each", [.numbered("<x xmlns:n", "=\"u\"/>", 100_000)], check: damaged),
        channel(
            "100,000 namespaces, each another",
            [.numbered("<x xmlns=\"urn:x:", "\"><y/></x>", 100_000)],
            check: damaged
        ),
        channel("a million names", [.numbered("<n", "/>", 1_000_000)], check: damaged),
        channel("a name of 100 MB", [.text("<"), .many("n", 100_000_000), .text("/>")], check: damaged),
        channel("an attribute of 200 MB", [.text("<x a=\""), .many("v", 200_000_000), .text("\"/>")], check: damaged),
        channel("a namespace of 9 MB", [.text("<x xmlns:a=\""), .many("v", 9_000_000), .text("\"/>")]),
        channel(
            "a name of 40 KB, ten thousand times",
            (0..<100).flatMap { _ in [Piece.text("<"), .many("n", 40_000), .text("/>")] }
        ),
    ]

    private static let whiteSpace: [HostileDocument] = [
        feed("1 GB of white space", [blanks], check: refused),
        feed("1 GB of white space before the feed", [blanks, .text(head + item + tail)], check: entries(1)),
        feed(
            "1 GB of white space before the root",
            [.text("<?xml version=\"1.0\"?>"), blanks, .text(head + item + tail)],
            check: entries(1)
        ),
        channel("1 GB of white space in the channel", [blanks]),
        feed("1 GB of white space after the feed", [.text(head + item + tail), blanks], check: entries(1)),
        channel(
            "1 GB of white space in an item",
            [.text("<item><guid>0</guid>"), blanks, .text("</item>")],
            check: entries(2)
        ),
        description("1 GB of white space in a text", [blanks], check: damaged),
        channel("1 GB of white space in a tag", [.text("<x "), blanks, .text("/>")], check: damaged),
        channel("1 GB of white space in a comment", [.text("<!--"), blanks, .text("-->")], check: damaged),
        description("1 GB of white space in a section", [.text("<![CDATA["), blanks, .text("]]>")], check: damaged),
        feed("1 GB of NUL", [.many([0], HostileSize.gigabyte)], check: refused),
        channel("1 GB of NUL in the channel", [.many([0], HostileSize.gigabyte)], check: entries(1)),
        channel(
            "1 GB of an unknown element's text",
            [.text("<x>"), .many("woord ", HostileSize.gigabyte / 6), .text("</x>")],
            check: entries(1)
        ),
    ]

    private static let floods: [HostileDocument] = [
        feed(
            "a million tiny items",
            [.text(head), .many("<item/>", 1_000_000), .text(tail)],
            check: { answer in
                guard case .feed(let feed) = answer else { return "no feed" }
                return feed.entries.count <= 10_000 ? nil : "\(feed.entries.count) entries"
            }
        ),
        channel("a million empty elements", [.many("<x/>", 1_000_000)]),
        channel(
            "a million empty elements in an item",
            [.text("<item>"), .many("<x/>", 1_000_000), .text("</item>")],
            check: entries(2)
        ),
        description("a million inline elements", [.many("<b/>", 1_000_000)]),
        channel(
            "a million categories",
            [.text("<item>"), .numbered("<category>c", "</category>", 1_000_000), .text("</item>")],
            check: entries(2)
        ),
        channel(
            "a million authors",
            [.text("<item>"), .numbered("<author>a", "</author>", 1_000_000), .text("</item>")],
            check: entries(2)
        ),
        channel(
            "a million enclosures",
            [.text("<item>"), .numbered("<enclosure url=\"http://a.example/", "\"/>", 1_000_000), .text("</item>")],
            check: entries(2)
        ),
        channel(
            "a million links",
            [.text("<item>"), .numbered("<link>http://a.example/", "</link>", 1_000_000), .text("</item>")],
            check: entries(2)
        ),
        channel("a million comments", [.many("<!-- -->", 1_000_000)]),
        channel("a million instructions", [.many("<?x y?>", 1_000_000)]),
        description("a million sections", [.many("<![CDATA[x]]>", 1_000_000)]),
        description(
            "one item of 9 MB",
            [.text("<![CDATA[<p>"), .many("woord <b>vet</b> ", 530_000), .text("</p>]]>")]
        ),
        // libxml2 ends a document whose section is longer than its look ahead.
        description(
            "a section of 180 MB",
            [.text("<![CDATA[<p>"), .many("woord <b>vet</b> ", 10_700_000), .text("</p>]]>")],
            check: damaged
        ),
        description("one item of 10 MiB of text", [.many("woord ", 1_740_000)]),
        channel(
            "a long base address on each element",
            [
                .text("<item><description>"), .many("<p xml:base=\"http://a.example/x/\">", 900),
                .text("</description></item>"),
            ],
            check: damaged
        ),
        channel(
            "base64 bomb",
            [
                .text(
                    "<item><content:encoded xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" mode=\"base64\" type=\"text/html\">"
                ), .many("PGI+", 2_000_000), .text("</content:encoded></item>"),
            ],
            check: entries(2)
        ),
        channel(
            "huge numbers",
            [
                .text("<ttl>"), .many("9", 100_000),
                .text(
                    "</ttl><ttl>99999999999999999999</ttl><ttl>-1</ttl><item><pubDate>Mon, 99999999999999999999 Jan 99999999999999999999 99:99:99 +999999</pubDate><enclosure url=\"a\" length=\"99999999999999999999999\"/></item><item><pubDate>"
                ), .many("1", 1_000_000), .text("</pubDate></item>"),
            ],
            check: entries(3)
        ),
    ]
}

extension HostileDocument {
    fileprivate static func entries(_ count: Int) -> HostileAnswer.Check { HostileAnswer.entries(count) }
    fileprivate static let damaged = HostileAnswer.damaged
    fileprivate static let refused = HostileAnswer.isRefused
    fileprivate static let small = HostileAnswer.small
}
