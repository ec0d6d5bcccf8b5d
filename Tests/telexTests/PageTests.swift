// The page in a real browser: with and without JavaScript.

import FeedModel
import Foundation
import TestSupport
import Testing

@Suite(.serialized) struct PageTests {
    /// The page's document after loading, as the browser has it; with scripts off, what the server sent is all there
    /// ever is, and the browser cannot dump it.
    private func dom(of path: String, port: Int, scripts: Bool = true) async throws -> String {
        guard scripts else { return try await OriginClient.get(port: port, path: path).text }
        // The event stream stays open, so the page never finishes loading by itself.
        return try await Chromium.dom(of: "http://127.0.0.1:\(port)\(path)", patience: 3000)
    }

    /// A daemon on one source with one hostile and one plain item.
    private func withDaemon(_ body: (Int) async throws -> Void) async throws {
        let origin = try Origin()
        defer { origin.stop() }
        let date = HTTPDate.format(Date(timeIntervalSinceNow: -7 * 60 - 5))
        origin.on(
            "/anp",
            reply: .ok(
                """
                <rss version="2.0"><channel><title>Proef</title><link>https://nieuws.example/</link>
                <item><title>Akkoord in Genève over graanroute</title><guid isPermaLink="false">1</guid>
                <link>https://nieuws.example/1</link><pubDate>\(date)</pubDate><category>Buitenland</category>
                <description>GENÈVE (ANP/RTR) - Er is een akkoord.</description></item>
                <item><title>&amp;lt;script&amp;gt;document.title='x'&amp;lt;/script&amp;gt; in de kop</title>
                <guid isPermaLink="false">2</guid><pubDate>\(date)</pubDate><category>Buitenland</category>
                <description>OSLO (AFP) - &lt;img src=x onerror="document.title='x'"&gt;&lt;script&gt;document.title='x'
                &lt;/script&gt; Rustige tekst.</description></item></channel></rss>
                """
            )
        )
        let folder = try TemporaryFolder()
        let config = try folder.write(
            """
            server: { listen: '127.0.0.1:0' }
            storage: { path: telex.db }
            sources: [ { url: '\(origin.url("/anp"))', id: anp } ]
            """,
            to: "telex.yaml"
        )
        let daemon = try TelexProcess(["serve", "--config", config])
        let line = try #require(await daemon.line(containing: "server.listen="))
        let port = try #require(line.split(separator: ":").last.flatMap { Int($0) })
        _ = try #require(await daemon.line(containing: "source.id=anp"))
        try await body(port)
        daemon.send(signal: SIGTERM)
        #expect(await daemon.status() == 0)
    }

    @Test(arguments: [true, false])
    func theListIsThereWithAndWithoutScripts(scripts: Bool) async throws {
        try await withDaemon { port in
            let dom = try await dom(of: "/buitenland", port: port, scripts: scripts)
            #expect(dom.contains("lang=\"nl\""))
            #expect(dom.components(separatedBy: "<article").count == 3)
            #expect(dom.contains("href=\"https://nieuws.example/1\""))
            #expect(dom.contains("<abbr title=\"Algemeen Nederlands Persbureau\">ANP</abbr>"))
            #expect(dom.contains("Er is een akkoord."))
            #expect(dom.contains(" minuten geleden<"))
            #expect(dom.contains("<title>Buitenland"))
            #expect(!dom.contains("onerror"))
            #expect(dom.contains("type=\"application/atom+xml\""))
        }
    }

    @Test func theStatusPageNamesEverySource() async throws {
        try await withDaemon { port in
            let dom = try await dom(of: "/status", port: port)
            #expect(dom.contains("anp"))
            #expect(dom.contains("<svg"))
        }
    }
}
