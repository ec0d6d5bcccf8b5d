// Server-sent events: each change is read and rendered once, then handed to every open stream of its feed.

import FeedModel
import FeedPublishing
import FeedStorage
import FoundationEssentials
import Logging
import ServiceLifecycle

/// Fans stories out to the open event streams.
actor EventHub: Service {
    /// One message on the wire, ready to be written.
    typealias Message = String

    /// What a stream that cannot keep up may fall behind; then it is ended, and the reader resumes where it was.
    private static let backlog = 256
    /// The most stories sent at once: as many as a page shows, and well below the backlog.
    private static let burst = 128
    /// How many changes back a reader may resume; one that slept longer does better to load the page.
    private static let memory: Int64 = 1000

    private struct Stream {
        let feedID: String
        let continuation: AsyncStream<Message>.Continuation
    }

    private let store: FeedStore
    private let site: CurrentSite
    private let now: @Sendable () -> Date
    private let logger: Logger
    private var streams: [Int: Stream] = [:]
    private var nextStream = 0
    /// The change up to which stories have been handed out.
    private(set) var sent: Int64 = 0
    private var isFinished = false

    init(store: FeedStore, site: CurrentSite, now: @escaping @Sendable () -> Date, logger: Logger) {
        self.store = store
        self.site = site
        self.now = now
        self.logger = logger
    }

    /// Hands out changes as they are stored; ends every stream at shutdown.
    func run() async throws {
        let changes = store.changeStream()
        sent = try await store.changeNumber()
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await self.keepAlive() }
            for await number in changes.cancelOnGracefulShutdown() {
                await handOut(upTo: number)
            }
            group.cancelAll()
        }
        isFinished = true
        for stream in streams.values { stream.continuation.finish() }
        streams.removeAll()
    }

    /// A stream of the feed's stories: those changed after `lastEventID` first, then each new change.
    func subscribe(to feed: MergedFeed, after lastEventID: Int64?) async -> AsyncStream<Message> {
        let (stream, continuation) = AsyncStream.makeStream(
            of: Message.self,
            bufferingPolicy: .bufferingOldest(Self.backlog)
        )
        guard !isFinished else {
            continuation.finish()
            return stream
        }
        let number = nextStream
        nextStream += 1
        streams[number] = Stream(feedID: feed.id, continuation: continuation)
        continuation.onTermination = { _ in Task { await self.remove(number) } }
        // A number from before the database was made anew lies ahead of all that will come.
        let last = lastEventID.map { max(min($0, sent), sent - Self.memory) } ?? sent
        // The number goes out before any story, so that a reader that sleeps through the first can still resume.
        continuation.yield("id: \(last)\nretry: 5000\n\n")
        if last < sent {
            for message in await messages(of: feed, after: last) { continuation.yield(message) }
        }
        return stream
    }

    // MARK: - Sending

    /// A comment now and then keeps proxies from closing quiet streams; returns when cancelled.
    private func keepAlive() async {
        while (try? await Task.sleep(for: .seconds(20))) != nil {
            for number in streams.keys { send(": \n\n", to: number) }
        }
    }

    private func handOut(upTo number: Int64) async {
        let start = sent
        sent = max(sent, number)
        for feed in site.site.feeds where streams.values.contains(where: { $0.feedID == feed.id }) {
            let messages = await messages(of: feed, after: start)
            for (number, stream) in streams where stream.feedID == feed.id {
                for message in messages { send(message, to: number) }
            }
        }
    }

    private func messages(of feed: MergedFeed, after number: Int64) async -> [Message] {
        do {
            let limit = min(feed.maxItems, Self.burst)
            let changed = try await store.stories(in: feed.id, changedAfter: number, limit: limit)
            if changed.isEmpty { return [] }
            let page = try await FeedRenderer(store: store, site: site.site).page(for: feed, now: now())
            return changed.enumerated().map { index, change in
                // Several stories share a change. The number goes with the last of them: a stream that is cut off
                // before it resumes with all of them.
                let isLast = index + 1 == changed.count || changed[index + 1].changeNumber > change.changeNumber
                return message(for: change.story, number: isLast ? change.changeNumber : nil, page: page)
            }
        } catch {
            logger.error("events could not be read", metadata: ["feed.id": "\(feed.id)", "error": "\(error)"])
            return []
        }
    }

    private func message(for story: Story, number: Int64?, page: FeedPage) -> Message {
        let id = number.map { "id: \($0)\n" } ?? ""
        return "\(id)event: story\ndata: \(StoryFragment.eventData(story, in: page, now: now()))\n\n"
    }

    private func send(_ message: Message, to number: Int) {
        guard let stream = streams[number] else { return }
        if case .dropped = stream.continuation.yield(message) {
            stream.continuation.finish()
            streams[number] = nil
        }
    }

    private func remove(_ number: Int) {
        streams[number] = nil
    }
}
