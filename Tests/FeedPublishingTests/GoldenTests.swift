// Whole documents, byte for byte, as reviewed. With UPDATE_FIXTURES set in the environment the files are written
// instead, for a person to review the difference.

import FeedModel
import FoundationEssentials
import TestSupport
import Testing

@testable import FeedPublishing

struct GoldenTests {
    static let pages: [String: FeedPage] = [
        "ordinary": Samples.page(Samples.ordinary, number: 2, hasOlder: true),
        "hostile": Samples.page(Samples.hostile),
        "empty": Samples.page([]),
    ]

    @Test(arguments: ["ordinary", "hostile", "empty"], ["atom", "rss", "json", "html"])
    func pageIsPublishedAsReviewed(name: String, format: String) throws {
        let page = try #require(Self.pages[name])
        let bytes =
            switch format {
            case "atom": AtomFeed.render(page)
            case "rss": RSSFeed.render(page)
            case "json": JSONFeed.render(page)
            default: StoryPage.render(page, now: Samples.now)
            }
        try expect(bytes, matches: "\(name).\(format)")
    }

    @Test func statusIsPublishedAsReviewed() throws {
        try expect(StatusPage.render(Samples.status), matches: "status.html")
        try expect(Samples.status.json(), matches: "status.json")
    }

    @Test func listsArePublishedAsReviewed() throws {
        let index = IndexPage.render([.buitenland, Samples.englishFeed], baseURL: "https://nieuws.example.nl")
        try expect(index, matches: "index.html")
        try expect(OPML.render(sources: Samples.configured, title: "Bronnen & meer"), matches: "sources.opml")
    }

    /// The hash in an asset's address changes with every touch of the style sheet; the documents' content does not.
    private func expect(_ bytes: [UInt8], matches file: String) throws {
        var text = String(decoding: bytes, as: UTF8.self)
        for asset in PageAssets.all {
            let ending = asset.path.split(separator: ".").last ?? ""
            text = text.replacing(asset.reference, with: "assets/telex-HASH.\(ending)")
        }
        let path = "publishing/\(file)"
        if ProcessInfo.processInfo.environment["UPDATE_FIXTURES"] != nil {
            try Data(text.utf8).write(to: URL(filePath: "\(Fixtures.folder)/\(path)"))
        }
        #expect(try text == Fixtures.text(path), "\(file) differs from what was reviewed")
    }
}
