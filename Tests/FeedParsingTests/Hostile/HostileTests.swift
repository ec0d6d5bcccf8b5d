// Documents made to do harm get a clear answer, and soon, and within bounds: each in a process of its own.

import FeedModel
import FeedParsing
import Testing

@Suite(.serialized) struct HostileTests {
    private static let documents =
        HostileDocument.xml + HostileDocument.encodings + HostileDocument.json + HostileDocument.html

    @Test func documentsAreManyAndTheirNamesDiffer() {
        #expect(Self.documents.count >= 120)
        #expect(Set(Self.documents.map(\.name)).count == Self.documents.count)
    }

    @Test(arguments: documents.map(\.name))
    func anAnswerWithinBounds(name: String) async throws {
        // The child reads its own document, and no other.
        guard HostileChild.documentName == nil else { return }
        let report = try await HostileChild.read(name)
        #expect(report.status == 0, "\(report.lines.suffix(8).joined(separator: "\n"))")
        #expect(report.lines.contains { $0.hasPrefix("hostile: ") }, "the child read nothing")
    }

    @Test(.enabled(if: HostileChild.documentName != nil))
    func theDocumentOfThisProcess() throws {
        let name = try #require(HostileChild.documentName)
        let document = try #require(Self.documents.first { $0.name == name })
        let input = document.reader == .html ? String(decoding: document.bytes, as: UTF8.self) : ""
        let before = HostileChild.peakMemory()
        let clock = ContinuousClock()
        let start = clock.now
        let (answer, size) = Self.read(document, input)
        let time = clock.now - start
        let growth = (HostileChild.peakMemory() - before) / 1024
        print(
            "hostile: \(name) | \(time.formatted) s | \(growth) of \(Self.mostGrowth(document, size)) MiB | \(answer.summary)"
        )
        if let fault = document.check(answer) { Issue.record("\(fault)") }
        #expect(growth <= Self.mostGrowth(document, size), "it took \(growth) MiB")
    }

    /// 64 MiB, and what the reader needs of the document at once; MiB.
    private static func mostGrowth(_ document: HostileDocument, _ size: Int) -> Int {
        switch document.reader {
        // Kept for a second pass up to that size; one entry that long is text, tokens and HTML at once.
        case .feed: 64 + 16 * min(size >> 20, 16)
        // The decoder's own tree comes to that.
        case .json: 64 + 16 * min(size >> 20, 32)
        // Tokens: two for each element, which may be three bytes.
        case .html: 64 + 16 * (size >> 20)
        }
    }

    private static func read(_ document: HostileDocument, _ input: String) -> (HostileAnswer, size: Int) {
        if document.reader == .html {
            return (.html(HTMLSanitizer.sanitize(input, base: "https://nieuws.example/")), input.utf8.count)
        }
        var parser = FeedParser(options: ParseOptions(baseURL: "https://nieuws.example/"))
        var size = 0
        document.stream { chunk in
            parser.push(chunk)
            size += chunk.count
        }
        do {
            return (.feed(try parser.finish()), size)
        } catch {
            return (.refused(error), size)
        }
    }
}

extension Duration {
    /// In seconds, to the hundredth.
    fileprivate var formatted: String {
        let hundredths = components.seconds * 100 + components.attoseconds / 10_000_000_000_000_000
        return "\(hundredths / 100).\(hundredths / 10 % 10)\(hundredths % 10)"
    }
}
