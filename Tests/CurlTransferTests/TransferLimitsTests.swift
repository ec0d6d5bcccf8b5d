// Whatever a server sends, a transfer ends: by size, by time, by speed.

import CurlTransfer
import TestSupport
import Testing

@Suite struct TransferLimitsTests {
    let transfers = Transfers()
    let origin: Origin

    init() throws {
        origin = try Origin()
    }

    @Test func aBodyOfExactlyTheLimitIsTaken() async throws {
        origin.on("/feed", reply: .chunked([Array(repeating: 65, count: 1000)]))
        let whole = try await transfers.get(origin.url("/feed")) { $0.limits.body = 1000 }
        #expect(whole.error == nil)
        let cut = try await transfers.get(origin.url("/feed")) { $0.limits.body = 999 }
        #expect(cut.error == .tooLarge(limit: 999))
    }

    @Test func anEndlessBodyEndsAtTheLimit() async throws {
        origin.on("/feed", reply: .endless(Array(repeating: 65, count: 10_000)))
        let result = try await transfers.get(origin.url("/feed")) { $0.limits.body = 1_000_000 }
        #expect(result.error == .tooLarge(limit: 1_000_000))
        #expect(result.body.count <= 1_000_000)
        await origin.openConnections(atMost: 0)
    }

    @Test(arguments: [("bomb.gz", "gzip"), ("bomb.br", "br"), ("bomb.zst", "zstd")])
    func aDecompressionBombEndsAtTheLimit(file: String, encoding: String) async throws {
        let body = try Fixtures.bytes("fetching/\(file)")
        origin.on("/feed", reply: .ok(body, headers: [OriginHeader("Content-Encoding", encoding)]))
        let result = try await transfers.get(origin.url("/feed")) { $0.limits.body = 1_000_000 }
        #expect(result.error == .tooLarge(limit: 1_000_000))
        #expect(result.body.count <= 1_000_000)
    }

    @Test func aFloodOfHeadersEndsAtTheLimit() async throws {
        let line = Array("X-Flood: 0123456789012345678901234567890123456789\r\n".utf8)
        origin.on("/feed", reply: OriginReply(steps: [.send(Array("HTTP/1.1 200 OK\r\n".utf8)), .sendForever(line)]))
        let result = try await transfers.get(origin.url("/feed")) { $0.limits.header = 20_000 }
        #expect(result.error == .headTooLarge(limit: 20_000))
        #expect(result.status == nil)
    }

    @Test func aFloodOfInterimAnswersEndsAtTheLimit() async throws {
        let interim = Array("HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n".utf8)
        origin.on("/feed", reply: OriginReply(steps: [.sendForever(interim)]))
        let result = try await transfers.get(origin.url("/feed")) { $0.limits.header = 20_000 }
        #expect(result.error == .headTooLarge(limit: 20_000))
    }

    @Test func aServerThatNeverAnswersEndsByTheTotalTime() async throws {
        origin.on("/feed", reply: .hang)
        let result = try await transfers.get(origin.url("/feed")) { $0.limits.total = .milliseconds(200) }
        #expect(result.status == nil)
        #expect(result.error?.stage == .waiting)
    }

    @Test func aBodyThatNeverEndsEndsByTheTotalTime() async throws {
        origin.on("/feed", reply: .drip(Array(repeating: [65], count: 10_000), every: 20))
        let result = try await transfers.get(origin.url("/feed")) { $0.limits.total = .milliseconds(300) }
        #expect(result.status == 200)
        #expect(result.error?.stage == .receiving)
    }

    @Test func aDripIsGivenUpLongBeforeTheTotalTime() async throws {
        origin.on("/feed", reply: .drip(Array(repeating: [65], count: 10_000), every: 50))
        let result = try await transfers.get(origin.url("/feed")) {
            $0.limits.lowSpeed = 1000
            $0.limits.lowSpeedTime = .seconds(1)
        }
        #expect(result.error?.stage == .crawling)
        #expect(result.seconds < 10)
    }
}

extension TransferError {
    var stage: Stage? {
        if case .timedOut(_, let stage, _) = self { stage } else { nil }
    }
}
