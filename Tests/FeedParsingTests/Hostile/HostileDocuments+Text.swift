// Feeds made of bytes that are no text, and JSON made to fill the memory.

extension HostileDocument {
    static let encodings: [HostileDocument] = [
        description("100 MB of illegal bytes", [.many([0xFF], 100_000_000)], check: HostileAnswer.damaged),
        description(
            "10 MB of overlong forms",
            [.many([0xC0, 0xAF, 0xE0, 0x80, 0xAF], 2_000_000)],
            check: HostileAnswer.damaged
        ),
        description(
            "10 MB of surrogates in UTF-8",
            [.many([0xED, 0xA0, 0x80], 3_300_000)],
            check: HostileAnswer.damaged
        ),
        description(
            "10 MB of characters cut short",
            [.many([0xF0, 0x9F, 0x98], 3_300_000)],
            check: HostileAnswer.damaged
        ),
        feed(
            "10 MB of lone surrogates in UTF-16",
            [
                .bytes([0xFF, 0xFE] + wide(head + "<item><title>")), .many([0x00, 0xD8], 5_000_000),
                .bytes(wide("</title></item>" + tail)),
            ],
            check: HostileAnswer.damaged
        ),
        feed(
            "10 MB of shifts in ISO-2022-JP",
            [
                .text("<?xml version=\"1.0\" encoding=\"ISO-2022-JP\"?>" + head + "<item><title>"),
                .many([0x1B, 0x24, 0x42, 0x1B, 0x28, 0x42], 1_600_000), .text("</title></item>" + item + tail),
            ],
            check: { _ in nil }
        ),
        feed(
            "10 MB of shifts in UTF-7",
            [
                .text("<?xml version=\"1.0\" encoding=\"UTF-7\"?>" + head + "<item><title>"), .many("+ADw-", 2_000_000),
                .text("</title></item>" + item + tail),
            ],
            check: HostileAnswer.entries(2)
        ),
        feed(
            "10 MB of illegal GB18030",
            [
                .text("<?xml version=\"1.0\" encoding=\"gb18030\"?>" + head + "<item><title>"),
                .many([0xFF], 10_000_000), .text("</title></item>" + item + tail),
            ],
            check: { _ in nil }
        ),
        feed(
            "10 MB of EBCDIC",
            [.bytes([0x4C, 0x6F, 0xA7, 0x94]), .many([0x40, 0xFF], 5_000_000)],
            check: HostileAnswer.isRefused
        ),
        feed(
            "10 MB of UTF-32 that is none",
            [.bytes([0, 0, 0xFE, 0xFF]), .many([0xFF], 10_000_000)],
            check: HostileAnswer.isRefused
        ),
    ]

    private static func wide(_ text: String) -> [UInt8] { text.utf8.flatMap { [$0, 0] } }

    private static let jsonHead = "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"Bron\","
    private static let jsonItem = "{\"id\":\"1\",\"title\":\"Kop\",\"content_text\":\"Tekst\"}"

    private static func json(_ name: String, _ pieces: [Piece], check: @escaping HostileAnswer.Check) -> HostileDocument
    {
        HostileDocument(name: name, reader: .json, pieces: [.text(jsonHead)] + pieces, check: check)
    }

    static let json: [HostileDocument] = [
        feed("JSON lists 100,000 deep", [.many("[", 100_000)], check: HostileAnswer.isRefused),
        json("JSON objects 100,000 deep", [.many("\"a\":{", 100_000)], check: HostileAnswer.isRefused),
        json(
            "an item 100,000 deep",
            [.text("\"items\":[\(jsonItem),{\"_a\":"), .many("[", 100_000)],
            check: HostileAnswer.entries(1)
        ),
        json(
            "1 GB of white space in JSON",
            [.text("\"items\":["), .many(" \n", HostileSize.gigabyte / 2), .text("\(jsonItem)]}")],
            check: HostileAnswer.isRefused
        ),
        json(
            "1 GB of a string in JSON",
            [.text("\"items\":[\(jsonItem),\""), .many("a", HostileSize.gigabyte), .text("\"]}")],
            check: HostileAnswer.damaged
        ),
        json(
            "a million tiny items in JSON",
            [.text("\"items\":["), .many("{},", 1_000_000), .text("\(jsonItem)]}")],
            check: HostileAnswer.damaged
        ),
        json(
            "a million wrong items in JSON",
            [.text("\"items\":["), .many("1,", 1_000_000), .text("\(jsonItem)]}")],
            check: HostileAnswer.damaged
        ),
        json(
            "300,000 keys in JSON",
            [.numbered("\"k", "\":1,", 300_000), .text("\"items\":[\(jsonItem)]}")],
            check: HostileAnswer.entries(1)
        ),
        json(
            "the same key 300,000 times",
            [.many("\"k\":1,", 300_000), .text("\"items\":[\(jsonItem)]}")],
            check: HostileAnswer.entries(1)
        ),
        json(
            "a million escapes in JSON",
            [
                .text("\"items\":[{\"id\":\"0\",\"title\":\""), .many("\\u0041\\n\\uD83D\\uDE00", 400_000),
                .text("\"},\(jsonItem)]}"),
            ],
            check: HostileAnswer.entries(2)
        ),
        json(
            "escapes of half characters",
            [
                .text("\"items\":[{\"id\":\"0\",\"title\":\""), .many("\\uD800\\uDC00\\u0000", 1000),
                .text("\"},\(jsonItem)]}"),
            ],
            check: HostileAnswer.entries(2)
        ),
        json(
            "huge numbers in JSON",
            [
                .text("\"items\":[{\"id\":"), .many("9", 1_000_000),
                .text(
                    ",\"attachments\":[{\"url\":\"a\",\"size_in_bytes\":1e999},{\"url\":\"a\",\"size_in_bytes\":-0.0e-999}]},\(jsonItem)]}"
                ),
            ],
            check: HostileAnswer.entries(2)
        ),
        json(
            "a million tags in JSON",
            [
                .text("\"items\":[{\"id\":\"0\",\"tags\":["), .numbered("\"t", "\",", 1_000_000),
                .text("\"z\"]},\(jsonItem)]}"),
            ],
            check: HostileAnswer.entries(2)
        ),
        json(
            "300,000 attachments in JSON",
            [
                .text("\"items\":[{\"id\":\"0\",\"attachments\":["), .many("{\"url\":\"a\"},", 300_000),
                .text("{}]},\(jsonItem)]}"),
            ],
            check: HostileAnswer.entries(2)
        ),
        json(
            "one item of 10 MiB in JSON",
            [
                .text("\"items\":[{\"id\":\"0\",\"content_html\":\""), .many("woord <b>vet</b> ", 640_000),
                .text("\"},\(jsonItem)]}"),
            ],
            check: HostileAnswer.entries(2)
        ),
    ]
}
