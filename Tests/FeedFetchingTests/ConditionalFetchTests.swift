// Validators: kept byte for byte, returned to the address they came from and to no other.

import FeedFetching
import FeedModel
import TestSupport
import Testing

@Suite struct ConditionalFetchTests {
    let fetches = Fetches()
    let origin: Origin

    init() throws {
        origin = try Origin()
    }

    @Test(arguments: [
        ("\"abc\"", "Sat, 24 Jan 2026 09:00:00 GMT"), ("W/\"abc\"", "yesterday, or so"), ("unquoted", "0"),
        ("\"a\"b\"", "Sat, 24 Jan 2026 09:00:00 +0100"), ("\"\u{E9}\u{80}\"", "x"),
    ])
    func validatorsGoBackAsTheyCame(etag: String, date: String) async throws {
        origin.on("/feed", file: ConditionalFile([65], etag: etag, lastModified: date))
        let first = await fetches.fetch(origin.url("/feed"))
        #expect(first.outcome.validators == HTTPValidators(etag: etag, lastModified: date))
        let validators = try #require(first.outcome.validators)
        let second = await fetches.fetch(origin.url("/feed")) { $0.state.validators = validators }
        #expect(second.outcome == .notModified(validators: validators))
        let request = try #require(origin.requests.last)
        #expect(request.headers.all("If-None-Match") == [etag])
        #expect(request.headers.all("If-Modified-Since") == [date])
    }

    @Test func theFirstFetchIsUnconditional() async throws {
        origin.on("/feed", reply: .ok("x"))
        let result = await fetches.fetch(origin.url("/feed"))
        #expect(result.outcome.text == "x")
        #expect(result.outcome.validators?.isEmpty == true)
        let request = try #require(origin.requests.first)
        #expect(request.header("If-None-Match") == nil)
        #expect(request.header("If-Modified-Since") == nil)
    }

    @Test func aNewDocumentReplacesBothValidators() async {
        origin.on("/feed", reply: .ok("x", headers: [OriginHeader("ETag", "\"2\"")]))
        let result = await fetches.fetch(origin.url("/feed")) {
            $0.state.validators = HTTPValidators(etag: "\"1\"", lastModified: "Fri")
        }
        #expect(result.outcome.validators == HTTPValidators(etag: "\"2\""))
    }

    @Test func a304RenewsWhatItNamesAndKeepsTheRest() async {
        origin.on("/feed", reply: .status(304, headers: [OriginHeader("ETag", "\"2\"")]))
        let result = await fetches.fetch(origin.url("/feed")) {
            $0.state.validators = HTTPValidators(etag: "\"1\"", lastModified: "Fri")
        }
        #expect(result.outcome == .notModified(validators: HTTPValidators(etag: "\"2\"", lastModified: "Fri")))
    }

    @Test func a304ThatNobodyAskedForIsAFailure() async {
        origin.on("/feed", reply: .status(304))
        let result = await fetches.fetch(origin.url("/feed"))
        #expect(result.outcome.failure?.kind == .http)
        #expect(result.outcome.failure?.status == 304)
    }

    @Test func validatorsAreNotSentToWhereARedirectLeads() async {
        origin.on("/feed", reply: .redirect(302, to: "/other"))
        origin.on("/other", reply: .ok("x"))
        _ = await fetches.fetch(origin.url("/feed")) { $0.state.validators = HTTPValidators(etag: "\"1\"") }
        #expect(origin.requests.map { $0.header("If-None-Match") } == ["\"1\"", nil])
    }

    @Test func behindATemporaryRedirectValidatorsGoToTheAddressTheyCameFrom() async throws {
        origin.on("/feed", reply: .redirect(302, to: "/other"))
        origin.on("/other", file: ConditionalFile([65], etag: "\"1\""))
        let first = await fetches.fetch(origin.url("/feed"))
        #expect(first.validatorsURL == origin.url("/other"))
        let second = await fetches.fetch(origin.url("/feed")) {
            $0.state.validators = first.outcome.validators ?? HTTPValidators()
            $0.validatorsURL = first.validatorsURL
        }
        #expect(second.outcome.isNotModified)
        #expect(second.validatorsURL == origin.url("/other"))
        #expect(origin.requests.suffix(2).map { $0.header("If-None-Match") } == [nil, "\"1\""])
    }

    @Test func withoutATemporaryRedirectTheNextFetchNeedsNoValidatorsURL() async {
        origin.on("/feed", reply: .redirect(301, to: "/other"))
        origin.on("/other", file: ConditionalFile([65], etag: "\"1\""))
        let first = await fetches.fetch(origin.url("/feed"))
        #expect(first.validatorsURL == nil)
        let second = await fetches.fetch(origin.url("/feed")) {
            $0.state.validators = first.outcome.validators ?? HTTPValidators()
            $0.state.movedTo = first.outcome.movedTo
        }
        #expect(second.outcome.isNotModified)
        #expect(second.validatorsURL == nil)
        #expect(origin.requests.last?.path == "/other")
        #expect(origin.requests.last?.header("If-None-Match") == "\"1\"")
    }

    @Test func theRequestSaysWhoAsksAndWhatIsWanted() async throws {
        _ = await fetches.fetch(origin.url("/feed"))
        let request = try #require(origin.requests.first)
        #expect(request.method == "GET")
        #expect(request.header("User-Agent") == "Telex/1.0 (+https://nieuws.example.nl/over)")
        #expect(request.header("Accept-Encoding") == "deflate, gzip, br, zstd")
        let accept = try #require(request.header("Accept"))
        for type in ["application/atom+xml", "application/rss+xml", "application/feed+json", "*/*;q=0.5"] {
            #expect(accept.contains(type))
        }
        #expect(request.header("Cookie") == nil)
        #expect(request.header("Referer") == nil)
    }

    @Test(arguments: [
        ("", "Telex/1.0"), ("mailto:desk@example.nl", "Telex/1.0 (+mailto:desk@example.nl)"),
        ("a\r\nX-Evil: 1 (b)", "Telex/1.0 (+aX-Evil: 1 b)"),
    ])
    func theUserAgentNamesTheContact(contact: String, expected: String) {
        #expect(FetchRequest.userAgent(version: "1.0", contact: contact) == expected)
    }
}
