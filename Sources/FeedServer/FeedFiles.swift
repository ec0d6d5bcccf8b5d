// The merged feeds as files: the same bytes that the server answers with, for those who serve files.

import FeedModel
import FeedPublishing
package import FeedStorage
package import FoundationEssentials

/// A file to be written, named as it is served.
package struct FeedFile: Sendable, Equatable {
    package let name: String
    package let bytes: [UInt8]
}

/// Renders merged feeds in every format.
package struct FeedFiles: Sendable {
    private let renderer: FeedRenderer

    package init(store: FeedStore, site: Site) {
        renderer = FeedRenderer(store: store, site: site)
    }

    /// `ID.atom`, `ID.rss`, `ID.json` and `ID.html` of each feed, and what the pages need. Throws `StoreError`.
    package func render(now: Date) async throws -> [FeedFile] {
        var files: [FeedFile] = []
        for feed in renderer.site.feeds { files += try await documents(of: feed, now: now) }
        return files + Self.assets
    }

    /// The same for each folder that a feed names as its `output`. Throws `StoreError`.
    package func renderOutputs(now: Date) async throws -> [(folder: String, files: [FeedFile])] {
        var outputs: [(folder: String, files: [FeedFile])] = []
        for feed in renderer.site.feeds where !feed.output.isEmpty {
            outputs.append((feed.output, try await documents(of: feed, now: now) + Self.assets))
        }
        return outputs
    }

    private func documents(of feed: MergedFeed, now: Date) async throws -> [FeedFile] {
        var files: [FeedFile] = []
        for format in FeedFileFormat.allCases {
            let snapshot = try await renderer.document(of: feed, format: format, page: 1, now: now)
            files += file("\(feed.id).\(format.rawValue)", snapshot)
        }
        return files + file("\(feed.id).html", try await renderer.page(of: feed, now: now))
    }

    private func file(_ name: String, _ snapshot: Snapshot?) -> [FeedFile] {
        guard let bytes = snapshot?.document.forms[.identity] else { return [] }
        return [FeedFile(name: name, bytes: bytes)]
    }

    private static var assets: [FeedFile] {
        PageAssets.all.map { FeedFile(name: String($0.path.dropFirst()), bytes: $0.bytes) }
    }
}
