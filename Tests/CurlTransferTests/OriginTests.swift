// The scriptable origin and its client do what tests rely on.

import TestSupport
import Testing

@Suite struct OriginTests {
    @Test func whatWasSentIsWhatIsLogged() async throws {
        let origin = try Origin()
        origin.on("/a", reply: .ok("hallo", headers: [OriginHeader("X-B", "1"), OriginHeader("X-A", "2")]))
        let answer = try await OriginClient.request(
            "POST",
            port: origin.port,
            path: "/a?q=1",
            headers: [OriginHeader("x-One", "1"), OriginHeader("X-Two", "2")],
            body: [1, 2, 3]
        )
        #expect(answer.status == 200)
        #expect(answer.statusLine == "HTTP/1.1 200 OK")
        #expect(answer.text == "hallo")
        #expect(answer.headers.map(\.name) == ["Content-Type", "X-B", "X-A", "Content-Length"])
        let request = try #require(origin.requests(to: "/a").first)
        #expect(request.method == "POST")
        #expect(request.query == "q=1")
        #expect(request.body == [1, 2, 3])
        #expect(request.headers.map(\.name) == ["x-One", "X-Two", "Host", "Connection", "Content-Length"])
    }

    @Test func aConditionalFileAnswersWhoHasItWith304() async throws {
        let origin = try Origin()
        origin.on("/f", file: ConditionalFile(Array("x".utf8), etag: "\"1\"", lastModified: "Mon"))
        let whole = try await OriginClient.get(port: origin.port, path: "/f")
        #expect(whole.status == 200)
        #expect(whole.header("etag") == "\"1\"")
        for (name, value, status) in [
            ("If-None-Match", "\"1\"", 304), ("If-None-Match", "\"2\"", 200), ("If-Modified-Since", "Mon", 304),
        ] {
            let answer = try await OriginClient.get(
                port: origin.port,
                path: "/f",
                headers: [OriginHeader(name, value)]
            )
            #expect(answer.status == status)
        }
    }

    @Test func repliesInTurnEndWithTheLast() async throws {
        let origin = try Origin()
        origin.on("/f", inTurn: [.ok("1"), .ok("2")])
        var texts: [String] = []
        for _ in 0..<3 { texts.append(try await OriginClient.get(port: origin.port, path: "/f").text) }
        #expect(texts == ["1", "2", "2"])
    }

    @Test func chunksAreReadAndStreamsComeLineByLine() async throws {
        let origin = try Origin()
        let gate = try OriginGate()
        origin.on("/c", reply: .chunked([Array("ab".utf8), Array("c".utf8)]))
        let head = OriginReply.head(200, [])
        origin.on(
            "/s",
            reply: OriginReply(steps: [.send(head + Array("one\n".utf8)), .wait(gate), .send([120, 10]), .hang])
        )
        #expect(try await OriginClient.get(port: origin.port, path: "/c").text == "abc")
        let stream = try await OriginStream(port: origin.port, path: "/s")
        #expect(try await stream.head().status == 200)
        #expect(try await stream.line() == "one")
        gate.open()
        #expect(try await stream.line() == "x")
        stream.close()
        await origin.openConnections(atMost: 0)
    }

    @Test(.timeLimit(.minutes(5)))
    func aWaitEndsWithItsTask() async throws {
        let origin = try Origin()
        let waiting = Task { await origin.received(1) }
        waiting.cancel()
        await waiting.value
        #expect(origin.requests.isEmpty)
    }

    @Test(.timeLimit(.minutes(5)))
    func stopEndsEverythingThatWaits() async throws {
        let origin = try Origin()
        let gate = try OriginGate()
        origin.on("/hang", reply: .hang)
        origin.on("/wait", reply: OriginReply.ok("x").after(gate))
        let streams = [
            try await OriginStream(port: origin.port, path: "/hang"),
            try await OriginStream(port: origin.port, path: "/wait"),
        ]
        await origin.received(2)
        origin.stop()
        for stream in streams { #expect(try await stream.line() == nil) }
        #expect(origin.openConnectionCount == 0)
        await origin.received(99)
    }
}
