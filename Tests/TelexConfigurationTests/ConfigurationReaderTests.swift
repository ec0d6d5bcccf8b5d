// What a good file means: defaults, every key, and the readings people get wrong.

import FeedModel
import Testing

@testable import TelexConfiguration

struct ConfigurationReaderTests {
    private let sources = "sources: [https://feeds.example.nl/a.rss]\n"

    private func configuration(_ text: String) throws -> Configuration {
        let result = Reading.read(text)
        #expect(result.mistakes.map(\.description) == [])
        return try #require(result.configuration)
    }

    @Test func anEmptyFileIsAllDefaults() throws {
        var expected = Configuration()
        expected.storage.path = "/var/lib/telex/telex.db"
        #expect(try configuration("") == expected)
        #expect(try configuration("# nothing\n---\n...\n") == expected)
        #expect(try configuration("\u{FEFF}%YAML 1.2\n---\nserver:\nfeeds: []\n") == expected)
    }

    @Test func everySettingIsRead() throws {
        let text = """
            server: { listen: ["[::]:80", "unix:/run/t.sock"], base_url: "https://a.example/nieuws//" }
            storage: { path: /data/t.db, retention: 30d }
            polling:
              interval: 90s
              max_interval: 1h30m
              timeout: "20s"
              connect_timeout: 3s
              max_body: 512KiB
              max_concurrent: "8"
              max_per_host: 8
              contact: desk@example.nl
              allow_private: true
            dedup: { window: 36h, match: headline }
            attribution: { home: NO }
            """
        var expected = Configuration()
        expected.server.listen = [.tcp(host: "::", port: 80), .unix(path: "/run/t.sock")]
        expected.server.baseURL = "https://a.example/nieuws"
        expected.storage.path = "/data/t.db"
        expected.storage.retention = .seconds(30 * 86_400)
        expected.polling.interval = .seconds(90)
        expected.polling.maxInterval = .seconds(5400)
        expected.polling.timeout = .seconds(20)
        expected.polling.connectTimeout = .seconds(3)
        expected.polling.maxBody = 524_288
        expected.polling.maxConcurrent = 8
        expected.polling.maxPerHost = 8
        expected.polling.contact = "desk@example.nl"
        expected.polling.allowPrivate = true
        expected.dedup.window = .seconds(36 * 3600)
        expected.dedup.match = .headline
        expected.attribution.home = "NO"
        #expect(try configuration(text) == expected)
    }

    @Test func everyKeyOfASourceIsRead() throws {
        let text = """
            sources:
              - url: https://feeds.example.nl/a.rss
                id: anp_1.x
                title: NO
                agency: Reuters
                interval: 2m
                priority: -10
                scope: domestic
                enabled: false
                headers: { Accept-Language: nl, X-Key: 0x1F }
                username: desk
                password_file: password
                proxy: socks5h://127.0.0.1:1080
                quiet_after: 2h
                include: Gaza
                exclude: [a, /b/]
                allow_private: true
                dedup: false
              - url: https://b.example/
                token_file: token
            """
        var first = Source(id: "anp_1.x", url: "https://feeds.example.nl/a.rss", interval: .seconds(120))
        first.title = "NO"
        first.agency = "RTR"
        first.priority = -10
        first.scope = .domestic
        first.isEnabled = false
        first.headers = [HTTPHeader(name: "Accept-Language", value: "nl"), HTTPHeader(name: "X-Key", value: "0x1F")]
        first.credentials = .basic(username: "desk", password: "geheim")
        first.proxy = "socks5h://127.0.0.1:1080"
        first.quietAfter = .seconds(7200)
        first.include = ["Gaza"]
        first.exclude = ["a", "/b/"]
        first.allowPrivate = true
        first.dedup = false
        var second = Source(id: "b-example", url: "https://b.example/", interval: .seconds(300))
        second.credentials = .bearer(token: "abc.DEF")
        #expect(try configuration(text).sources == [first, second])
    }

    @Test func everyKeyOfAFeedIsRead() throws {
        let text =
            sources + """
                feeds:
                  - { id: b, title: B, description: "", language: nl-BE, sources: ["f*"], scope: domestic, include: [x],
                      exclude: y, max_items: 7, max_age: 1d, hub: "https://hub.example/", output: uit }
                """
        let expected = MergedFeed(
            id: "b",
            title: "B",
            language: "nl-BE",
            sources: ["f*"],
            scope: .domestic,
            include: ["x"],
            exclude: ["y"],
            maxItems: 7,
            maxAge: .seconds(86_400),
            hub: "https://hub.example/",
            output: "/var/lib/telex/uit"
        )
        #expect(try configuration(text).feeds == [expected])
    }

    @Test func aFeedOfOnlyAnIDTakesItsTitleFromItAndBuitenlandStaysItself() throws {
        let feeds = try configuration(sources + "feeds: [{ id: x }, { id: buitenland, max_items: 9 }]").feeds
        var buitenland = MergedFeed.buitenland
        buitenland.maxItems = 9
        #expect(feeds == [MergedFeed(id: "x", title: "x"), buitenland])
    }

    @Test func sourcesTakeDefaultsFromPollingWhereverItStands() throws {
        let text = sources + "polling: { interval: 7m, allow_private: true }"
        let source = try #require(try configuration(text).sources.first)
        #expect(source.interval == .seconds(420))
        #expect(source.allowPrivate)
    }

    @Test func defaultsGiveWayToTheKeysTheyDependOn() throws {
        let polling = try configuration("polling: { interval: 12h, timeout: 4s, max_concurrent: 1 }").polling
        #expect(polling.maxInterval == .seconds(12 * 3600))
        #expect(polling.connectTimeout == .seconds(4))
        #expect(polling.maxPerHost == 1)
    }

    @Test(arguments: [
        ("https://feeds.example.nl/a.rss", "feeds-example-nl"),
        ("https://WWW.nu.nl:8443/rss", "nu-nl"),
        ("http://192.0.2.1/", "192-0-2-1"),
        ("http://[2001:db8::1]:80/", "2001-db8-1"),
        ("file:///var/spool/ANP/", "anp"),
        ("file:/var/spool/feed.xml", "feed"),
        ("file:///", "source"),
        ("https://日本.example/", "example"),
    ])
    func anIDIsMadeFromTheHostOrFolder(url: String, id: String) throws {
        let source = try #require(try configuration("sources: ['\(url)']").sources.first)
        #expect(source.id.rawValue == id)
        #expect(source.url == url)
    }

    @Test func madeIDsAreNumberedAroundWrittenOnes() throws {
        let text = """
            sources:
              - https://a.example/1
              - https://a.example/2
              - https://a.example/3
              - { url: https://a.example/4, id: a-example-2 }
            """
        let ids = try configuration(text).sources.map(\.id.rawValue)
        #expect(ids == ["a-example", "a-example-3", "a-example-4", "a-example-2"])
    }

    @Test func pathsAreAgainstSystemdsFoldersElseTheFiles() {
        func storage(_ file: String, _ environment: [String: String]) -> String? {
            ConfigurationReader.read(text: "", file: file, environment: environment, readSecret: Reading.secret)
                .configuration?.storage.path
        }
        #expect(storage("/etc/telex/telex.yaml", ["STATE_DIRECTORY": "/a:/b"]) == "/a/telex.db")
        #expect(storage("/etc/telex/telex.yaml", [:]) == "/etc/telex/telex.db")
        #expect(storage("config/telex.yaml", ["STATE_DIRECTORY": ""]) == "config/telex.db")
        #expect(storage("telex.yaml", [:]) == "telex.db")
        #expect(storage("/telex.yaml", [:]) == "/telex.db")
    }

    @Test func secretsAreReadBesideTheFileWithoutCredentialsFolder() {
        let text = "sources: [{ url: 'https://a.example/', token_file: t }]"
        let result = ConfigurationReader.read(text: text, file: "/etc/telex/telex.yaml", environment: [:]) { path in
            path == "/etc/telex/t" ? .success("x") : .failure(UnreadableSecret(reason: path))
        }
        #expect(result.configuration?.sources.first?.credentials == .bearer(token: "x"))
    }

    @Test func lineEndsAndMarksDoNotMoveMistakes() {
        let mistakes = [
            "polling:\r\n  timeout: 30s\r\n  interval: x\r\n", "\u{FEFF}polling:\n  timeout: 30s\n  interval: x\n",
            "polling:\r  timeout: 30s\r  interval: x", "polling:\u{2028}  timeout: 30s\u{85}  interval: x",
        ].map { Reading.read($0).mistakes.map { [$0.line, $0.column] } }
        #expect(mistakes == Array(repeating: [[3, 13]], count: 4))
    }

    @Test func columnsCountScalars() {
        let mistake = Reading.read("sources: [{ title: 'één 🌍 * ü', url: x }]").mistakes.first
        #expect(mistake?.column == 38)
    }

    @Test func starsOutsideAliasesAreText() throws {
        let text = """
            # *comment*
            sources:
              - { url: "https://a.example/*", title: a * b, include: ["*x*", '**'] }
              - url: https://b.example/
                title: |
                  *literal*

            """
        let sources = try configuration(text).sources
        #expect(sources.map(\.title) == ["a * b", "*literal*"])
        #expect(sources.map(\.url) == ["https://a.example/*", "https://b.example/"])
        #expect(sources.first?.include == ["*x*", "**"])
    }

    @Test func damagedUTF8IsAMistakeWithItsPlace() {
        let result = Reading.read(bytes: Array("polling:\n  é".utf8) + [0xFF] + Array(": x".utf8))
        #expect(result.lines == ["telex.yaml:2:4: expected UTF-8, found other bytes; save the file as UTF-8"])
    }
}
