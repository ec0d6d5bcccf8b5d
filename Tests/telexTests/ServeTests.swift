// The daemon as its operator meets it: starts, answers, reloads, survives a restart, and ends in time.

import FeedModel
import Foundation
import TestSupport
import Testing

@Suite struct ServeTests {
    private let date = HTTPDate.format(Date(timeIntervalSinceNow: -3600))

    private func document(_ headline: String, guid: String = "1") -> [UInt8] {
        let text = """
            <rss version="2.0"><channel><title>Proef</title><link>https://nieuws.example/</link>
            <item><title>\(headline)</title><guid isPermaLink="false">\(guid)</guid>
            <pubDate>\(date)</pubDate><category>Buitenland</category>
            <description>GENÈVE (ANP) - Er is een akkoord gesloten.</description></item></channel></rss>
            """
        return Array(text.utf8)
    }

    /// Starts a daemon and waits until it answers; returns its port.
    private func start(_ config: String, environment: [String: String] = [:]) async throws -> (TelexProcess, Int) {
        let arguments = ["serve", "--config", config, "--log-level", "debug"]
        let daemon = try TelexProcess(arguments, environment: environment)
        let line = try #require(await daemon.line(containing: "server.listen="))
        let address = try #require(line.split(separator: "server.listen=").last)
        return (daemon, try #require(address.split(separator: ":").last.flatMap { Int($0) }))
    }

    private func config(_ folder: TemporaryFolder, sources: String) throws -> String {
        let text = """
            server: { listen: '127.0.0.1:0', base_url: 'http://telex.example' }
            storage: { path: telex.db }
            polling: { interval: 1h, timeout: 10m }
            feeds:
              - { id: buitenland, title: Buitenland, scope: foreign, max_age: 7d }
            sources:
            \(sources)
            """
        return try folder.write(text, to: "telex.yaml")
    }

    @Test func sameBytesBeforeAndAfterARestartAndNoPollBeforeItIsDue() async throws {
        let origin = try Origin()
        defer { origin.stop() }
        origin.on("/anp", reply: .ok(String(decoding: document("Akkoord over de graanroute"), as: UTF8.self)))
        let folder = try TemporaryFolder()
        let path = try config(folder, sources: "  - { url: '\(origin.url("/anp"))', id: anp }")

        let (first, port) = try await start(path)
        _ = try #require(await first.line(containing: "source.id=anp"))
        var before: [String: OriginResponse] = [:]
        for ending in ["atom", "rss", "json"] {
            before[ending] = try await OriginClient.get(port: port, path: "/buitenland.\(ending)")
        }
        #expect(before["atom"]?.text.contains("Akkoord over de graanroute") == true)
        first.send(signal: SIGTERM)
        #expect(await first.status() == 0)

        let (second, secondPort) = try await start(path)
        for ending in ["atom", "rss", "json"] {
            let after = try await OriginClient.get(port: secondPort, path: "/buitenland.\(ending)")
            #expect(after.body == before[ending]?.body)
            #expect(after.header("ETag") == before[ending]?.header("ETag"))
            #expect(after.header("Last-Modified") == before[ending]?.header("Last-Modified"))
        }
        second.send(signal: SIGINT)
        #expect(await second.status() == 0)
        #expect(origin.requests.count == 1)
    }

    @Test func aBadConfigurationIsReportedAndTheOldOneStays() async throws {
        let origin = try Origin()
        defer { origin.stop() }
        origin.on("/anp", reply: .ok(String(decoding: document("Akkoord over de graanroute"), as: UTF8.self)))
        let folder = try TemporaryFolder()
        let path = try config(folder, sources: "  - { url: '\(origin.url("/anp"))', id: anp }")
        let (daemon, port) = try await start(path)
        _ = try #require(await daemon.line(containing: "source.id=anp"))

        _ = try folder.write("sources: [ { uri: x } ]\n", to: "telex.yaml")
        daemon.send(signal: SIGHUP)
        let mistake = try #require(await daemon.line(containing: "not taken over"))
        #expect(mistake.contains("telex.yaml:1:"))
        #expect(try await OriginClient.get(port: port, path: "/status.json").text.contains("\"anp\""))

        origin.on(
            "/rtr",
            reply: .ok(String(decoding: document("Storm op de Noordzee trekt over", guid: "2"), as: UTF8.self))
        )
        let sources = "  - { url: '\(origin.url("/anp"))', id: anp }\n  - { url: '\(origin.url("/rtr"))', id: rtr }"
        _ = try config(folder, sources: sources)
        daemon.send(signal: SIGHUP)
        _ = try #require(await daemon.line(containing: "source.id=rtr"))
        #expect(try await OriginClient.get(port: port, path: "/buitenland.atom").text.contains("Storm op de Noordzee"))
        #expect(origin.requests(to: "/anp").count == 1)
        daemon.send(signal: SIGTERM)
        #expect(await daemon.status() == 0)
    }

    @Test func aReloadAskedForDuringTheStartIsDone() async throws {
        let folder = try TemporaryFolder()
        let daemon = try TelexProcess(["serve", "--config", try config(folder, sources: "  []")])
        // Said before the database is opened: the daemon has hardly begun.
        _ = try #require(await daemon.line(containing: "there are none"))
        daemon.send(signal: SIGHUP)
        #expect(await daemon.line(containing: "configuration taken over") != nil)
        daemon.send(signal: SIGTERM)
        #expect(await daemon.status() == 0)
    }

    @Test(.timeLimit(.minutes(5))) func feedsWithAnOutputFolderAreFilesToo() async throws {
        let origin = try Origin()
        defer { origin.stop() }
        origin.on("/anp", reply: .ok(String(decoding: document("Akkoord over de graanroute"), as: UTF8.self)))
        let folder = try TemporaryFolder()
        let text = """
            server: { listen: '127.0.0.1:0', base_url: 'http://telex.example' }
            storage: { path: telex.db }
            feeds:
              - { id: buitenland, scope: foreign, output: uit }
              - { id: alles, scope: all }
            sources: [{ url: '\(origin.url("/anp"))', id: anp }]
            """
        let (daemon, port) = try await start(try folder.write(text, to: "telex.yaml"))
        _ = try #require(await daemon.line(containing: "feed files written"))
        // Written at the start, and anew after the poll.
        while !(try read(folder, "uit/buitenland.html").contains("Akkoord over de graanroute")) { await Task.yield() }
        for ending in ["atom", "rss", "json"] {
            let served = try await OriginClient.get(port: port, path: "/buitenland.\(ending)")
            #expect(try read(folder, "uit/buitenland.\(ending)") == served.text)
        }
        #expect(!FileManager.default.fileExists(atPath: folder.path + "/uit/alles.atom"))
        daemon.send(signal: SIGTERM)
        #expect(await daemon.status() == 0)
    }

    private func read(_ folder: TemporaryFolder, _ name: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(filePath: folder.path + "/" + name)), as: UTF8.self)
    }

    @Test func hangingOriginsDoNotHoldUpTheEnd() async throws {
        let origin = try Origin()
        defer { origin.stop() }
        let (asked, sink) = AsyncStream.makeStream(of: Void.self)
        origin.on("/hangt") { _ in
            sink.yield()
            return .hang
        }
        let folder = try TemporaryFolder()
        let path = try config(folder, sources: "  - { url: '\(origin.url("/hangt"))', id: hangt }")
        let (daemon, port) = try await start(path)
        let stream = Task { try await OriginClient.get(port: port, path: "/buitenland/events") }
        for await _ in asked { break }
        daemon.send(signal: SIGTERM)
        #expect(await daemon.status() == 0)
        // Every part ended by itself: none had to be cut off when the limit was reached.
        #expect(await daemon.line(containing: "msg=stopped") != nil)
        #expect(await daemon.line(containing: "cut off") == nil)
        _ = try? await stream.value
    }

    @Test func statusTellsOfFailingSources() async throws {
        let origin = try Origin()
        defer { origin.stop() }
        origin.on("/anp", reply: .ok(String(decoding: document("Akkoord over de graanroute"), as: UTF8.self)))
        let folder = try TemporaryFolder()
        let sources = "  - { url: '\(origin.url("/anp"))', id: anp }\n  - { url: '\(origin.url("/weg"))', id: weg }"
        let (daemon, port) = try await start(try config(folder, sources: sources))
        for id in ["anp", "weg"] { _ = try #require(await daemon.line(containing: "source.id=\(id)")) }
        let result = try await TelexProcess.run(["status", "--url", "http://127.0.0.1:\(port)"])
        #expect(result.status == 1)
        #expect(result.output.contains("weg") && result.output.contains("failing"))
        #expect(result.errors.contains("1 of 2 sources failing: weg"))
        daemon.send(signal: SIGTERM)
        #expect(await daemon.status() == 0)
    }

    @Test func theServiceManagerIsToldOfEveryStep() async throws {
        let folder = try TemporaryFolder()
        let manager = try NotifySocket(path: folder.path + "/notify")
        let environment = ["NOTIFY_SOCKET": manager.path, "WATCHDOG_USEC": "3000000"]
        let (daemon, _) = try await start(try config(folder, sources: "  []"), environment: environment)
        #expect(manager.next(containing: "READY=1") != nil)
        #expect(manager.next(containing: "WATCHDOG=1") != nil)
        daemon.send(signal: SIGHUP)
        #expect(manager.next(containing: "RELOADING=1")?.contains("MONOTONIC_USEC=") == true)
        #expect(manager.next(containing: "READY=1") != nil)
        daemon.send(signal: SIGTERM)
        #expect(manager.next(containing: "STOPPING=1") != nil)
        #expect(await daemon.status() == 0)
    }
}
