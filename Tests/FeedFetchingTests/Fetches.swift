// What the tests of this room share: a fetcher, sources at an origin, and a fixed time.

import FeedFetching
import FeedModel
import Foundation
import TestSupport

/// A fetcher with the settings of a test.
struct Fetches {
    let fetcher: FeedFetcher
    var settings = PollingSettings()
    /// 24 January 2026, 10:00:00 UTC.
    static let now = Date(timeIntervalSince1970: 1_769_248_800)

    init(limits: FetchLimits = FetchLimits()) {
        _ = Self.environment
        fetcher = FeedFetcher(limits: limits)
    }

    /// A proxy that nobody configured, in the environment before any transfer of this process.
    private static let environment: Void = {
        setenv("http_proxy", "http://127.0.0.1:1", 1)
    }()

    /// One fetch of `url`; `change` sets up the rest.
    func fetch(_ url: String, _ change: (inout FetchRequest) -> Void = { _ in }) async -> FetchResult {
        await fetcher.fetch(request(url, change), now: Self.now)
    }

    func request(_ url: String, _ change: (inout FetchRequest) -> Void = { _ in }) -> FetchRequest {
        let source = Source(id: "anp", url: url, interval: .seconds(300))
        let state = PollState(sourceID: "anp")
        let agent = FetchRequest.userAgent(version: "1.0", contact: "https://nieuws.example.nl/over")
        var request = FetchRequest(source: source, state: state, settings: settings, userAgent: agent)
        change(&request)
        return request
    }
}

extension FetchOutcome {
    var failure: FetchFailure? {
        if case .failed(let failure) = self { failure } else { nil }
    }

    var documents: [FetchedDocument] {
        if case .documents(let documents, _, _, _) = self { documents } else { [] }
    }

    var text: String? { documents.first.map { String(decoding: $0.bytes, as: UTF8.self) } }

    var validators: HTTPValidators? {
        switch self {
        case .documents(_, let validators, _, _), .notModified(let validators): validators
        default: nil
        }
    }

    var movedTo: String? {
        if case .documents(_, _, let movedTo, _) = self { movedTo } else { nil }
    }

    var isNotModified: Bool {
        if case .notModified = self { true } else { false }
    }
}

/// A folder of its own that goes with the test.
final class TemporaryFolder {
    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "telex-fetch-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    func write(_ name: String, _ text: String, modified: Double? = nil) throws {
        try Data(text.utf8).write(to: URL(filePath: path + "/" + name))
        if let modified {
            let date = Date(timeIntervalSince1970: modified)
            try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: path + "/" + name)
        }
    }
}
