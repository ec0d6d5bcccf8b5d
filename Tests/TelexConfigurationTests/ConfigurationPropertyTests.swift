// Whatever the bytes are, reading ends with a configuration or with mistakes, never both and never neither.

import FeedModel
import FoundationEssentials
import TestSupport
import Testing

@testable import TelexConfiguration

struct ConfigurationPropertyTests {
    private static func example() throws -> [UInt8] {
        [UInt8](try Data(contentsOf: URL(filePath: Fixtures.folder + "/../config/telex.yaml")))
    }

    private func check(_ bytes: [UInt8], _ comment: Comment) {
        let result = Reading.read(bytes: bytes)
        #expect((result.configuration == nil) != result.mistakes.isEmpty, comment)
        for mistake in result.mistakes {
            #expect(mistake.line >= 1 && mistake.column >= 1 && !mistake.description.contains("\n"), comment)
        }
    }

    @Test(arguments: 0..<8)
    func mutatedBytesGiveAResult(seed: UInt64) throws {
        let example = try Self.example()
        var generator = SeededGenerator(seed: seed)
        let interesting = Array("&*!|>'\"%@`#{}[],:?-\t\n \r~<\\".utf8) + [0, 0x80, 0xC3, 0xFF]
        for round in 0..<40 {
            var bytes = example
            for _ in 0..<Int.random(in: 1...8, using: &generator) where !bytes.isEmpty {
                let index = Int.random(in: 0..<bytes.count, using: &generator)
                switch Int.random(in: 0..<4, using: &generator) {
                case 0: bytes[index] = UInt8.random(in: 0...255, using: &generator)
                case 1: bytes[index] = interesting.randomElement(using: &generator) ?? 0
                case 2: bytes.insert(interesting.randomElement(using: &generator) ?? 0, at: index)
                default:
                    bytes.removeSubrange(index..<min(bytes.count, index + Int.random(in: 1...40, using: &generator)))
                }
            }
            check(bytes, "seed \(seed), round \(round)")
        }
    }

    @Test func truncatedFilesGiveAResult() throws {
        let example = try Self.example()
        for length in stride(from: 0, through: example.count, by: 17) {
            check(Array(example[..<length]), "length \(length)")
        }
    }

    @Test(arguments: 0..<4)
    func shuffledLinesGiveAResult(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let lines = try Self.example().split(separator: UInt8(ascii: "\n"))
        for _ in 0..<20 {
            let some = lines.shuffled(using: &generator).prefix(Int.random(in: 1...40, using: &generator))
            check(Array(some.joined(separator: [UInt8(ascii: "\n")])), "seed \(seed)")
        }
    }

    @Test(arguments: ["[", "{", "- ", "? ", "[{a: ", "a: [", "&a [", "!t [", "\"", "'", "*a ", "? - "])
    func deepNestingIsRefused(opening: String) {
        let result = Reading.read(String(repeating: opening, count: 20_000))
        #expect(!result.mistakes.isEmpty)
    }

    @Test func levelsBeyondNeedAreRefusedAtTheirPlace() {
        let result = Reading.read("server: " + String(repeating: "[", count: 900) + String(repeating: "]", count: 900))
        #expect(result.mistakes.contains { $0.column == 24 && $0.message.contains("levels") })
    }

    @Test func aHugeFileIsRefusedByItsLength() {
        let result = Reading.read(String(repeating: "# comment\n", count: 200_000))
        #expect(result.lines == ["telex.yaml:1:1: expected at most 1048576 characters, found 2000000"])
    }

    @Test func anAliasBombIsReadAsText() {
        var text = "a0: &a0 [x]\n"
        for level in 1...60 {
            let alias = "*a\(level - 1)"
            text += "a\(level): &a\(level) [\(alias), \(alias), \(alias), \(alias)]\n? \(alias)\n: 1\n"
        }
        let result = Reading.read(text)
        #expect(result.mistakes.count { $0.message.contains("alias") } == 300)
    }

    @Test func aThousandSourcesOfOneHostGetIDsOfTheirOwn() throws {
        let text = "sources:\n" + (0..<1000).map { "  - https://a.example/\($0)\n" }.joined()
        let sources = try #require(Reading.read(text).configuration).sources
        #expect(Set(sources.map(\.id)).count == 1000)
        #expect(sources.last?.id == "a-example-1000")
    }

    @Test func listsAreBounded() {
        let sources = "sources:\n" + String(repeating: "  - https://a.example/\n", count: 10_001)
        #expect(Reading.read(sources).lines == ["telex.yaml:2:3: sources: expected at most 10000 sources, found 10001"])
        let feeds = "feeds:\n" + String(repeating: "  - id: a\n", count: 101)
        #expect(Reading.read(feeds).lines == ["telex.yaml:2:3: feeds: expected at most 100 feeds, found 101"])
        let words = "sources: [{ url: 'https://a.example/', include: [" + String(repeating: "a,", count: 501) + "] }]"
        #expect(Reading.read(words).mistakes.map(\.message) == ["expected at most 500 entries, found 501"])
    }

    @Test func moreDuplicatesThanAnybodyMakesStillEnd() {
        let text = "polling:\n" + String(repeating: "  interval: 5m\n", count: 500)
        #expect(Reading.read(text).mistakes.contains { $0.message.contains("once") })
    }
}
