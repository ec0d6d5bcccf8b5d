// Redirects: which are followed, which are remembered, and which lead nowhere.

import FeedFetching
import FeedModel
import TestSupport
import Testing

@Suite struct RedirectTests {
    let fetches = Fetches()
    let origin: Origin

    init() throws {
        origin = try Origin()
        origin.on("/end", reply: .ok("x"))
    }

    /// Scripts a chain of redirects with these codes from /0 to /end.
    private func chain(_ codes: [Int]) {
        for (index, code) in codes.enumerated() {
            let next = index == codes.count - 1 ? "/end" : "/\(index + 1)"
            origin.on("/\(index)", reply: .redirect(code, to: next))
        }
    }

    @Test(
        arguments: [
            ([301], "/end"), ([308], "/end"), ([301, 308], "/end"), ([302], nil), ([303], nil), ([307], nil),
            ([301, 302], "/1"), ([301, 301, 307, 301], "/2"), ([302, 301], nil),
        ] as [([Int], String?)]
    )
    func onlyTheLeadingPermanentPartIsRemembered(codes: [Int], expected: String?) async {
        chain(codes)
        let result = await fetches.fetch(origin.url("/0"))
        #expect(result.outcome.text == "x")
        #expect(result.outcome.movedTo == expected.map { origin.url($0) })
        #expect(result.outcome.documents.first?.url == origin.url("/end"))
        #expect(origin.requests.count == codes.count + 1)
    }

    @Test func theRememberedAddressIsAskedInsteadAndStays() async {
        let result = await fetches.fetch(origin.url("/old")) { $0.state.movedTo = origin.url("/end") }
        #expect(result.outcome.movedTo == origin.url("/end"))
        #expect(origin.requests.map(\.path) == ["/end"])
    }

    @Test func aRememberedAddressThatLeadsBackIsForgotten() async {
        origin.on("/moved", reply: .redirect(301, to: "/end"))
        let result = await fetches.fetch(origin.url("/end")) { $0.state.movedTo = origin.url("/moved") }
        #expect(result.outcome.text == "x")
        #expect(result.outcome.movedTo == nil)
    }

    @Test(arguments: [404, 410])
    func whenTheRememberedAddressIsDeadTheConfiguredOneIsAsked(status: Int) async {
        origin.on("/moved", reply: .status(status))
        let result = await fetches.fetch(origin.url("/end")) {
            $0.state.movedTo = origin.url("/moved")
            $0.state.validators = HTTPValidators(etag: "\"1\"")
        }
        #expect(result.outcome.text == "x")
        #expect(result.outcome.movedTo == nil)
        #expect(origin.requests.map(\.path) == ["/moved", "/end"])
        #expect(origin.requests.map { $0.header("If-None-Match") } == ["\"1\"", nil])
    }

    @Test(arguments: [(OriginReply.status(500), FetchFailureKind.http), (.noAnswer, .brokenOff)])
    func aPassingFailureOfTheRememberedAddressChangesNothing(reply: OriginReply, kind: FetchFailureKind) async {
        origin.on("/moved", reply: reply)
        let result = await fetches.fetch(origin.url("/end")) { $0.state.movedTo = origin.url("/moved") }
        #expect(result.outcome.failure?.kind == kind)
        #expect(origin.requests.map(\.path) == ["/moved"])
    }

    @Test func aPermanentRedirectToAnErrorIsNoMove() async {
        origin.on("/0", reply: .redirect(301, to: "/maintenance"))
        let result = await fetches.fetch(origin.url("/0"))
        #expect(result.outcome.failure?.status == 404)
        #expect(result.outcome.movedTo == nil)
    }

    @Test func tenHopsAreFollowedAndNoMore() async {
        chain(Array(repeating: 302, count: 10))
        #expect(await fetches.fetch(origin.url("/0")).outcome.text == "x")
        chain(Array(repeating: 302, count: 11))
        let failure = await fetches.fetch(origin.url("/0")).outcome.failure
        #expect(failure?.kind == .redirect)
        #expect(failure?.message == "HTTP 302: redirected more than 10 times")
    }

    @Test func threeHundredHopsAreGivenUpEarly() async {
        origin.otherwise { request in .redirect(302, to: request.path + "x") }
        let result = await fetches.fetch(origin.url("/x"))
        #expect(result.outcome.failure?.kind == .redirect)
        #expect(origin.requests.count == 11)
    }

    @Test func aCircleIsSeenAtOnce() async {
        origin.on("/a", reply: .redirect(302, to: "/b"))
        origin.on("/b", reply: .redirect(302, to: "/a"))
        let failure = await fetches.fetch(origin.url("/a")).outcome.failure
        #expect(failure?.message == "HTTP 302: redirected in a circle, back to 127.0.0.1")
        #expect(origin.requests.count == 2)
    }

    @Test(arguments: ["file:///etc/passwd", "gopher://127.0.0.1/", "ftp://127.0.0.1/", "http://", ""])
    func redirectsThatLeaveTheWebLeadNowhere(target: String) async {
        origin.on("/0", reply: .redirect(301, to: target))
        let outcome = await fetches.fetch(origin.url("/0")).outcome
        #expect(outcome.failure?.kind == .redirect)
        #expect(outcome.documents.isEmpty)
    }

    @Test func aRedirectWithoutATargetIsAFailure() async {
        origin.on("/0", reply: .status(302))
        let failure = await fetches.fetch(origin.url("/0")).outcome.failure
        #expect(failure?.message == "HTTP 302: a redirect without saying where to")
    }

    @Test(arguments: [300, 305])
    func otherThreeHundredsAreNotFollowed(code: Int) async {
        origin.on("/0", reply: .redirect(code, to: "/end"))
        #expect(await fetches.fetch(origin.url("/0")).outcome.failure?.kind == .http)
        #expect(origin.requests.count == 1)
    }

    @Test func aRedirectsEndlessBodyIsNotReadToItsEnd() async {
        let headers = [OriginHeader("Location", "/end")]
        origin.on("/0", reply: .endless(Array(repeating: 65, count: 1000), status: 302, headers: headers))
        #expect(await fetches.fetch(origin.url("/0")).outcome.text == "x")
    }

    @Test func allHopsShareOneTimeOut() async {
        // Each hop alone stays below the second that the whole may take.
        let slow = OriginStep.pause(milliseconds: 400)
        origin.otherwise { request in
            OriginReply(steps: [slow] + OriginReply.redirect(302, to: request.path + "x").steps)
        }
        var hasty = fetches
        hasty.settings.timeout = .seconds(1)
        let result = await hasty.fetch(origin.url("/x"))
        #expect(result.outcome.failure?.kind == .timeout)
        #expect(origin.requests.count <= 4)
        #expect(result.seconds < 2)
    }
}
