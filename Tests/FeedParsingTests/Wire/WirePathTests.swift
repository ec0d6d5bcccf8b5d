// The paths of the field tables.

import Testing

@testable import FeedParsing

@Suite struct WirePathTests {
    private let item = WireElement(
        name: "newsItem",
        attributes: [.init(name: "guid", value: " urn:x "), .init(name: "xml:lang", value: "nl")],
        nodes: [
            .element(
                WireElement(
                    name: "meta",
                    nodes: [
                        .element(
                            WireElement(
                                name: "d",
                                attributes: [.init(name: "role", value: "drol:Summary")],
                                nodes: [.text(" een\n twee ")]
                            )
                        ),
                        .element(
                            WireElement(
                                name: "d",
                                attributes: [.init(name: "role", value: "drol:caption")],
                                nodes: [.text("drie")]
                            )
                        ),
                        .element(WireElement(name: "d", nodes: [.text("  ")])),
                        .element(
                            WireElement(
                                name: "located",
                                attributes: [.init(name: "qcode", value: "c:1")],
                                nodes: [.element(WireElement(name: "name", nodes: [.text("Luik")]))]
                            )
                        ),
                    ]
                )
            ),
            .element(WireElement(name: "deep", nodes: [.element(WireElement(name: "d", nodes: [.text("vier")]))])),
        ]
    )

    @Test(arguments: [
        ("@guid", ["urn:x"]), ("@xml:lang", ["nl"]), ("meta/d", ["een twee", "drie"]),
        ("//d", ["een twee", "drie", "vier"]),
        ("meta/d[role~summary]", ["een twee"]), ("meta/d[role=drol:caption]", ["drie"]),
        ("meta/d[role!caption]", ["een twee"]),
        ("meta/d[role=caption]", []), ("meta/located#", ["Luik"]), ("meta/located@qcode", ["c:1"]), ("meta/none@x", []),
        ("//deep/d", ["vier"]), ("none", []),
    ])
    func aPathLeadsToItsValues(_ path: String, _ values: [String]) {
        #expect(WirePath(stringLiteral: path).values(in: item) == values)
    }

    @Test func theFirstPathThatLeadsAnywhereCounts() {
        let fields = WireFields([.title: ["meta/none", "deep/d", "meta/d"]])
        #expect(fields.values(.title, in: item) == ["vier"])
        #expect(fields.value(.summary, in: item) == nil)
    }
}
