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
    private let port: Int
    private let limit: Duration?
    private let logger: Logger

    /// Reads the news in `folder`. Throws a `Failure`.
    init(folder: String, port: Int, limit: Duration?, logger: Logger) throws {
        let scenario = try DemoScenario.load(from: folder)
        let started = Surroundings.now()
        self.scenario = scenario
        agencies = try SimulatedAgency.styles.map {
            try SimulatedAgency($0, scenario: scenario, folder: folder, started: started)
        }
        self.port = port
        self.limit = limit
        self.logger = logger
    }

    /// Runs until stopped, or for as long as was asked; returns the summary.
    func run() async throws -> [String] {
        let store = try await StoreFile.guarded { try FeedStore.inMemory() }
        let tally = Mutex(PollTotals())
        try await withThrowingTaskGroup(of: Void.self) { group in
            let sites = try await openSites(in: &group)
            let configuration = configuration(of: sites)
            let daemon = Daemon(
                configuration: configuration,
                store: store,
                environment: [:],
                logger: logger,
                observe: { summary in tally.withLock { $0.add(summary) } },
                onReady: { greet($0, sites: sites) }
            )
            group.addTask { try await run(daemon) }
            if let limit {
                group.addTask { try await Task.sleep(for: limit) }
            }
            // Whichever is first ends the other: the daemon by a signal, or the time that was asked for.
            while let result = await group.nextResult() {
                if case .failure(let error) = result, !(error is CancellationError) {
                    group.cancelAll()
                    throw error
                }
                group.cancelAll()
            }
        }
        let totals = try await StoreFile.guarded { try await store.totals() }
        return summary(of: tally.withLock { $0 }, stored: totals)
    }

    // MARK: - Parts

    /// A simulated agency's site and where it answers.
    private struct OpenSite {
        let agency: SimulatedAgency
        let base: String
    }

    /// Opens a site for each agency on a free port and waits until it answers.
    private func openSites(in group: inout ThrowingTaskGroup<Void, any Error>) async throws -> [OpenSite] {
        var sites: [OpenSite] = []
        for agency in agencies {
            let (addresses, continuation) = AsyncStream.makeStream(of: ListenAddress.self)
            let renditions = SiteRenditions(agency: agency)
            let site = DocumentSite(
                address: .tcp(host: "127.0.0.1", port: 0),
                logger: logger,
                onListening: {
                    continuation.yield($0)
                    continuation.finish()
                },
                document: { renditions.document(at: $0, now: Surroundings.now()) }
            )
            group.addTask { try await site.run() }
            for await address in addresses {
                renditions.base = "http://\(address)"
                sites.append(OpenSite(agency: agency, base: renditions.base))
            }
        }
        return sites
    }

    private func configuration(of sites: [OpenSite]) -> Configuration {
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

    private func run(_ daemon: Daemon) async throws {
        do {
            try await daemon.run { nil }
        } catch let error as ListenError {
            throw Failure(.unavailable, "\(error); --port 0 takes any free port")
        }
    }

    // MARK: - Words

    private func greet(_ addresses: [ListenAddress], sites: [OpenSite]) {
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

    private let agency: SimulatedAgency
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
