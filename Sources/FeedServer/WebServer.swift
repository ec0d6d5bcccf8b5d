// The HTTP server as a service: one listener for each configured address, all answering from the same snapshots.

package import FeedModel
package import FeedStorage
package import FoundationEssentials
import Hummingbird
package import Logging
import NIOCore
import ServiceLifecycle

/// Serves the merged feeds, the pages and the daemon's status.
package struct WebServer: Service {
    private let addresses: [ListenAddress]
    private let responder: SiteResponder
    private let hub: EventHub
    private let store: FeedStore
    private let cache: SnapshotCache
    private let onListening: @Sendable (ListenAddress) async -> Void
    private let logger: Logger

    /// - Parameters:
    ///   - addresses: where to listen; port 0 takes any free port.
    ///   - site: what is served; replaced by a reload, followed by `siteChanged()`.
    ///   - state: the daemon as it is now, for /status and /healthz.
    ///   - onListening: called once for each address with the port really taken.
    package init(
        addresses: [ListenAddress],
        site: CurrentSite,
        store: FeedStore,
        logger: Logger,
        state: @escaping @Sendable () -> DaemonState,
        now: @escaping @Sendable () -> Date,
        onListening: @escaping @Sendable (ListenAddress) async -> Void
    ) {
        self.addresses = addresses
        self.store = store
        self.logger = logger
        self.onListening = onListening
        cache = SnapshotCache()
        hub = EventHub(store: store, site: site, now: now, logger: logger)
        responder = SiteResponder(store: store, current: site, cache: cache, hub: hub, state: state, now: now)
    }

    /// Listens until shutdown; throws when an address cannot be had.
    package func run() async throws {
        // Listened to before anything is rendered: no change falls between the two.
        var services: [any Service] = [CacheInvalidation(changes: store.changeStream(), cache: cache)]
        for address in addresses {
            services.append(Listener(address: address, responder: responder, onListening: onListening, logger: logger))
        }
        // Shutdown goes backwards: a listener waits for its connections, so the open streams must end before it.
        services.append(hub)
        // The group's own talk of starting and stopping says nothing that our log does not.
        var quiet = logger
        quiet.logLevel = max(logger.logLevel, .warning)
        let group = ServiceGroup(configuration: ServiceGroupConfiguration(services: services, logger: quiet))
        try await group.run()
    }

    /// To be called when the site has been replaced: what was rendered from the old one is stale.
    package func siteChanged() {
        cache.invalidate()
    }
}

/// Makes snapshots stale when the store says that a reader would see a difference.
private struct CacheInvalidation: Service {
    let changes: AsyncStream<Int64>
    let cache: SnapshotCache

    func run() async throws {
        for await _ in changes.cancelOnGracefulShutdown() {
            cache.invalidate()
        }
    }
}
