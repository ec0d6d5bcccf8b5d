// What the integration tests share: a store, a fetcher, a clock moved by hand, feeds to serve, and a book of polls.

import FeedFetching
import FeedModel
import FeedStorage
import FoundationEssentials
import Logging
import Synchronization
import TestSupport

@testable import Aggregator

/// Everything around a poller, with time standing still.
struct Newsroom {
    /// Thursday 15 January 2026, 10:00 UTC.
    static let start = Date(timeIntervalSince1970: 1_768_471_200)

    let clock = ManualClock(start: Newsroom.start)
    let store: FeedStore
    let fetcher = FeedFetcher()
    let book = PollBook()
    let lines = LogLines()
    var configuration = Configuration()

    init(_ sources: [Source] = []) throws {
        store = try FeedStore.inMemory()
        configuration.sources = sources
        configuration.polling.timeout = .seconds(30)
        configuration.polling.connectTimeout = .seconds(5)
    }

    var surroundings: PollSurroundings {
        PollSurroundings(now: { [clock] in clock.date }, jitter: { 0 }, userAgent: { "Telex/test (\($0))" })
    }

    func poller() -> Poller {
        Poller(
            configuration: configuration,
            store: store,
            fetcher: fetcher,
            surroundings: surroundings,
            clock: PollerClock(clock),
            logger: lines.logger,
            observe: { [book] in book.add($0) }
        )
    }

    func round(owner: String = "poll") -> PollRound {
        PollRound(
            configuration: configuration,
            store: store,
            fetcher: fetcher,
            surroundings: surroundings,
            owner: owner,
            logger: lines.logger
        )
    }

    /// Runs a poller from its start to its end around `body`. First polls are due one second after the start.
    @discardableResult
    func running<Value: Sendable>(_ body: (Poller) async throws -> Value) async throws -> Value {
        let poller = poller()
        let run = Task { try await poller.run() }
        defer { run.cancel() }
        await clock.untilSomebodySleeps()
        clock.advance(by: .seconds(1))
        let value: Value
        do {
            value = try await body(poller)
        } catch {
            run.cancel()
            _ = await run.result
            throw error
        }
        run.cancel()
        try await run.value
        return value
    }

    /// The stored state of a source.
    func state(_ id: SourceID) async throws -> PollState? {
        try await store.sourceStatuses(now: clock.date).first { $0.state.sourceID == id }?.state
    }

    func stories(in feed: String = "buitenland") async throws -> [Story] {
        try await store.stories(in: feed, limit: 100, before: nil, publishedAfter: nil)
    }
}

/// A source at an address, polled every five minutes.
func source(_ id: SourceID, _ url: String, interval: Duration = .seconds(300)) -> Source {
    Source(id: id, url: url, interval: interval)
}

/// An item of an RSS document.
struct Item {
    var id: String
    var title: String
    var text: String
    /// Before the start of the newsroom's clock.
    var minutesAgo = 30
}

/// An RSS 2.0 document.
func rss(_ items: [Item], ttl: Int? = nil) -> String {
    let entries = items.map { item in
        """
        <item><guid>\(item.id)</guid><title>\(item.title)</title><description>\(item.text)</description>\
        <pubDate>\(HTTPDate.format(Newsroom.start - Double(item.minutesAgo * 60)))</pubDate></item>
        """
    }
    let hint = ttl.map { "<ttl>\($0)</ttl>" } ?? ""
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <rss version="2.0"><channel><title>Proef</title>\(hint)\(entries.joined())</channel></rss>
        """
}

/// A document with an entity tag over HTTP.
func file(_ text: String, etag: String = "\"1\"") -> ConditionalFile {
    ConditionalFile([UInt8](text.utf8), etag: etag, lastModified: "Thu, 15 Jan 2026 09:00:00 GMT")
}

/// The polls that have ended, and a way to wait for more.
final class PollBook: Sendable {
    private struct Waiter {
        var sourceID: SourceID?
        var count: Int
        var continuation: CheckedContinuation<Void, Never>
    }

    private struct State {
        var summaries: [PollSummary] = []
        var waiters: [Int: Waiter] = [:]
        var nextID = 0

        func count(of id: SourceID?) -> Int { summaries.count { id == nil || $0.sourceID == id } }
    }

    private let state = Mutex(State())

    var summaries: [PollSummary] { state.withLock { $0.summaries } }

    func add(_ summary: PollSummary) {
        let ready = state.withLock { state in
            state.summaries.append(summary)
            let ready = state.waiters.filter { state.count(of: $0.value.sourceID) >= $0.value.count }
            for id in ready.keys { state.waiters[id] = nil }
            return ready.values.map(\.continuation)
        }
        for continuation in ready { continuation.resume() }
    }

    func polls(of id: SourceID) -> [PollSummary] { summaries.filter { $0.sourceID == id } }

    /// Returns once so many polls (of that source, when given) have ended, or the test's time is up.
    func ended(_ count: Int, of sourceID: SourceID? = nil) async {
        let id = state.withLock { state in
            state.nextID += 1
            return state.nextID
        }
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let isDone = state.withLock { state in
                    if state.count(of: sourceID) >= count || Task.isCancelled { return true }
                    state.waiters[id] = Waiter(sourceID: sourceID, count: count, continuation: continuation)
                    return false
                }
                if isDone { continuation.resume() }
            }
        } onCancel: {
            state.withLock { $0.waiters.removeValue(forKey: id) }?.continuation.resume()
        }
    }
}

/// What was logged, level by level.
final class LogLines: Sendable {
    struct Line: Sendable {
        var level: Logger.Level
        var message: String
        var metadata: [String: String]
    }

    private let kept = Mutex<[Line]>([])

    var all: [Line] { kept.withLock { $0 } }

    /// Info and above.
    var shown: [Line] { all.filter { $0.level >= .info } }

    var logger: Logger {
        Logger(label: "test") { _ in Handler(lines: self) }
    }

    private struct Handler: LogHandler {
        let lines: LogLines
        var logLevel = Logger.Level.trace
        var metadata: Logger.Metadata = [:]

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            let pairs = (event.metadata ?? [:]).mapValues(\.description)
            let line = Line(level: event.level, message: event.message.description, metadata: pairs)
            lines.kept.withLock { $0.append(line) }
        }
    }
}
