// `telex poll` against an origin on loopback: tables, files, statuses.

import FeedModel
import Foundation
import TestSupport
import Testing

@Suite struct PollCommandTests {
    private func rss(_ headline: String, _ dateline: String) -> [UInt8] {
        let text = """
            <rss version="2.0"><channel><title>Proef</title><link>https://nieuws.example/</link>
            <item><title>\(headline)</title><guid isPermaLink="false">1</guid>
            <pubDate>\(HTTPDate.format(Date(timeIntervalSinceNow: -60)))</pubDate><category>Buitenland</category>
            <description>\(dateline) - Er is een akkoord gesloten.</description></item></channel></rss>
            """
        return Array(text.utf8)
    }

    @Test func threeAgenciesBecomeOneStoryInFilesThatStayTheSame() async throws {
        let origin = try Origin()
        defer { origin.stop() }
        let folder = try TemporaryFolder()
        var sources = ""
        for (id, dateline) in [("anp", "GENÈVE (ANP)"), ("rtr", "GENÈVE (RTR)"), ("afp", "GENÈVE (AFP)")] {
            let document = rss("Akkoord over de graanroute gesloten", dateline)
            origin.on("/\(id)", file: ConditionalFile(document, etag: "\"\(id)\"", contentType: "application/rss+xml"))
            sources += "  - { url: '\(origin.url("/\(id)"))', id: \(id) }\n"
        }
        let config = try folder.write("storage: { path: telex.db }\nsources:\n\(sources)", to: "telex.yaml")
        let output = folder.path + "/uit"

        let first = try await TelexProcess.run(["poll", "--all", "--config", config, "--output", output])
        #expect(first.status == 0, "\(first.errors)")
        let feed = try String(contentsOfFile: output + "/buitenland.atom", encoding: .utf8)
        #expect(feed.components(separatedBy: "<entry>").count == 2)
        for code in ["ANP", "RTR", "AFP"] { #expect(feed.contains("<name>\(code)</name>")) }

        let second = try await TelexProcess.run(["poll", "--all", "--config", config, "--output", output])
        #expect(second.status == 0, "\(second.errors)")
        #expect(second.output.contains("0 read, 3 unchanged, 0 failed"))
        #expect(try String(contentsOfFile: output + "/buitenland.atom", encoding: .utf8) == feed)
        #expect(origin.requests.filter { $0.headers["If-None-Match"] != nil }.count == 3)

        let third = try await TelexProcess.run(["poll", "--config", config])
        #expect(third.status == 0)
        #expect(third.output.contains("nothing was due"))
        #expect(!third.output.contains("files changed"))
        #expect(origin.requests.count == 6)
    }

    @Test(arguments: [SIGINT, SIGTERM])
    func aRoundThatIsBrokenOffLeavesItsSourcesDue(signal: Int32) async throws {
        let origin = try Origin()
        defer { origin.stop() }
        let (asked, sink) = AsyncStream.makeStream(of: Void.self)
        origin.on("/hangt") { _ in
            sink.yield()
            return .hang
        }
        let folder = try TemporaryFolder()
        // Longer than any test may have to wait for its turn: only the signal can end this round.
        let text = """
            storage: { path: telex.db }
            polling: { timeout: 1h }
            sources: [{ url: '\(origin.url("/hangt"))', id: hangt }]
            """
        let config = try folder.write(text, to: "telex.yaml")
        let round = try TelexProcess(["poll", "--config", config])
        for await _ in asked { break }
        round.send(signal: signal)
        let line = await round.line(containing: "broken off")
        #expect(line != nil, "\(round.linesSoFar)")
        #expect(await round.status() == 1)
        origin.on("/hangt", reply: .ok(String(decoding: rss("Eén bericht", "OSLO (ANP)"), as: UTF8.self)))
        let result = try await TelexProcess.run(["poll", "--all", "--config", config])
        #expect(result.status == 0)
        #expect(result.output.contains("1 read"))
    }

    @Test func failingSourcesAreStatus1AndNamed() async throws {
        let origin = try Origin()
        defer { origin.stop() }
        origin.on(
            "/goed",
            reply: .ok(String(decoding: rss("Eén bericht van de redactie", "OSLO (ANP)"), as: UTF8.self))
        )
        let folder = try TemporaryFolder()
        let text = """
            storage: { path: telex.db }
            sources:
              - { url: '\(origin.url("/goed"))', id: goed }
              - { url: '\(origin.url("/weg"))', id: weg }
            """
        let config = try folder.write(text, to: "telex.yaml")
        let result = try await TelexProcess.run(["poll", "--all", "--config", config])
        #expect(result.status == 1)
        #expect(result.output.contains("404"))
        let explained = try await TelexProcess.run(["explain", "bericht van de redactie", "--config", config])
        #expect(explained.status == 0)
        #expect(explained.output.contains("OSLO (ANP)"))
        #expect(try await TelexProcess.run(["explain", "bestaat niet", "--config", config]).status == 1)
    }
}
