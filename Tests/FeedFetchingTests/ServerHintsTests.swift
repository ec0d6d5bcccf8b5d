// What a server says about coming back.

import FeedFetching
import FeedModel
import Foundation
import TestSupport
import Testing

@Suite struct ServerHintsTests {
    let fetches = Fetches()
    let origin: Origin

    init() throws {
        origin = try Origin()
    }

    private func hints(_ headers: [(String, String)], status: Int = 200) async -> ServerHints {
        origin.on("/feed", reply: .status(status, headers: headers.map { OriginHeader($0, $1) }))
        return await fetches.fetch(origin.url("/feed")).hints
    }

    @Test(
        arguments: [
            ([("Cache-Control", "max-age=300")], 300), ([("Cache-Control", "public, Max-Age=\"300\"")], 300),
            ([("Cache-Control", "max-age=300"), ("Age", "100")], 200),
            ([("Cache-Control", "max-age=300"), ("Age", "400")], 0),
            ([("Cache-Control", "public"), ("Cache-Control", "max-age=60")], 60),
            ([("Cache-Control", "s-maxage=900")], nil), ([("Cache-Control", "no-cache, max-age=300")], nil),
            ([("Cache-Control", "max-age=-5")], nil), ([("Cache-Control", "max-age=soon")], nil),
            ([("Cache-Control", "max-age")], nil), ([("Cache-Control", "max-age=99999999999999999999")], 31_536_000),
            ([("Age", "10")], nil),
        ] as [([(String, String)], Int?)]
    )
    func maxAgeIsReadLessAge(headers: [(String, String)], expected: Int?) async {
        #expect(await hints(headers).maxAgeSeconds == expected)
    }

    @Test func expiresIsCountedFromTheServersOwnClock() async {
        // Its clock is a day behind; the document stays fresh for ten minutes, two of which are over.
        let headers = [
            ("Date", "Fri, 23 Jan 2026 10:00:00 GMT"), ("Expires", "Fri, 23 Jan 2026 10:10:00 GMT"), ("Age", "120"),
        ]
        #expect(await hints(headers).expires == Fetches.now + 480)
    }

    @Test func expiresWithoutADateIsCountedFromOurs() async {
        #expect(await hints([("Expires", "Sat, 24 Jan 2026 10:10:00 GMT")]).expires == Fetches.now + 600)
        #expect(await hints([("Expires", "Saturday, 24-Jan-26 10:10:00 GMT")]).expires == Fetches.now + 600)
    }

    @Test func expiresFarAwayIsAYear() async {
        #expect(await hints([("Expires", "Sat, 24 Jan 2099 10:00:00 GMT")]).expires == Fetches.now + 31_536_000)
    }

    @Test(arguments: ["0", "-1", "soon", ""])
    func expiresThatIsNoDateSaysNothing(text: String) async {
        #expect(await hints([("Expires", text)]).expires == nil)
    }

    @Test func maxAgeOverrulesExpires() async {
        let hints = await hints([("Cache-Control", "max-age=60"), ("Expires", "Sat, 24 Jan 2026 12:00:00 GMT")])
        #expect(hints.maxAgeSeconds == 60)
        #expect(hints.expires == nil)
    }

    @Test(
        arguments: [
            ("120", 120), ("0", 0), ("Sat, 24 Jan 2026 11:00:00 GMT", 3600), ("Saturday, 24-Jan-26 11:00:00 GMT", 3600),
            ("Sat Jan 24 11:00:00 2026", 3600), ("99999999999999999999", 31_536_000), ("-5", nil), ("later", nil),
            ("", nil),
        ] as [(String, Double?)]
    )
    func retryAfterIsReadInSecondsAndAsADate(text: String, seconds: Double?) async {
        let hints = await hints([("Retry-After", text)], status: 429)
        #expect(hints.retryAfter == seconds.map { Fetches.now + $0 })
    }

    @Test func a304sHintsCountToo() async {
        origin.on("/feed", reply: .status(304, headers: [OriginHeader("Cache-Control", "max-age=900")]))
        let result = await fetches.fetch(origin.url("/feed")) { $0.state.validators.etag = "\"1\"" }
        #expect(result.outcome.isNotModified)
        #expect(result.hints.maxAgeSeconds == 900)
    }

    @Test(
        arguments: [
            (["<https://hub.example/>; rel=hub, </feed>; rel=\"self\""], ["https://hub.example/"], "/feed"),
            (
                ["<https://hub.example/>; rel=\"alternate hub\"", "<https://hub2.example/>;REL=Hub"],
                ["https://hub.example/", "https://hub2.example/"], nil
            ),
            (["<https://hub.example/a,b;x>; title=\"a;, rel=self\"; rel=hub"], ["https://hub.example/a,b;x"], nil),
            (["<https://hub.example/>; rel=hub; rel=self"], ["https://hub.example/"], nil),
            (["<https://hub.example/>; rel=hub; anchor=\"/other\""], [], nil),
            (["<file:///etc/passwd>; rel=hub, <javascript:x>; rel=self"], [], nil),
            (
                ["no link", "<", "<>", "<>;", "<x>;;rel", "<x>;rel=\"hub", "<https://h.example/>; rel = hub"],
                ["/x", "https://h.example/"], nil
            ),
            ([], [], nil),
        ] as [([String], [String], String?)]
    )
    func linkFieldsGiveHubsAndSelf(fields: [String], hubs: [String], selfURL: String?) async throws {
        origin.on("/feed", reply: .ok("x", headers: fields.map { OriginHeader("Link", $0) }))
        let links = try #require(await fetches.fetch(origin.url("/feed")).outcome.documents.first?.links)
        #expect(links.hubs == hubs.map { $0.hasPrefix("/") ? origin.url($0) : $0 })
        #expect(links.selfURL == selfURL.map { origin.url($0) })
    }

    @Test func anyLinkFieldIsReadWithoutATrap() async throws {
        var generator = SeededGenerator(seed: 24)
        let alphabet = Array("<>;,=\"\\ \trelhubxf/:\u{E9}")
        for _ in 0..<300 {
            let text = String(
                (0..<Int.random(in: 0...30, using: &generator)).map { _ in
                    alphabet[Int.random(in: 0..<alphabet.count, using: &generator)]
                }
            )
            origin.on("/feed", reply: .ok("x", headers: [OriginHeader("Link", text), OriginHeader("Expires", text)]))
            #expect(await fetches.fetch(origin.url("/feed")).outcome.text == "x", "\(text)")
        }
    }
}
