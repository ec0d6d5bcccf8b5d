// One poll of one source, straight from top to bottom: fetch, parse, attribute, dedup, store. It decides nothing itself:
// the schedule is PollPolicy's, the verdicts are the desk's.

import FeedDesk
import FeedFetching
import FeedModel
import FeedStorage
import FoundationEssentials

/// Polls one source at a time; copies poll at the same time.
struct PollRun: Sendable {
    let fetcher: FeedFetcher
    let store: FeedStore
    let rules: RulesInForce
    let surroundings: PollSurroundings
    let outage: OutageWatch
    let owner: String
    private let parsing = ParseGate()
    private let origins = ValidatorOrigins()

    init(
        fetcher: FeedFetcher,
        store: FeedStore,
        rules: RulesInForce,
        surroundings: PollSurroundings,
        owner: String
    ) {
        self.fetcher = fetcher
        self.store = store
        self.rules = rules
        self.surroundings = surroundings
        self.owner = owner
        outage = OutageWatch(hostCount: rules.current.hostCount)
    }

    /// Polls a leased source once. However it goes, the state is stored and the lease ended, unless the store refuses.
    /// Nil when the source is no longer configured.
    func poll(_ ticket: PollTicket) async -> PollSummary? {
        let rules = rules.current
        guard let source = rules.source(ticket.sourceID) else { return nil }
        var summary = PollSummary(sourceID: source.id, state: ticket.leased.state)
        let started = surroundings.now()
        summary.lateness = max(0, started.timeIntervalSince(ticket.due))

        let fetched = await fetch(source, summary.before, rules: rules, now: started)
        summary.bytes = fetched.bytesReceived
        let now = surroundings.now()
        let reading = await read(fetched.outcome, of: source, desk: rules.desk, now: now)
        let judged = judge(fetched.outcome, reading, of: ticket, source, now: now)
        summary.outage = judged.outage
        summary.isInterrupted = judged.result == .unfinished

        var after = rules.policy.state(
            after: judged.result,
            hints: fetched.hints,
            of: source,
            from: judged.before ?? summary.before,
            now: now,
            jitter: surroundings.jitter()
        )
        after.lastFetchSeconds = fetched.seconds
        if case .document = judged.result {
            after.warnings += fetched.warnings.count
        }
        summary.error = summary.isInterrupted ? nil : after.lastError
        await store(after, reading?.reports, of: source, into: &summary, rules: rules)
        // Only with the validators it belongs to: what the store refused, the next request knows nothing of.
        if case .document = judged.result, summary.storeError == nil { origins[source.id] = fetched.validatorsURL }
        summary.seconds = max(0, surroundings.now().timeIntervalSince(started))
        return summary
    }

    // MARK: - Steps

    private func fetch(_ source: Source, _ state: PollState, rules: PollRules, now: Date) async -> FetchResult {
        let settings = rules.configuration.polling
        let request = FetchRequest(
            source: source,
            state: state,
            settings: settings,
            userAgent: surroundings.userAgent(settings.contact),
            validatorsURL: origins[source.id]
        )
        return await fetcher.fetch(request, now: now)
    }

    /// Parses and attributes. Nil when no document came.
    private func read(_ outcome: FetchOutcome, of source: Source, desk: Desk, now: Date) async -> PollReading? {
        guard case .documents(let documents, _, _, _) = outcome else { return nil }
        return await parsing.run { PollReading(documents, of: source, desk: desk, now: now) }
    }

    /// Dedups and stores what was read, or only the state when nothing was.
    private func store(
        _ state: PollState,
        _ reports: [Report]?,
        of source: Source,
        into summary: inout PollSummary,
        rules: PollRules
    ) async {
        let record = PollRecord(state: state, leaseOwner: owner)
        do throws(StoreError) {
            if state.outcome == .document, let reports, let now = state.lastPoll {
                let lookup = rules.desk.lookup(for: reports)
                // The desk in force when it decides, so that a reload's own reclassification misses nothing.
                let inForce = self.rules
                let result = try await store.commit(record, lookup: lookup) { known in
                    inForce.current.desk.decide(reports, from: source, known: known, now: now)
                }
                summary.counts = VerdictCounts(result.decision.verdicts)
                summary.after = result.state
            } else {
                try await store.finish(record)
                summary.after = state
            }
        } catch {
            summary.storeError = error.description
            await giveBack(source, of: summary, rules: rules)
        }
    }

    /// The store did not take the poll. It was made all the same: the source is not asked sooner for it.
    private func giveBack(_ source: Source, of summary: PollSummary, rules: PollRules) async {
        let state = rules.policy.state(
            after: .unfinished,
            of: source,
            from: summary.before,
            now: surroundings.now(),
            jitter: surroundings.jitter()
        )
        // Where this fails too, the lease ends by itself.
        try? await store.finish(PollRecord(state: state, leaseOwner: owner))
    }
}
