// What an event stream carries: every story of a change, and numbers by which nothing is missed on return.

import FeedModel
import FeedStorage
import FoundationEssentials
import Logging
import Testing

@testable import FeedServer

@Suite struct EventHubTests {
    private static let start = Date(timeIntervalSince1970: 1_769_248_920)

    private let store: FeedStore
    private let hub: EventHub
    private let feed: MergedFeed

    init() async throws {
        store = try FeedStore.inMemory()
        let source = Source(id: "anp", url: "https://feeds.example.nl/anp.rss", interval: .seconds(120))
        try await store.register([source], now: Self.start) { _ in Self.start }
        var configuration = Configuration()
        configuration.sources = [source]
        var feed = MergedFeed.buitenland
        feed.maxItems = 20
        configuration.feeds = [feed]
        self.feed = feed
        hub = EventHub(
            store: store,
            site: CurrentSite(Site(configuration: configuration)),
            now: { Self.start },
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        )
    }

    /// What a stream carries while the hub runs: its opening, then `count` stories.
    private func messages(after last: Int64?, stories count: Int, _ change: () async throws -> Void) async throws
        -> [String]
    {
        let run = Task { try await hub.run() }
        defer { run.cancel() }
        // The hub knows the newest change once it runs.
        while await hub.sent < (try await store.changeNumber()) { await Task.yield() }
        var stream = await hub.subscribe(to: feed, after: last).makeAsyncIterator()
        try await change()
        var received: [String] = []
        while received.count < count + 1, let message = await stream.next() { received.append(message) }
        return received
    }

    @Test func aChangeOfManyStoriesIsNumberedByItsLast() async throws {
        try await store.tell(Array(0..<3), at: Self.start)
        let received = try await messages(after: nil, stories: 4) {
            try await store.tell(Array(3..<7), at: Self.start)
        }
        #expect(received.first == "id: 1\nretry: 5000\n\n")
        // Cut off anywhere before the last, the reader returns with 1 and gets all four.
        #expect(received.dropFirst().map { $0.hasPrefix("id: 2\n") } == [false, false, false, true])
        #expect(received.dropFirst().allSatisfy { $0.contains("event: story\ndata: {\"id\":") })
    }

    @Test func moreChangesThanAPageShowsAreToldByTheNewest() async throws {
        for number in 0..<30 { try await store.tell([number], at: Self.start.addingTimeInterval(Double(number))) }
        let received = try await messages(after: 0, stories: 20) {}
        #expect(received.first == "id: 0\nretry: 5000\n\n")
        for (index, number) in (10..<30).enumerated() {
            #expect(received[index + 1].contains("Bericht nummer \(number) "))
        }
        #expect(received.last?.hasPrefix("id: 30\n") == true)
    }

    @Test func aNumberFromAnotherDatabaseHidesNothing() async throws {
        try await store.tell([0], at: Self.start)
        let received = try await messages(after: 5000, stories: 1) { try await store.tell([1], at: Self.start) }
        #expect(received.first == "id: 1\nretry: 5000\n\n")
        #expect(received.last?.hasPrefix("id: 2\n") == true)
    }
}
