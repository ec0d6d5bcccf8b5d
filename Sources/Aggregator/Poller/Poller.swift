// The daemon's poller as a service: what goes into its loop and how it begins and ends. The loop is in PollerLoop.swift.

package import FeedFetching
package import FeedModel
package import FeedStorage
import FoundationEssentials
package import Logging
import ServiceLifecycle

/// Polls every source when it is due, for as long as it runs. Run it once.
package struct Poller: Service {
    /// What it shows of itself, from before it runs until after.
    package let monitor: PollerMonitor
    private let parts: PollerParts

    /// - Parameters:
    ///   - fetcher: not shut down here.
    ///   - clock: what it sleeps by; `surroundings.now` is what it goes by.
    ///   - observe: hears of every poll, from the loop: it must not wait.
    package init(
        configuration: Configuration,
        store: FeedStore,
        fetcher: FeedFetcher,
        surroundings: PollSurroundings,
        clock: PollerClock = PollerClock(ContinuousClock()),
        owner: String = "serve",
        logger: Logger,
        observe: @escaping @Sendable (PollSummary) -> Void = { _ in }
    ) {
        let monitor = PollerMonitor()
        let rules = RulesInForce(PollRules(configuration))
        self.monitor = monitor
        parts = PollerParts(
            store: store,
            rules: rules,
            run: PollRun(fetcher: fetcher, store: store, rules: rules, surroundings: surroundings, owner: owner),
            surroundings: surroundings,
            clock: clock,
            owner: owner,
            logger: logger,
            monitor: monitor,
            inbox: PollerInbox(),
            observe: observe
        )
    }

    /// Takes a configuration over without a restart: sources that stay keep their schedule. Returns at once; polls in
    /// flight of sources whose address changes are waited for first.
    package func reload(_ configuration: Configuration) {
        parts.inbox.reload(configuration)
    }

    /// Polls until the task is cancelled or the service group shuts down; then breaks off what is in flight and gives
    /// the leases back. Throws `StoreError` when the store cannot be used at the start.
    package func run() async throws {
        let parts = parts
        try await withGracefulShutdownHandler {
            var loop = PollerLoop(parts)
            try await loop.begin()
            await withDiscardingTaskGroup { group in
                await loop.run(in: &group)
                group.cancelAll()
            }
        } onGracefulShutdown: {
            parts.inbox.send(.stop)
        }
        parts.monitor.update {
            $0.inFlight = 0
            $0.waiting = 0
        }
        do throws(StoreError) {
            try await parts.store.releaseLeases(of: parts.owner)
        } catch {
            parts.logger.error("leases not given back", metadata: ["error": "\(error)"])
        }
    }
}

/// What the loop works with.
struct PollerParts: Sendable {
    let store: FeedStore
    let rules: RulesInForce
    let run: PollRun
    let surroundings: PollSurroundings
    let clock: PollerClock
    let owner: String
    let logger: Logger
    let monitor: PollerMonitor
    let inbox: PollerInbox
    let observe: @Sendable (PollSummary) -> Void

    var log: PollLog { PollLog(logger: logger) }
}
