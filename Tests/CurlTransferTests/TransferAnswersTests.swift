// Whole and broken answers: what arrives is what was sent, and what breaks is named.

import CurlTransfer
import TestSupport
import Testing

@Suite struct TransferAnswersTests {
    let transfers = Transfers()
    let origin: Origin

    init() throws {
        origin = try Origin()
    }

    @Test func aWholeAnswerComesWithStatusHeadersBodyAndCounts() async throws {
        origin.on("/feed", reply: .ok("<rss/>", headers: [OriginHeader("ETag", "W/\"a\"")]))
        let result = try await transfers.get(origin.url("/feed"))
        #expect(result.error == nil)
        #expect(result.status == 200)
        #expect(result.headers["etag"] == "W/\"a\"")
        #expect(result.body == Array("<rss/>".utf8))
        #expect(result.remoteAddress == "127.0.0.1")
        #expect(result.httpVersion == 11)
        #expect(result.seconds > 0)
        #expect(result.receivedBytes > 6)
    }

    @Test func headerBytesBeyondASCIISurviveThereAndBack() async throws {
        origin.on("/feed", reply: .ok("x", headers: [OriginHeader("ETag", "\"\u{E9}\u{FF}\"")]))
        let etag = try await transfers.get(origin.url("/feed")).headers["ETag"]
        #expect(etag == "\"\u{E9}\u{FF}\"")
        _ = try await transfers.get(origin.url("/feed")) { $0.headers = [HeaderField("If-None-Match", etag ?? "")] }
        #expect(origin.requests.last?.header("If-None-Match") == "\"\u{E9}\u{FF}\"")
    }

    @Test func everyEncodingIsAskedForInOneField() async throws {
        _ = try await transfers.get(origin.url("/"))
        #expect(origin.requests.first?.headers.all("Accept-Encoding") == ["deflate, gzip, br, zstd"])
        #expect(origin.requests.first?.headers.all("User-Agent") == ["Telex/test"])
    }

    @Test(arguments: [
        ("gz", "gzip"), ("deflate", "deflate"), ("rawdeflate", "deflate"), ("br", "br"), ("zst", "zstd"),
    ])
    func compressedBodiesAreDecompressed(suffix: String, encoding: String) async throws {
        let body = try Fixtures.bytes("fetching/feed.rss.\(suffix)")
        origin.on("/feed", reply: .ok(body, headers: [OriginHeader("Content-Encoding", encoding)]))
        let result = try await transfers.get(origin.url("/feed"))
        #expect(result.error == nil)
        #expect(try result.body == Fixtures.bytes("fetching/feed.rss"))
    }

    @Test func aBodyThatIsNotWhatItsEncodingSaysIsAnError() async throws {
        origin.on("/feed", reply: .ok("plain text", headers: [OriginHeader("Content-Encoding", "gzip")]))
        let error = try await transfers.get(origin.url("/feed")).error
        guard case .undecodable = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test func chunkedBodiesArePutTogetherAndTrailersAreNoHeaders() async throws {
        let head = OriginReply.head(200, [OriginHeader("Transfer-Encoding", "chunked")])
        let body = OriginReply.chunk(Array("ab".utf8)) + OriginReply.chunk(Array("cd".utf8))
        let end = Array("0\r\nETag: \"trailer\"\r\n\r\n".utf8)
        origin.on("/feed", reply: OriginReply(steps: [.send(head + body + end)]))
        let result = try await transfers.get(origin.url("/feed"))
        #expect(result.error == nil)
        #expect(result.body == Array("abcd".utf8))
        #expect(result.headers["ETag"] == nil)
    }

    @Test func aBodyWithoutLengthEndsWithTheConnection() async throws {
        origin.on("/feed", reply: .drip([Array("ab".utf8), Array("cd".utf8)], every: 1))
        let result = try await transfers.get(origin.url("/feed"))
        #expect(result.error == nil)
        #expect(result.body == Array("abcd".utf8))
    }

    @Test func anInterimAnswerIsNotTheAnswer() async throws {
        let interim = Array("HTTP/1.1 103 Early Hints\r\nETag: \"early\"\r\n\r\n".utf8)
        origin.on("/feed", reply: OriginReply(steps: [.send(interim)] + OriginReply.ok("x").steps))
        let result = try await transfers.get(origin.url("/feed"))
        #expect(result.status == 200)
        #expect(result.headers["ETag"] == nil)
    }

    @Test func aBodyShorterThanPromisedIsBrokenOff() async throws {
        origin.on("/feed", reply: .wrongLength(claimed: 100, body: Array("<rss>".utf8)))
        let result = try await transfers.get(origin.url("/feed"))
        #expect(result.status == 200)
        #expect(result.error?.isBrokenOff == true)
    }

    @Test func aTruncatedChunkedBodyIsBrokenOff() async throws {
        let head = OriginReply.head(200, [OriginHeader("Transfer-Encoding", "chunked")])
        origin.on("/feed", reply: OriginReply(steps: [.send(head + OriginReply.chunk([65, 66])), .close]))
        #expect(try await transfers.get(origin.url("/feed")).error?.isBrokenOff == true)
    }

    /// HTTP's framing is whole and libcurl does not miss the end of the gzip stream: damage for the parser to see.
    @Test func aGzipStreamCutShortGivesTheStartOfTheDocument() async throws {
        let body = try Fixtures.bytes("fetching/feed.rss.gz").dropLast(100)
        origin.on("/feed", reply: .ok(Array(body), headers: [OriginHeader("Content-Encoding", "gzip")]))
        let result = try await transfers.get(origin.url("/feed"))
        let whole = try Fixtures.bytes("fetching/feed.rss")
        #expect(result.error == nil)
        #expect(whole.starts(with: result.body))
        #expect(result.body.count < whole.count)
    }

    @Test func moreThanPromisedIsCutOff() async throws {
        origin.on("/feed", reply: .wrongLength(claimed: 2, body: Array("<rss>".utf8)))
        let result = try await transfers.get(origin.url("/feed"))
        #expect(result.error == nil)
        #expect(result.body == Array("<r".utf8))
    }

    @Test(arguments: [OriginReply.noAnswer, .reset])
    func aConnectionEndedWithoutAnAnswerIsBrokenOff(reply: OriginReply) async throws {
        origin.on("/feed", reply: reply)
        let result = try await transfers.get(origin.url("/feed"))
        #expect(result.status == nil)
        #expect(result.error?.isBrokenOff == true)
    }

    @Test func bytesThatAreNoHTTPAreNamedSo() async throws {
        origin.on("/feed", reply: .garbage(Array("<rss>this is a feed without a head</rss>".utf8)))
        let error = try await transfers.get(origin.url("/feed")).error
        guard case .notHTTP = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test func aPortWhereNobodyListensIsNoConnection() async throws {
        let closed = try Origin()
        closed.stop()
        let error = try await transfers.get(closed.url("/feed")).error
        #expect(error == .noConnection(host: "127.0.0.1", reason: "Connection refused"))
    }

    @Test func aNameThatDoesNotExistIsNotFound() async throws {
        // Reserved never to exist (RFC 6761), so no name server is needed to say so.
        let error = try await transfers.get("http://feeds.invalid/").error
        #expect(error == .nameNotFound(host: "feeds.invalid"))
    }

    @Test func ofAnErrorsEndlessBodyOnlyTheStartIsRead() async throws {
        origin.on("/feed", reply: .endless(Array(repeating: 65, count: 1000), status: 404))
        let result = try await transfers.get(origin.url("/feed"))
        #expect(result.status == 404)
        #expect(result.error == nil)
        #expect(result.body.count <= 65_536)
    }

    @Test func redirectsAreNotFollowed() async throws {
        origin.on("/feed", reply: .redirect(301, to: "/other"))
        let result = try await transfers.get(origin.url("/feed"))
        #expect(result.status == 301)
        #expect(result.headers["Location"] == "/other")
        #expect(origin.requests.count == 1)
    }

    @Test func aHeaderFieldCannotSmuggleAnother() async throws {
        _ = try await transfers.get(origin.url("/feed")) {
            $0.headers = [HeaderField("X-One", "1\r\nX-Evil: 1"), HeaderField("X-Two", "2"), HeaderField("X-None", "")]
        }
        let request = origin.requests.first
        #expect(request?.header("X-Evil") == nil)
        #expect(request?.header("X-One") == nil)
        #expect(request?.header("X-Two") == "2")
        #expect(request?.header("X-None") == "")
    }

    @Test func credentialsAreSentAtOnceAndForgottenAfterwards() async throws {
        _ = try await transfers.get(origin.url("/a")) {
            $0.credentials = .basic(username: "desk", password: "geheim")
        }
        _ = try await transfers.get(origin.url("/b")) { $0.credentials = .bearer(token: "t0ken") }
        _ = try await transfers.get(origin.url("/c"))
        #expect(
            origin.requests.map { $0.header("Authorization") } == ["Basic ZGVzazpnZWhlaW0=", "Bearer t0ken", nil]
        )
    }

    @Test func secretsAreNotPrinted() throws {
        let request = try transfers.request("http://example.nl/feed?key=geheim") {
            $0.credentials = .bearer(token: "geheim")
            $0.headers = [HeaderField("X-Key", "geheim")]
        }
        #expect(!"\(request)".contains("geheim"))
        #expect(!String(reflecting: request).contains("geheim"))
        #expect(!"\(TransferCredentials.bearer(token: "geheim"))".contains("geheim"))
        #expect(!String(reflecting: [TransferCredentials.bearer(token: "geheim")]).contains("geheim"))
    }

    @Test func aProxyIsUsedOnlyWhenTheRequestSaysSo() async throws {
        origin.otherwise { .ok($0.target) }
        let result = try await transfers.get("http://proxied.example/feed") { $0.proxy = origin.url() }
        #expect(result.body == Array("http://proxied.example/feed".utf8))
    }
}

extension TransferError {
    var isBrokenOff: Bool {
        if case .brokenOff = self { true } else { false }
    }
}
