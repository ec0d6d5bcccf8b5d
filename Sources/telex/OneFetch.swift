// A single request for the commands that ask something once.

import FeedFetching
import FeedModel
import FoundationEssentials

/// Fetches one address with a fetcher of its own.
enum OneFetch {
    /// What `url` answers. Throws a `Failure` with status 69 when it gives no document.
    static func documents(at url: String, settings: PollingSettings = PollingSettings()) async throws
        -> [FetchedDocument]
    {
        let fetcher = FeedFetcher()
        defer { fetcher.shutdown() }
        let source = Source(id: "once", url: url, interval: .seconds(1))
        let request = FetchRequest(
            source: source,
            state: PollState(sourceID: source.id),
            settings: settings,
            userAgent: Surroundings.userAgent(contact: settings.contact)
        )
        switch await fetcher.fetch(request, now: Surroundings.now()).outcome {
        case .documents(let documents, _, _, _): return documents
        case .notModified: return []
        case .rateLimited(_, let message), .gone(let message): throw Failure(.unavailable, "\(url): \(message)")
        case .failed(let failure): throw Failure(.unavailable, "\(url): \(failure.message)")
        }
    }
}
