// The loop itself: many at once, reuse, cancellation, and an end that waits for nobody.

import CurlTransfer
import TestSupport
import Testing

@Suite struct TransferLoopTests {
    let origin: Origin

    init() throws {
        origin = try Origin()
    }

    @Test(.timeLimit(.minutes(5)))
    func sixtyFourTransfersRunAtTheSameTime() async throws {
        let gate = try OriginGate()
        origin.otherwise { OriginReply.ok($0.path).after(gate) }
        let transfers = Transfers()
        let bodies = try await withThrowingTaskGroup(of: (String, TransferResult).self) { group in
            for number in 0..<64 {
                group.addTask { ("/\(number)", try await transfers.get(origin.url("/\(number)"))) }
            }
            // Nobody is answered before all have asked.
            await origin.received(64)
            gate.open()
            return try await group.reduce(into: [String: String]()) {
                $0[$1.0] = String(decoding: $1.1.body, as: UTF8.self)
            }
        }
        #expect(bodies.count == 64)
        #expect(bodies.allSatisfy { $0.key == $0.value })
    }

    @Test func handlesAndConnectionsAreUsedAgain() async throws {
        origin.otherwise { .ok($0.path) }
        let transfers = Transfers()
        for number in 0..<20 {
            let result = try await transfers.get(origin.url("/\(number)"))
            #expect(result.body == Array("/\(number)".utf8))
        }
        #expect(origin.connectionCount == 1)
    }

    @Test(.timeLimit(.minutes(5)))
    func noMoreConnectionsThanAskedAreKeptOpen() async throws {
        let transfers = Transfers(idleConnections: 2)
        // Five names of one server: five connections, none of which can serve another name.
        for name in ["a", "b", "c", "d", "e"] {
            _ = try await transfers.get(origin.url("/", host: "\(name).localhost"))
        }
        #expect(origin.connectionCount == 5)
        // Which of them are closed is libcurl's choice: of those used in the same millisecond none is the oldest.
        await origin.openConnections(atMost: 2)
        #expect(origin.openConnectionCount <= 2)
    }

    @Test(arguments: [OriginReply.noAnswer, .reset])
    func aKeptConnectionThatTheServerEndsIsReplacedOnce(ending: OriginReply) async throws {
        let transfers = Transfers()
        origin.on("/feed") { request in request.connection == 1 && request.query == "2" ? ending : .ok("x") }
        _ = try await transfers.get(origin.url("/feed?1"))
        let second = try await transfers.get(origin.url("/feed?2"))
        #expect(second.error == nil)
        #expect(second.status == 200)
        #expect(origin.requests.map(\.connection) == [1, 1, 2])
    }

    @Test(.timeLimit(.minutes(5)))
    func cancellationAbortsTheTransferAtOnce() async throws {
        origin.on("/feed", reply: .hang)
        let transfers = Transfers()
        let task = Task { try await transfers.get(origin.url("/feed")) { $0.limits.total = .seconds(600) } }
        await origin.received(1)
        task.cancel()
        #expect(try await task.value.error == .interrupted)
        await origin.openConnections(atMost: 0)
        // The loop lives on.
        origin.on("/other", reply: .ok("x"))
        #expect(try await transfers.get(origin.url("/other")).status == 200)
    }

    /// Again and again, and of a server that answers at once: an answer must not outrun the cancellation.
    @Test func aTaskCancelledBeforehandSendsNothing() async throws {
        origin.on("/feed", reply: .ok("x"))
        let transfers = Transfers()
        let request = try transfers.request(origin.url("/feed"))
        let errors = await withTaskGroup(of: TransferError?.self) { group in
            group.cancelAll()
            for _ in 0..<2000 { group.addTask { await transfers.loop.perform(request).error } }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(errors.count == 2000)
        #expect(errors.allSatisfy { $0 == .interrupted })
        #expect(origin.requests.isEmpty)
    }

    /// Cancelled at whatever moment: before, while or after the order is posted.
    @Test func aTaskCancelledAtAnyMomentIsInterrupted() async throws {
        origin.on("/feed", reply: .hang)
        let transfers = Transfers()
        let request = try transfers.request(origin.url("/feed")) { $0.limits.total = .seconds(3) }
        for round in 0..<300 {
            let task = Task { await transfers.loop.perform(request).error }
            for _ in 0..<(round % 30) { await Task.yield() }
            task.cancel()
            #expect(await task.value == .interrupted)
        }
    }

    @Test(.timeLimit(.minutes(5)))
    func shutdownEndsFastThoughTheOriginHangs() async throws {
        origin.on("/feed", reply: .hang)
        let transfers = Transfers()
        let tasks = (0..<8).map { _ in
            Task { try await transfers.get(origin.url("/feed")) { $0.limits.total = .seconds(600) } }
        }
        await origin.received(8)
        let time = ContinuousClock().measure { transfers.loop.shutdown() }
        #expect(time < .seconds(2))
        for task in tasks { #expect(try await task.value.error == .interrupted) }
        await origin.openConnections(atMost: 0)
        #expect(try await transfers.get(origin.url("/feed")).error == .interrupted)
        transfers.loop.shutdown()
    }

    @Test(.timeLimit(.minutes(5)))
    func theThreadEndsWithTheLastReference() async throws {
        origin.otherwise { _ in .ok("x") }
        for _ in 0..<50 {
            _ = try await Transfers().get(origin.url("/"))
        }
        // A loop that still ran would hold its connection open.
        await origin.openConnections(atMost: 0)
    }

    @Test(.timeLimit(.minutes(5)))
    func ordersAbortionsAndShutdownMayCross() async throws {
        let seed = UInt64(20_260_124)
        var generator = SeededGenerator(seed: seed)
        origin.otherwise { $0.path == "/hang" ? .hang : .ok("x") }
        for _ in 0..<20 {
            let transfers = Transfers()
            let tasks = (0..<20).map { number in
                Task { try await transfers.get(origin.url(number.isMultiple(of: 3) ? "/hang" : "/")) }
            }
            for task in tasks where Bool.random(using: &generator) { task.cancel() }
            await Task.yield()
            transfers.loop.shutdown()
            for task in tasks {
                let result = try await task.value
                #expect(result.error == .interrupted || result.status == 200, "seed \(seed)")
            }
        }
    }
}
