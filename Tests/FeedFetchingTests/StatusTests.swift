// What each answer means, in outcome and in words.

import FeedFetching
import FeedModel
import Foundation
import TestSupport
import Testing

@Suite struct StatusTests {
    let fetches = Fetches()
    let origin: Origin

    init() throws {
        origin = try Origin()
    }

    @Test func aDocumentComesWithItsTypeAddressAndStatus() async {
        origin.on("/feed", reply: .ok("<rss/>", type: "text/xml; charset=iso-8859-1"))
        let result = await fetches.fetch(origin.url("/feed"))
        guard case .documents(let documents, let validators, nil, 200) = result.outcome else {
            Issue.record("\(result.outcome)")
            return
        }
        let expected = FetchedDocument(
            bytes: Array("<rss/>".utf8),
            contentType: "text/xml; charset=iso-8859-1",
            url: origin.url("/feed")
        )
        #expect(documents == [expected])
        #expect(validators.isEmpty)
        #expect(result.seconds > 0)
        #expect(result.bytesReceived > 6)
        #expect(result.warnings.isEmpty)
    }

    @Test(arguments: [
        (400, "HTTP 400: the server does not understand the request"),
        (401, "HTTP 401: the server wants valid credentials"),
        (403, "HTTP 403: the server refuses access to this address"), (404, "HTTP 404: nothing at this address"),
        (418, "HTTP 418: the server refuses the request"), (451, "HTTP 451: withheld for legal reasons"),
        (500, "HTTP 500: the server has an error of its own"),
        (503, "HTTP 503: the server is not available at the moment"),
        (504, "HTTP 504: the site's gateway got no answer from the server behind it"),
        (204, "HTTP 204: the server sent no document"), (206, "HTTP 206: not an answer that carries a whole document"),
        (599, "HTTP 599: the server failed"),
    ])
    func anErrorIsOneClearLine(status: Int, message: String) async {
        origin.on("/feed", reply: .status(status))
        let failure = await fetches.fetch(origin.url("/feed")).outcome.failure
        #expect(failure == FetchFailure(kind: .http, status: status, message: message))
        #expect(failure?.isNetwork == false)
    }

    @Test func aCloudflareChallengeIsNamed() async {
        origin.on("/feed", reply: .status(403, headers: [OriginHeader("CF-Mitigated", "challenge")]))
        let message = await fetches.fetch(origin.url("/feed")).outcome.failure?.message
        #expect(message == "HTTP 403: a Cloudflare challenge for browsers stands before the feed")
    }

    @Test func a410IsGone() async {
        origin.on("/feed", reply: .status(410))
        origin.on("/moved", reply: .redirect(301, to: "/feed"))
        let gone = FetchOutcome.gone(message: "HTTP 410: the feed is gone for good")
        #expect(await fetches.fetch(origin.url("/feed")).outcome == gone)
        #expect(await fetches.fetch(origin.url("/moved")).outcome == gone)
    }

    @Test func a410BehindATemporaryRedirectIsOnlyAFailure() async {
        origin.on("/feed", reply: .redirect(302, to: "/gone"))
        origin.on("/gone", reply: .status(410))
        #expect(await fetches.fetch(origin.url("/feed")).outcome.failure?.status == 410)
    }

    @Test func a429IsARateLimitWithOrWithoutATime() async {
        origin.on("/feed", reply: .status(429))
        let bare = await fetches.fetch(origin.url("/feed"))
        #expect(bare.outcome == .rateLimited(status: 429, message: "HTTP 429: the server has been asked too often"))
        #expect(bare.hints.retryAfter == nil)
    }

    @Test func a503IsARateLimitOnlyWithATime() async {
        origin.on("/feed", reply: .status(503, headers: [OriginHeader("Retry-After", "120")]))
        let result = await fetches.fetch(origin.url("/feed"))
        let message = "HTTP 503: the server is not available at the moment, try again in 120s"
        #expect(result.outcome == .rateLimited(status: 503, message: message))
        #expect(result.hints.retryAfter == Fetches.now + 120)
        origin.on("/feed", reply: .status(503))
        #expect(await fetches.fetch(origin.url("/feed")).outcome.failure?.status == 503)
    }

    @Test(
        arguments: [
            ("Sat, 24 Jan 2026 11:00:00 GMT", ", try again after Sat, 24 Jan 2026 11:00:00 GMT"),
            ("120", ", try again in 120s"), ("soon \u{1B}[2J", ""),
        ]
    )
    func whatAServerSaysOfItsReturnIsRepeatedWhenItIsATime(text: String, words: String) async {
        origin.on("/feed", reply: .status(429, headers: [OriginHeader("Retry-After", text)]))
        let result = await fetches.fetch(origin.url("/feed"))
        let message = "HTTP 429: the server has been asked too often" + words
        #expect(result.outcome == .rateLimited(status: 429, message: message))
    }

    @Test func anErrorWhoseBodyBreaksOffKeepsItsStatus() async {
        let head = OriginReply.head(503, [OriginHeader("Retry-After", "60"), OriginHeader("Content-Length", "100")])
        origin.on("/feed", reply: OriginReply(steps: [.send(head), .reset]))
        let result = await fetches.fetch(origin.url("/feed"))
        guard case .rateLimited(503, _) = result.outcome else {
            Issue.record("\(result.outcome)")
            return
        }
        #expect(result.hints.retryAfter == Fetches.now + 60)
    }

    @Test func aDocumentThatBreaksOffIsNoDocument() async {
        let headers = [OriginHeader("ETag", "\"1\"")]
        origin.on("/feed", reply: .wrongLength(claimed: 100, body: Array("<rss>".utf8), headers: headers))
        let outcome = await fetches.fetch(origin.url("/feed")).outcome
        #expect(outcome.failure?.kind == .brokenOff)
        #expect(outcome.validators == nil)
    }

    @Test func aDocumentOverTheLimitIsTooLarge() async {
        origin.on("/feed", reply: .endless(Array(repeating: 65, count: 1000)))
        let failure = await fetches.fetch(origin.url("/feed")) { $0.settings.maxBody = 10_000 }.outcome.failure
        #expect(failure?.kind == .tooLarge)
        #expect(failure?.message == "the document is larger than 10000 bytes")
    }

    @Test func aFloodOfHeadersIsTooLarge() async {
        var limits = FetchLimits()
        limits.headerBytes = 1000
        origin.on("/feed", reply: .ok("x", headers: [OriginHeader("X-Flood", String(repeating: "x", count: 2000))]))
        let failure = await Fetches(limits: limits).fetch(origin.url("/feed")).outcome.failure
        #expect(failure?.kind == .tooLarge)
    }

    @Test func failuresBeforeAnyAnswerMayBeOurOwnOutage() async throws {
        let closed = try Origin()
        closed.stop()
        origin.on("/hang", reply: .hang)
        let refused = await fetches.fetch(closed.url("/")).outcome.failure
        #expect(refused?.kind == .connect)
        let unknown = await fetches.fetch("http://feeds.invalid/").outcome.failure
        #expect(unknown?.kind == .dns)
        #expect(unknown?.message == "the server's name could not be found: feeds.invalid")
        let silent = await fetches.fetch(origin.url("/hang")) { $0.settings.timeout = .milliseconds(200) }.outcome
            .failure
        #expect(silent?.kind == .timeout)
        for failure in [refused, unknown, silent] { #expect(failure?.isNetwork == true) }
    }

    @Test func aServerThatFailsInItsOwnWayIsNotOurOutage() async {
        origin.on("/none", reply: .noAnswer)
        origin.on("/garbage", reply: .garbage(Array("SSH-2.0-OpenSSH\r\n".utf8)))
        origin.on("/slow", reply: .drip(Array(repeating: [65], count: 1000), every: 20))
        let failures = [
            await fetches.fetch(origin.url("/none")).outcome.failure,
            await fetches.fetch(origin.url("/garbage")).outcome.failure,
            await fetches.fetch(origin.url("/slow")) { $0.settings.timeout = .milliseconds(300) }.outcome.failure,
        ]
        #expect(failures.map { $0?.kind } == [.brokenOff, .protocol, .timeout])
        #expect(failures.allSatisfy { $0?.isNetwork == false })
    }

    @Test(arguments: ["", "anp", "ftp://example.nl/", "http://", "javascript:x"])
    func anAddressThatIsNoneFailsAtOnce(url: String) async {
        #expect(await fetches.fetch(url).outcome.failure?.kind == .address)
    }

    @Test(.timeLimit(.minutes(5)))
    func cancellationAndShutdownInterrupt() async {
        origin.on("/hang", reply: .hang)
        let fetches = Fetches()
        let cancelled = Task { await fetches.fetch(origin.url("/hang")) }
        await origin.received(1)
        cancelled.cancel()
        #expect(await cancelled.value.outcome.failure?.kind == .interrupted)
        let ended = Task { await fetches.fetch(origin.url("/hang")) }
        await origin.received(2)
        fetches.fetcher.shutdown()
        #expect(await ended.value.outcome.failure?.kind == .interrupted)
        #expect(await fetches.fetch(origin.url("/hang")).outcome.failure?.kind == .interrupted)
    }
}
