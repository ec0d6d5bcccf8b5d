// The daemon put together: store, fetcher, poller and server as services of one group, in order of dependency.

import Aggregator
import FeedFetching
import FeedModel
import FeedServer
import FeedStorage
import FoundationEssentials
import Glibc
import Logging
import ServiceLifecycle
import Synchronization
import UnixSignals

/// Everything `telex serve` runs. `telex demo` runs it too, on its own configuration.
struct Daemon: Sendable {
    /// All is over this long after SIGTERM, whatever hangs.
    private static let shutdownLimit: Duration = .seconds(4)

    let store: FeedStore
    let poller: Poller
    private let fetcher: FeedFetcher
    private let server: WebServer
    private let site: CurrentSite
    private let notifier: SystemdNotifier
    private let logger: Logger
    private let readiness: Readiness

    /// - Parameters:
    ///   - observe: hears of every poll; must return at once.
    ///   - onReady: called when every address answers.
    init(
        configuration: Configuration,
        store: FeedStore,
        environment: [String: String],
        logger: Logger,
        observe: @escaping @Sendable (PollSummary) -> Void = { _ in },
        onReady: @escaping @Sendable ([ListenAddress]) -> Void = { _ in }
    ) {
        let fetcher = FeedFetcher()
        let site = CurrentSite(Site(configuration: configuration))
        let notifier = SystemdNotifier(environment: environment, processID: getpid())
        let poller = Poller(
            configuration: configuration,
            store: store,
            fetcher: fetcher,
            surroundings: PollSurroundings(now: Surroundings.now, userAgent: Surroundings.userAgent(contact:)),
            logger: logger,
            observe: observe
        )
        let started = Surroundings.now()
        let readiness = Readiness(count: configuration.server.listen.count) { addresses in
            logger.notice(
                "serving",
                metadata: ["server.listen": "\(addresses.map(\.description).joined(separator: " "))"]
            )
            notifier.ready(status: "polling \(configuration.sources.count) sources")
            onReady(addresses)
        }
        self.store = store
        self.fetcher = fetcher
        self.site = site
        self.notifier = notifier
        self.poller = poller
        self.logger = logger
        self.readiness = readiness
        server = WebServer(
            addresses: configuration.server.listen,
            site: site,
            store: store,
            logger: logger,
            state: { DaemonState(poller.monitor, started: started) },
            now: Surroundings.now,
            onListening: { readiness.isListening($0) }
        )
    }

    /// What happens on SIGHUP.
    struct Reloading: Sendable {
        let hangups: UnixSignalsSequence
        /// The configuration to go on with; nil to keep the old one.
        let read: @Sendable () -> Configuration?
    }

    /// Runs until SIGTERM or SIGINT, until a part fails, or for `length`. Without `reloading` SIGHUP ends it too.
    func run(for length: Duration? = nil, reloading: Reloading? = nil) async throws {
        defer { fetcher.shutdown() }
        let stopping = StopWatch()
        var parts: [any Service] = [
            poller, server, OutputService(store: store, site: site, logger: logger),
            WatchdogService(
                notifier: notifier,
                progress: { poller.monitor.heartbeat },
                status: statusLine,
                onStopping: stopping.start
            ),
        ]
        if let reloading { parts.append(ReloadService(hangups: reloading.hangups) { await reload(reloading) }) }
        if let length { parts.append(Deadline(length: length)) }
        var group = ServiceGroupConfiguration(
            services: parts.map { .init(service: $0, successTerminationBehavior: .gracefullyShutdownGroup) },
            gracefulShutdownSignals: reloading == nil ? [.sigterm, .sigint, .sighup] : [.sigterm, .sigint],
            logger: Self.quiet(logger)
        )
        group.maximumGracefulShutdownDuration = Self.shutdownLimit
        try await ServiceGroup(configuration: group).run()
        if stopping.elapsed >= Self.shutdownLimit {
            logger.warning("a part did not stop in time and was cut off")
        }
        logger.notice("stopped")
    }

    private func reload(_ reloading: Reloading) async {
        notifier.reloading(monotonicMicroseconds: Monotonic.microseconds())
        if let configuration = reloading.read() { take(configuration) }
        notifier.ready(status: await statusLine())
    }

    /// Goes on with another configuration. Addresses and the database stay until a restart.
    private func take(_ configuration: Configuration) {
        site.replace(with: Site(configuration: configuration))
        server.siteChanged()
        poller.reload(configuration)
    }

    /// The line `systemctl status` shows.
    @Sendable
    private func statusLine() async -> String {
        guard let totals = try? await store.totals(),
            let states = try? await store.pollStates()
        else { return "the database cannot be read" }
        let failing = states.count { $0.failures > 0 }
        let outage = poller.monitor.status.outageSince == nil ? "" : "; nothing can be reached: is our network down?"
        return
            "\(states.count) sources, \(failing) failing; \(totals.items) items in \(totals.stories) stories\(outage)"
    }

    /// The frameworks' own talk of starting and stopping says nothing that ours does not.
    static func quiet(_ logger: Logger) -> Logger {
        var logger = logger
        logger.logLevel = max(logger.logLevel, .warning)
        return logger
    }
}

/// How long stopping takes.
private final class StopWatch: Sendable {
    private let began = Mutex<ContinuousClock.Instant?>(nil)

    @Sendable
    func start() {
        began.withLock { $0 = .now }
    }

    /// Zero before it was started.
    var elapsed: Duration {
        began.withLock { $0?.duration(to: .now) } ?? .zero
    }
}

/// Ends the group after a while by ending itself.
private struct Deadline: Service {
    let length: Duration

    func run() async throws {
        // Ends early when something else ends the group.
        try? await cancelWhenGracefulShutdown { try await Task.sleep(for: length) }
    }
}

/// Counts listeners until all of them answer.
final class Readiness: Sendable {
    private let awaited: Int
    private let listening = Mutex<[ListenAddress]>([])
    private let onReady: @Sendable ([ListenAddress]) -> Void

    init(count: Int, onReady: @escaping @Sendable ([ListenAddress]) -> Void) {
        awaited = count
        self.onReady = onReady
    }

    func isListening(_ address: ListenAddress) {
        let all = listening.withLock { listening -> [ListenAddress]? in
            listening.append(address)
            return listening.count == awaited ? listening : nil
        }
        if let all { onReady(all) }
    }
}

/// The clock systemd counts a reload by.
private enum Monotonic {
    static func microseconds() -> Int64 {
        let instant = SuspendingClock.now
        let elapsed = SuspendingClock().systemEpoch.duration(to: instant)
        return elapsed.components.seconds * 1_000_000 + elapsed.components.attoseconds / 1_000_000_000_000
    }
}

extension DaemonState {
    /// The daemon as its poller shows itself.
    init(_ monitor: PollerMonitor, started: Date) {
        let status = monitor.status
        let silence = monitor.heartbeat.duration(to: .now)
        self.init(
            version: TelexVersion.number,
            started: started,
            polls: status.polls,
            inFlight: status.inFlight,
            waiting: status.waiting,
            isOutage: status.outageSince != nil,
            problem: status.problem ?? (silence > .seconds(60) ? "polling has stood still for \(silence.spelled)" : nil)
        )
    }
}
