// The server over a real socket, on a store in memory.

import FeedModel
import FeedServer
import FeedStorage
import FoundationEssentials
import Logging
import ServiceLifecycle
import Synchronization
import TestSupport
import Testing

@Suite struct WebServerTests {
    private static let start = Date(timeIntervalSince1970: 1_769_248_920)

    /// A running server on `count` stories, a minute apart, the newest at `start`.
    private func withServer(
        stories count: Int,
        feed: MergedFeed = .buitenland,
        _ body: (Int, FeedStore) async throws -> Void
    ) async throws {
        let store = try FeedStore.inMemory()
        var source = Source(id: "anp", url: "https://feeds.example.nl/anp.rss", interval: .seconds(120))
        source.title = "ANP"
        try await store.register([source], now: Self.start) { _ in Self.start }
        var configuration = Configuration()
        configuration.sources = [source]
        configuration.feeds = [feed]
        for number in 0..<count {
            try await store.tell([number], at: Self.start.addingTimeInterval(-60 * Double(number)))
        }
        let (addresses, sink) = AsyncStream.makeStream(of: ListenAddress.self)
        let server = WebServer(
            addresses: [.tcp(host: "127.0.0.1", port: 0)],
            site: CurrentSite(Site(configuration: configuration)),
            store: store,
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
            state: { DaemonState(version: "0", started: Self.start) },
            now: { Self.start.addingTimeInterval(60) },
            onListening: { sink.yield($0) }
        )
        let group = ServiceGroup(services: [server], logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            for await case .tcp(_, let port) in addresses {
                try await body(port, store)
                break
            }
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
        }
    }

    @Test func everyPathAnswersGetAndHeadAlike() async throws {
        try await withServer(stories: 2) { port, _ in
            let paths = [
                "/", "/buitenland", "/buitenland.atom", "/buitenland.rss", "/buitenland.json", "/status",
                "/status.json", "/healthz", "/sources.opml",
            ]
            for path in paths {
                let get = try await OriginClient.get(port: port, path: path)
                let head = try await OriginClient.request("HEAD", port: port, path: path)
                #expect(get.status == 200, "\(path)")
                #expect(!get.body.isEmpty, "\(path)")
                #expect(head.status == 200, "\(path)")
                #expect(head.body.isEmpty, "\(path)")
                #expect(head.header("Content-Type") == get.header("Content-Type"), "\(path)")
                #expect(head.header("Content-Length") == "\(get.body.count)", "\(path)")
            }
        }
    }

    @Test func aKnownTagIsAnswered304() async throws {
        try await withServer(stories: 3) { port, _ in
            for path in ["/buitenland", "/buitenland.atom", "/buitenland.rss", "/buitenland.json", "/sources.opml"] {
                let first = try await OriginClient.get(port: port, path: path)
                let tag = try #require(first.header("ETag"))
                let second = try await OriginClient.get(
                    port: port,
                    path: path,
                    headers: [OriginHeader("If-None-Match", tag)]
                )
                #expect(second.status == 304, "\(path)")
                #expect(second.body.isEmpty)
            }
        }
    }

    @Test func encodedFormsAreSmallerAndDecodedByTheirNames() async throws {
        try await withServer(stories: 20) { port, _ in
            let plain = try await OriginClient.get(port: port, path: "/buitenland.atom")
            for coding in ["gzip", "br"] {
                let headers = [OriginHeader("Accept-Encoding", coding)]
                let encoded = try await OriginClient.get(port: port, path: "/buitenland.atom", headers: headers)
                #expect(encoded.header("Content-Encoding") == coding)
                #expect(encoded.body.count * 2 < plain.body.count)
                #expect(encoded.header("ETag") != plain.header("ETag"))
                #expect(encoded.header("Vary") == "Accept-Encoding")
            }
        }
    }

    @Test(arguments: ["POST", "PUT", "DELETE", "OPTIONS", "PATCH"])
    func otherMethodsAre405(method: String) async throws {
        try await withServer(stories: 0) { port, _ in
            let answer = try await OriginClient.request(method, port: port, path: "/buitenland")
            #expect(answer.status == 405)
            #expect(answer.header("Allow") == "GET, HEAD")
        }
    }

    @Test func whatIsNotThereIs404() async throws {
        try await withServer(stories: 1) { port, _ in
            for path in [
                "/nergens", "/nergens.atom", "/buitenland.atom?page=2", "/assets/x.css", "/nergens/events", "/%00",
            ] {
                let answer = try await OriginClient.get(port: port, path: path)
                #expect(answer.status == 404, "\(path)")
            }
        }
    }

    @Test func pagesCarryEveryStoryOnceAndTheirStyle() async throws {
        var feed = MergedFeed.buitenland
        feed.maxItems = 4
        try await withServer(stories: 10, feed: feed) { port, _ in
            var seen: [String] = []
            for page in 1...3 {
                let text = try await OriginClient.get(port: port, path: "/buitenland.atom?page=\(page)").text
                seen += text.split(separator: "<title>Bericht nummer ").dropFirst().compactMap {
                    $0.split(separator: "<").first.map(String.init)
                }
                #expect(text.contains("rel=\"next\"") == (page < 3))
            }
            #expect(seen == (0..<10).map { "\($0) van de redactie" })
            let page = try await OriginClient.get(port: port, path: "/buitenland?page=2")
            #expect(page.text.contains("Bericht nummer 4 ") && !page.text.contains("Bericht nummer 3 "))
            let style = try #require(page.text.split(separator: "href=\"assets/").dropFirst().first)
            let path = "/assets/" + style.prefix { $0 != "\"" }
            #expect(try await OriginClient.get(port: port, path: path).status == 200)
        }
    }

    @Test func aNewStoryReachesPagesAndStreams() async throws {
        try await withServer(stories: 1) { port, store in
            let before = try await OriginClient.get(port: port, path: "/buitenland.atom")
            let stream = try await OriginStream(port: port, path: "/buitenland/events")
            defer { stream.close() }
            var received = ""
            while !received.contains("retry:") { received += try await line(of: stream) }
            try await store.tell([7], at: Self.start.addingTimeInterval(30))
            while !received.contains("nummer 7") { received += try await line(of: stream) }
            #expect(received.contains("event: story\ndata: {\"id\":"))
            var after = try await OriginClient.get(port: port, path: "/buitenland.atom")
            // The stream and the snapshots hear of a change one after the other.
            while after.body == before.body { after = try await OriginClient.get(port: port, path: "/buitenland.atom") }
            #expect(after.text.contains("Bericht nummer 7 van de redactie"))
            #expect(after.header("ETag") != before.header("ETag"))
        }
    }

    /// The site is replaced after the request was taken in and before its document is rendered.
    @Test func aReloadWhileARequestIsUnderWayLeavesNothingOldBehind() async throws {
        let store = try FeedStore.inMemory()
        var configuration = Configuration()
        var feed = MergedFeed.buitenland
        configuration.feeds = [feed]
        let site = CurrentSite(Site(configuration: configuration))
        feed.title = "Wereldnieuws"
        configuration.feeds = [feed]
        let new = Site(configuration: configuration)
        let reload = Mutex<(@Sendable () -> Void)?>(nil)
        let (ports, sink) = AsyncStream.makeStream(of: Int.self)
        let server = WebServer(
            addresses: [.tcp(host: "127.0.0.1", port: 0)],
            site: site,
            store: store,
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
            state: { DaemonState(version: "0", started: Self.start) },
            now: {
                reload.withLock { $0?() }
                return Self.start
            },
            onListening: { if case .tcp(_, let port) = $0 { sink.yield(port) } }
        )
        let run = Task { try await server.run() }
        for await port in ports {
            reload.withLock {
                $0 = {
                    site.replace(with: new)
                    server.siteChanged()
                }
            }
            _ = try await OriginClient.get(port: port, path: "/buitenland.atom")
            reload.withLock { $0 = nil }
            #expect(try await OriginClient.get(port: port, path: "/buitenland.atom").text.contains("Wereldnieuws"))
            break
        }
        run.cancel()
        _ = await run.result
    }

    @Test func returningReadersGetWhatTheyMissed() async throws {
        try await withServer(stories: 3) { port, _ in
            let headers = [OriginHeader("Last-Event-ID", "1")]
            let stream = try await OriginStream(port: port, path: "/buitenland/events", headers: headers)
            defer { stream.close() }
            var received = ""
            while !received.contains("nummer 2 ") { received += try await line(of: stream) }
            #expect(received.contains("nummer 1 "))
            #expect(!received.contains("nummer 0 "))
        }
    }

    private func line(of stream: OriginStream) async throws -> String {
        try #require(try await stream.line()) + "\n"
    }
}
