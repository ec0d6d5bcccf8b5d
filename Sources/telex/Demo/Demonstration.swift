// The demonstration: simulated agencies as web sites on loopback, and the real daemon polling them.

import Aggregator
import FeedModel
import FeedServer
import FeedStorage
import FoundationEssentials
import Logging
import ServiceLifecycle
import Synchronization

/// A run of the whole product on invented news.
struct Demonstration {
    private let scenario: DemoScenario
    private let agencies: [SimulatedAgency]
    private let ports: [Int]
    private let limit: Duration?
    private let logger: Logger

    /// Reads the news in `folder`; serves on the first of `ports` that is free. Throws a `Failure`.
    init(folder: String, ports: [Int], limit: Duration?, logger: Logger) throws {
        let scenario = try DemoScenario.load(from: folder)
        let started = Surroundings.now()
        self.scenario = scenario
        agencies = try SimulatedAgency.styles.map {
            try SimulatedAgency($0, scenario: scenario, folder: folder, started: started)
        }
        self.ports = ports
        self.limit = limit
        self.logger = logger
    }

    /// Runs until stopped, or for as long as was asked; returns the summary.
    func run() async throws -> [String] {
        let store = try await StoreFile.guarded { try FeedStore.inMemory() }
        let tally = Mutex(PollTotals())
        let renditions = agencies.map { SiteRenditions(agency: $0) }
        let (addresses, listening) = AsyncStream.makeStream(of: Void.self)
        let sites = ServiceGroup(
            services: renditions.map { site(of: $0) { listening.yield() } },
            logger: Daemon.quiet(logger)
        )
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await sites.run() }
            for await _ in addresses where renditions.allSatisfy({ !$0.base.isEmpty }) { break }
            try await serve(renditions, store: store) { summary in tally.withLock { $0.add(summary) } }
            await sites.triggerGracefulShutdown()
            try await group.waitForAll()
        }
        let totals = try await StoreFile.guarded { try await store.totals() }
        return summary(of: tally.withLock { $0 }, stored: totals)
    }

    /// The daemon on the first of the ports that is free.
    private func serve(
        _ sites: [SiteRenditions],
        store: FeedStore,
        observe: @escaping @Sendable (PollSummary) -> Void
    ) async throws {
        for (index, port) in ports.enumerated() {
            let daemon = Daemon(
                configuration: configuration(of: sites, port: port),
                store: store,
                environment: [:],
                logger: logger,
                observe: observe,
                onReady: { greet($0, sites: sites) }
            )
            do {
                return try await daemon.run(for: limit)
            } catch let error as ListenError where index == ports.count - 1 {
                throw Failure(.unavailable, "\(error); or choose one with --port")
            } catch is ListenError {
                continue
            }
        }
    }

    // MARK: - Parts

    /// An agency's web site on a free port of its own.
    private func site(
        of renditions: SiteRenditions,
        onListening: @escaping @Sendable () -> Void
    ) -> DocumentSite {
        DocumentSite(
            address: .tcp(host: "127.0.0.1", port: 0),
            logger: logger,
            onListening: { address in
                renditions.base = "http://\(address)"
                onListening()
            },
            document: { renditions.document(at: $0, now: Surroundings.now()) }
        )
    }

    private func configuration(of sites: [SiteRenditions], port: Int) -> Configuration {
        var configuration = Configuration()
        configuration.server.listen = [.tcp(host: "127.0.0.1", port: port)]
        configuration.server.baseURL = "http://localhost:\(port)"
        configuration.polling.contact = "https://telex.example/"
        configuration.sources = sites.map { site in
            let code = site.agency.style.code
            let url = site.base + site.agency.style.path
            var source = Source(id: SourceID(rawValue: code.lowercased()), url: url, interval: .seconds(2))
            source.title = "\(code) (gesimuleerd)"
            source.agency = AgencyCode(rawValue: code)
            source.scope = .foreign
            source.priority = code == "ANP" ? 10 : 0
            return source
        }
        return configuration
    }

    // MARK: - Words

    private func greet(_ addresses: [ListenAddress], sites: [SiteRenditions]) {
        guard let address = addresses.first else { return }
        Console.print("Three simulated agencies publish invented news; every source is polled every 2 seconds.")
        for site in sites { Console.print("  \(site.agency.style.code)  \(site.base)\(site.agency.style.path)") }
        Console.print("")
        Console.print("Watch it arrive    http://\(address)/buitenland")
        Console.print("Subscribe          http://\(address)/buitenland.atom (.rss, .json)")
        Console.print("See the sources    http://\(address)/status")
        Console.print("")
        let end = limit.map { "It stops by itself after \($0.spelled)." } ?? "Stop it with Ctrl-C."
        Console.print("The last report comes after \(Int(scenario.length)) seconds. \(end)")
    }

    private func summary(of totals: PollTotals, stored: StoreTotals) -> [String] {
        [
            "",
            "polls       \(totals.polls) (\(totals.documents) documents, \(totals.notModified) not modified, "
                + "\(totals.failures) failed)",
            "items       \(stored.items)",
            "stories     \(stored.stories)",
            "duplicates  \(stored.duplicates)",
        ]
    }
}

/// One agency's feed, rendered when it has published something and kept until it does again.
private final class SiteRenditions: Sendable {
    private struct State {
        var base = ""
        var document: RenderedDocument?
        var count = -1
    }

    let agency: SimulatedAgency
    private let state = Mutex(State())

    init(agency: SimulatedAgency) {
        self.agency = agency
    }

    var base: String {
        get { state.withLock { $0.base } }
        set { state.withLock { $0.base = newValue } }
    }

    func document(at path: String, now: Date) -> RenderedDocument? {
        guard path == agency.style.path else { return nil }
        let count = agency.publishedCount(at: now)
        return state.withLock { state in
            if state.count != count || state.document == nil {
                state.count = count
                state.document = RenderedDocument(
                    agency.document(at: now, base: state.base),
                    contentType: agency.style.contentType,
                    lastModified: nil,
                    cacheControl: "no-cache"
                )
            }
            return state.document
        }
    }
}
