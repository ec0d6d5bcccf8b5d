// The pages the tests publish: ordinary copy with every field a story can have, and copy that means harm.

import FeedModel
import FoundationEssentials

extension Samples {
    /// Three agencies on one story, a story with a body and media, a place-less alert, and one without any agency.
    static var ordinary: [Story] {
        [quake, summit, alert, uncredited]
    }

    static var quake: Story {
        story(
            "0011223344556677",
            [
                report(
                    "anp",
                    "buitenland/1001",
                    title: "Zware aardbeving treft kust van Chili",
                    places: ["SANTIAGO"],
                    agencies: ["ANP"],
                    lead: "Een aardbeving met een kracht van 7,1 heeft zaterdag het noorden van Chili getroffen.",
                    published: minutesAgo(38)
                ),
                report(
                    "reuters",
                    "world/77",
                    title: "Zware aardbeving treft kust van Chili",
                    places: ["SANTIAGO"],
                    agencies: ["RTR"],
                    lead: "Het noorden van Chili is opgeschrikt door een zware aardbeving.",
                    published: minutesAgo(31)
                ),
                report(
                    "afp",
                    "afp-2026-55",
                    title: "Zware aardbeving treft kust van Chili",
                    places: ["ANTOFAGASTA"],
                    agencies: ["AFP"],
                    lead: "In Antofagasta zijn mensen de straat op gevlucht.",
                    published: minutesAgo(12)
                ),
            ],
            updated: minutesAgo(7)
        )
    }

    static var summit: Story {
        story(
            "8899aabbccddeeff",
            [
                report(
                    "reuters",
                    "world/78",
                    title: "Ministers in Genève eens over havens",
                    places: ["GENÈVE", "BRUSSEL"],
                    agencies: ["RTR", "DPA"],
                    lead: "De ministers van dertien landen zijn het eens geworden.",
                    published: minutesAgo(95)
                ) { report in
                    report.attribution.summaryHTML = "<p>De ministers van dertien landen zijn het eens geworden.</p>"
                    report.attribution.contentHTML = """
                        <figure><img src="https://reuters.example.org/haven.jpg" alt="De haven"></figure>\
                        <p>De ministers van dertien landen zijn het eens geworden.</p>\
                        <p>Het akkoord geldt voor alle <a href="https://reuters.example.org/havens">zeehavens</a>.</p>
                        """
                    report.entry.categories = [
                        Category(term: "Buitenland"),
                        Category(
                            term: "04000000",
                            scheme: "http://cv.iptc.org/newscodes/mediatopic/",
                            label: "economie"
                        ),
                    ]
                    report.entry.enclosures = [
                        Enclosure(url: "https://reuters.example.org/haven.mp3", type: "audio/mpeg", length: 12345),
                        Enclosure(url: "https://reuters.example.org/haven groot.jpg"),
                    ]
                    report.entry.image = "https://reuters.example.org/haven.jpg?w=900&h=600"
                    report.entry.rights = "© Reuters 2026"
                    report.entry.language = "nl-BE"
                }
            ]
        )
    }

    static var alert: Story {
        story(
            "0000000000000001",
            [
                report(
                    "afp",
                    "afp-2026-54",
                    title: "Presidentsverkiezingen in Peru gaan naar tweede ronde",
                    agencies: ["AFP"],
                    lead: "",
                    published: minutesAgo(200)
                )
            ]
        )
    }

    static var uncredited: Story {
        story(
            "0000000000000002",
            [
                report(
                    "harbour",
                    "9",
                    title: "Haven van Antwerpen weer open",
                    agencies: [],
                    lead: "De storm is gaan liggen.",
                    published: minutesAgo(1600)
                ) { report in
                    report.attribution.dateline = nil
                    report.entry.url = nil
                    report.entry.authors = [Person(name: "M. de Wit", url: "https://haven.example.org/mdw")]
                }
            ]
        )
    }

    /// Copy that tries to get out of its element, its attribute or its line.
    static var hostile: [Story] {
        [
            story(
                "00000000000000aa",
                [
                    report(
                        "afp",
                        "]]>&<\"'",
                        title: "]]> <script>alert(1)</script> & \"aanhalingstekens\" 'zo' "
                            + "\u{0}\u{8}\u{B}\u{FFFE}\u{FFFF}einde",
                        places: ["<b>PARIJS</b>", "O'HARE \"1\""],
                        agencies: ["A\"><script>"],
                        lead: "\u{1B}[31mRood\u{1B}[0m </p></article></li><script>alert(2)</script>",
                        published: minutesAgo(1)
                    ) { report in
                        report.entry.url = "javascript:alert(3)"
                        report.entry.image = "javascript:alert(4)"
                        report.entry.enclosures = [
                            Enclosure(url: "file:///etc/passwd"),
                            Enclosure(url: "https://afp.example.org/\"><script>", type: "text/\"html", length: -4),
                        ]
                        report.entry.rights = "©\r\n]]>"
                        report.entry.language = "nl\" onload=\"alert(5)"
                    }
                ]
            ),
            story(
                "00000000000000ab",
                [
                    report(
                        "afp",
                        "combining",
                        // A quote with a combining mark is one Character, and still a quote.
                        title: "Kop \"\u{301} onmouseover=alert(6) x=\"\u{301}<\u{338}img src=x onerror=alert(7)>",
                        agencies: ["AFP"],
                        lead: "\u{202E}txet gnirebmemer\u{202C} en \u{2066}los",
                        published: minutesAgo(2)
                    )
                ]
            ),
            story(
                "00000000000000ac",
                [
                    report(
                        "afp",
                        "rtl",
                        title: "زلزال قوي يضرب سواحل تشيلي",
                        places: ["القاهرة"],
                        agencies: ["AFP"],
                        lead: "ضرب زلزال قوي شمال تشيلي 🌍👩‍👩‍👧‍👦.",
                        published: minutesAgo(3)
                    ) { $0.entry.language = "ar" }
                ]
            ),
            story(
                "00000000000000ad",
                [
                    report(
                        "afp",
                        "empty",
                        title: "   ",
                        agencies: [],
                        lead: "",
                        published: Date(timeIntervalSince1970: 1e18)
                    ) { report in
                        report.attribution.dateline = nil
                        report.entry.url = "https://desk:geheim@afp.example.org/leeg pagina?q=\u{E9}&r=%zz"
                    }
                ]
            ),
        ]
    }
}
