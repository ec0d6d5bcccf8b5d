// The commands as a user meets them: what they print and the status they end with.

import Foundation
import TestSupport
import Testing

@Suite struct CommandLineTests {
    private let feed = """
        <rss version="2.0"><channel><title>Proef</title><link>https://nieuws.example/</link><item>
        <title>Akkoord in Genève</title><link>/1</link><guid isPermaLink="false">een</guid>
        <description>GENÈVE (ANP/RTR/AFP) - Er is een akkoord.</description></item></channel></rss>
        """

    @Test func versionAndHelpEndWell() async throws {
        #expect(try await TelexProcess.run(["--version"]).output == "0.1.0\n")
        let help = try await TelexProcess.run(["--help"])
        #expect(help.status == 0)
        for command in ["serve", "poll", "check", "parse", "status", "explain", "export", "demo"] {
            #expect(help.output.contains("  \(command)"))
        }
    }

    @Test(arguments: [["--nonsense"], ["parse"], ["demo", "--for", "soon"], ["demo", "--port", "70000"], ["nothing"]])
    func misuseIsStatus64(arguments: [String]) async throws {
        let result = try await TelexProcess.run(arguments)
        #expect(result.status == 64)
        #expect(!result.errors.isEmpty)
    }

    // MARK: - parse

    @Test func parsePrintsOneDocument() async throws {
        let result = try await TelexProcess.run(
            ["parse", "-", "--base-url", "https://nieuws.example/feed"],
            input: feed
        )
        #expect(result.status == 0)
        let json = try #require(try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
        let item = try #require((json["items"] as? [[String: Any]])?.first)
        #expect(json["format"] as? String == "rss-2.0")
        #expect(json["damaged"] == nil)
        #expect(item["places"] as? [String] == ["GENÈVE"])
        #expect(item["agencies"] as? [String] == ["ANP", "RTR", "AFP"])
        #expect(item["dateline"] as? String == "GENÈVE (ANP/RTR/AFP)")
        #expect(item["text"] as? String == "Er is een akkoord.")
        #expect(item["url"] as? String == "https://nieuws.example/1")
        #expect(item["foreign"] as? Bool == true)
        #expect((item["headline_hash"] as? String)?.count == 16)
        #expect(item["published"] == nil)
    }

    @Test(arguments: [
        ("10:00:00.267Z", "10:00:00.267Z"), ("10:00:00.001Z", "10:00:00.001Z"), ("10:00:00Z", "10:00:00Z"),
        ("10:00:00.000Z", "10:00:00Z"),
    ])
    func parseKeepsMilliseconds(written: String, printed: String) async throws {
        let feed = """
            {"version": "https://jsonfeed.org/version/1.1", "title": "Proef",
            "items": [{"id": "1", "content_text": "een", "date_published": "2026-03-02T\(written)"}]}
            """
        let result = try await TelexProcess.run(["parse", "-"], input: feed)
        #expect(result.output.contains("\"published\" : \"2026-03-02T\(printed)\""), "\(result.output)")
    }

    @Test(arguments: [[], ["--raw"]])
    func contentStandsForASummaryThatIsMissing(options: [String]) async throws {
        let feed = """
            {"version": "https://jsonfeed.org/version/1.1", "title": "Proef", "items": [
            {"id": "1", "content_html": "<p>Alles</p>"},
            {"id": "2", "content_html": "<p>Alles</p>", "summary": "Kort"}, {"id": "3", "title": "Niets"}]}
            """
        let result = try await TelexProcess.run(["parse", "-"] + options, input: feed)
        let document = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
        let items = try #require(document?["items"] as? [[String: Any]])
        #expect(items.map { $0["summary_html"] as? String } == ["<p>Alles</p>", "Kort", nil])
        #expect(items.map { $0["content_html"] as? String } == ["<p>Alles</p>", "<p>Alles</p>", nil])
    }

    @Test func parsePrintsALineForEachOfSeveralDocuments() async throws {
        let folder = try TemporaryFolder()
        let good = try folder.write(feed, to: "goed.xml")
        let bad = try folder.write("<html><title>Onderhoud</title></html>", to: "fout.xml")
        let result = try await TelexProcess.run(["parse", good, bad])
        #expect(result.status == 1)
        let lines = try result.output.split(separator: "\n").map {
            try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
        }
        #expect(lines.map { $0["file"] as? String } == [good, bad])
        #expect(lines[0]["error"] == nil)
        #expect((lines[1]["error"] as? String)?.contains("Onderhoud") == true)
    }

    @Test func whatIsNoFeedIsStatus65AndSaysWhatItIs() async throws {
        for input in ["", "<html><body>Inloggen</body></html>", "gewone tekst", "{\"a\": 1}", "<svg/>"] {
            let result = try await TelexProcess.run(["parse", "-"], input: input)
            #expect(result.status == 65, "\(input)")
            #expect(result.errors.hasPrefix("telex: -: "))
            #expect(result.errors.split(separator: "\n").count == 1)
        }
    }

    @Test func missingFilesAreStatus66() async throws {
        #expect(try await TelexProcess.run(["parse", "/nergens/feed.xml"]).status == 66)
        #expect(try await TelexProcess.run(["check", "--config", "/nergens/telex.yaml"]).status == 66)
    }

    // MARK: - check

    @Test func checkSaysWhatAConfigurationMeans() async throws {
        let folder = try TemporaryFolder()
        let path = try folder.write(
            "sources:\n  - url: https://feeds.example.nl/x.rss\n    id: proef\n",
            to: "telex.yaml"
        )
        let result = try await TelexProcess.run(["check", "--config", path])
        #expect(result.status == 0)
        #expect(result.output.contains("proef"))
        #expect(result.output.contains("buitenland"))
    }

    @Test func checkNamesEveryMistakeWithItsPlace() async throws {
        let folder = try TemporaryFolder()
        let text = "polling:\n  intervall: 5m\n  timeout: often\nsources:\n  - title: zonder adres\n"
        let path = try folder.write(text, to: "telex.yaml")
        let result = try await TelexProcess.run(["check"], environment: ["TELEX_CONFIG": path])
        #expect(result.status == 78)
        let lines = result.errors.split(separator: "\n")
        #expect(lines.count == 3)
        #expect(lines[0].contains("\(path):2:3: ") && lines[0].contains("\"interval\""))
        #expect(lines[1].contains("\(path):3:12: "))
        #expect(lines[2].contains("\(path):5:5: ") && lines[2].contains("url"))
    }

    // MARK: - the daemon's friends

    @Test func statusWithoutADaemonIsStatus69() async throws {
        let result = try await TelexProcess.run(["status", "--url", "http://127.0.0.1:1"])
        #expect(result.status == 69)
        #expect(result.errors.split(separator: "\n").count == 1)
    }

    @Test func explainMakesNoDatabase() async throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("storage: { path: telex.db }\n", to: "telex.yaml")
        let result = try await TelexProcess.run(["explain", "Kop", "--config", path])
        #expect(result.status == 66)
        #expect(result.errors.hasPrefix("telex: \(folder.path)/telex.db: "))
        #expect(result.errors.contains("STATE_DIRECTORY"))
        #expect(!FileManager.default.fileExists(atPath: folder.path + "/telex.db"))
    }

    @Test(arguments: ["nergens.invalid:8080", "192.0.2.1:8080", "unix:/nergens/telex.sock"])
    func anAddressThatCannotBeHadIsStatus69(address: String) async throws {
        let folder = try TemporaryFolder()
        let text = "storage: { path: telex.db }\nserver: { listen: '\(address)', base_url: 'http://telex.example' }\n"
        let path = try folder.write(text, to: "telex.yaml")
        let result = try await TelexProcess.run(["serve", "--config", path, "--log-level", "error"])
        #expect(result.status == 69)
        #expect(result.errors.hasPrefix("telex: cannot listen on \(address): "))
        #expect(result.errors.split(separator: "\n").count == 1)
    }

    @Test func serveRefusesAForeignDatabase() async throws {
        let folder = try TemporaryFolder()
        _ = try folder.write("dit is geen database, maar wel een bestand van iemand", to: "telex.db")
        let path = try folder.write("storage: { path: telex.db }\nserver: { listen: 127.0.0.1:0 }\n", to: "telex.yaml")
        let result = try await TelexProcess.run(["serve", "--config", path])
        #expect(result.status == 65 || result.status == 78)
        #expect(
            try String(contentsOfFile: folder.path + "/telex.db", encoding: .utf8).hasPrefix("dit is geen database")
        )
    }

    @Test func exportWritesSourcesWithoutSecrets() async throws {
        let folder = try TemporaryFolder()
        _ = try folder.write("geheim-wachtwoord\n", to: "wachtwoord")
        let text = """
            sources:
              - url: https://feeds.example.nl/x.rss
                id: proef
                username: desk
                password_file: wachtwoord
            """
        let path = try folder.write(text, to: "telex.yaml")
        let result = try await TelexProcess.run(["export", "--config", path])
        #expect(result.status == 0)
        #expect(result.output.contains("https://feeds.example.nl/x.rss"))
        #expect(!result.output.contains("geheim"))
    }
}
