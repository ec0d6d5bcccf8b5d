// The README keeps its word: its configuration reads, its mistake is said in these words, its commands exist.

import Foundation
import TestSupport
import Testing

@Suite struct ReadmeTests {
    private let readme: String

    init() throws {
        readme = try String(contentsOfFile: Fixtures.folder + "/../README.md", encoding: .utf8)
    }

    private func blocks(_ language: String) -> [String] {
        readme.components(separatedBy: "```\(language)\n").dropFirst().compactMap {
            $0.components(separatedBy: "```").first
        }
    }

    @Test func itsConfigurationsRead() async throws {
        let blocks = blocks("yaml")
        #expect(!blocks.isEmpty)
        let folder = try TemporaryFolder()
        for block in blocks {
            let path = try folder.write(block, to: "telex.yaml")
            let result = try await TelexProcess.run(["check", "--config", path])
            #expect(result.status == 0, "\(result.errors)")
        }
    }

    @Test func itsMistakeIsSaidInTheseWords() async throws {
        let folder = try TemporaryFolder()
        let text = "sources:\n  - url: https://feeds.example.nl/x.rss\n    intervall: 5m\n"
        let path = try folder.write(text, to: "telex.yaml")
        let result = try await TelexProcess.run(["check", "--config", path])
        let line = result.errors.replacingOccurrences(of: "telex: \(folder.path)/", with: "")
            .trimmingCharacters(in: .newlines)
        #expect(readme.contains("    \(line)\n"), "\(line)")
    }

    @Test func itsCommandsExist() async throws {
        let help = try await TelexProcess.run(["--help"]).output
        let named = readme.components(separatedBy: "`telex ").dropFirst().compactMap {
            $0.split(whereSeparator: { !$0.isLetter }).first.map(String.init)
        }
        #expect(named.count >= 5)
        for command in Set(named) { #expect(help.contains("  \(command)"), "\(command)") }
        let makefile = try String(contentsOfFile: Fixtures.folder + "/../Makefile", encoding: .utf8)
        for target in ["demo", "test", "install", "lint", "format", "bench", "fuzz"] {
            #expect(readme.contains("make \(target)") && makefile.contains("\n\(target):"), "\(target)")
        }
    }
}
