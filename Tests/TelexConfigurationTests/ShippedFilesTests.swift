// The example config and the reference: they read without mistakes and name every key there is.

import FeedModel
import FoundationEssentials
import TestSupport
import Testing

@testable import TelexConfiguration

struct ShippedFilesTests {
    private static let root = Fixtures.folder + "/.."

    private static func text(_ path: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(filePath: "\(root)/\(path)")), as: UTF8.self)
    }

    /// Reads with every secret there.
    private static func read(_ text: String) -> ConfigurationResult {
        ConfigurationReader.read(text: text, file: "telex.yaml", environment: [:]) { _ in .success("geheim") }
    }

    /// The file with every commented key in force: `#key` and `#  key` are keys, `# Words` is a comment.
    private static func uncommented(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            let indent = line.prefix { $0 == " " }
            let rest = line.dropFirst(indent.count)
            guard rest.first == "#" else { return String(line) }
            let content = rest.dropFirst()
            let isKey = content.first != " " && !content.isEmpty || content.starts(with: "  ")
            return isKey ? String(indent) + String(content) : String(line)
        }.joined(separator: "\n")
    }

    @Test func theExampleReadsWithoutMistakeOrWarning() throws {
        let result = Self.read(try Self.text("config/telex.yaml"))
        #expect(result.lines == [])
        #expect(try #require(result.configuration).sources.count >= 8)
        #expect(
            result.configuration?.sources.allSatisfy { $0.credentials == nil && $0.url.hasPrefix("https:") } == true
        )
    }

    @Test func theExampleShowsTheDefaults() throws {
        let shown = try #require(Self.read(try Self.text("config/telex.yaml")).configuration)
        var expected = Configuration()
        expected.sources = shown.sources
        #expect(shown == expected)
    }

    @Test func theExampleWithEverythingInForceReadsWithoutMistake() throws {
        let text = Self.uncommented(try Self.text("config/telex.yaml"))
        let result = Self.read(text)
        #expect(result.lines == [])
        let configuration = try #require(result.configuration)
        #expect(configuration.feeds.count == 2)
        #expect(configuration.sources.filter { $0.credentials != nil }.count == 2)
        #expect(!configuration.polling.contact.isEmpty)
        for path in ConfigurationKeys.paths {
            let key = try #require(path.split(separator: ".").last)
            #expect(text.contains(" \(key): "), "config/telex.yaml does not show \(path)")
        }
    }

    @Test(arguments: ConfigurationKeys.paths)
    func theReferenceHasARowForEveryKey(path: String) throws {
        let parts = path.split(separator: ".")
        let sections = try Self.text("docs/configuration.md").split(separator: "\n## ")
        let section = try #require(sections.first { $0.hasPrefix("\(parts[0])\n") })
        #expect(section.contains("\n| `\(parts[1])` |"))
    }

    @Test func theReferenceHasNoRowForAnythingElse() throws {
        let rows = try Self.text("docs/configuration.md").split(separator: "\n").filter { $0.hasPrefix("| `") }
        #expect(rows.count == ConfigurationKeys.paths.count)
    }

    @Test func everyBlockOfTheReferenceReadsWithoutMistake() throws {
        let blocks = try Self.text("docs/configuration.md").split(separator: "```yaml\n").dropFirst()
            .map { $0.prefix(upTo: $0.firstRange(of: "```")?.lowerBound ?? $0.endIndex) }
        #expect(blocks.count >= 8)
        for block in blocks {
            #expect(Self.read(String(block)).mistakes.map(\.description) == [], "\(block)")
        }
    }
}
