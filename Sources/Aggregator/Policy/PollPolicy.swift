// What a poll leaves in the state of its source. Pure: no clock, no randomness, no I/O; when the next poll is due is
// reckoned in PollPolicy+Schedule.swift.

package import FeedFetching
package import FeedModel
package import FoundationEssentials

/// Decides, after each poll, what is remembered of it and when the source is asked again.
package struct PollPolicy: Sendable, Equatable {
    package var settings: PollingSettings

    package init(settings: PollingSettings) {
        self.settings = settings
    }

    /// Validators older than this without a full document are dropped, so that a server stuck on 304 is noticed.
    package static let validatorLifetime: Duration = .seconds(8 * 86_400)

    /// How many failures in a row end the trust in a remembered address.
    static let failuresBeforeReturningHome = 5

    /// The state to store after a poll. `now` is when the answer was in; `jitter` is 0 to 1 and only ever delays.
    package func state(
        after result: PollResult,
        hints: ServerHints = ServerHints(),
        of source: Source,
        from state: PollState,
        now: Date,
        jitter: Double
    ) -> PollState {
        var next = state
        next.lastPoll = now
        switch result {
        case .document(let document): remember(document, in: &next, now: now)
        case .notModified(let validators): confirm(validators, in: &next, of: source, now: now)
        case .unreadable(let message, let status): fail(.unreadable, message, status, in: &next)
        case .rateLimited(let message, let status): fail(.rateLimited, message, status, in: &next)
        case .failed(let message, let status): fail(.failed, message, status, in: &next)
        case .gone(let message): fail(.gone, message, 410, in: &next)
        case .outage(let message):
            next.outcome = .outage
            next.httpStatus = nil
            next.lastError = message
        case .unfinished: break
        }
        if case .gone = result {
            next.nextPoll = nil
            next.nextPollReason = "410 Gone: polling has stopped"
            next.intervalSeconds = 0
            return next
        }
        if next.movedTo != nil, returnsHome(after: result, failures: next.failures) { forgetMove(in: &next) }
        schedule(&next, after: result, hints: hints, of: source, now: now, jitter: jitter)
        return next
    }

    // MARK: - What is remembered

    private func remember(_ document: PolledDocument, in state: inout PollState, now: Date) {
        succeed(.document, document.status, in: &state, now: now)
        state.validators = document.validators
        state.validatorsSince = document.validators.isEmpty ? nil : now
        state.movedTo = document.movedTo
        guard let feed = document.feed else { return }
        state.feedTitle = feed.title
        state.feedHomePageURL = feed.homePageURL
        state.feedUpdated = feed.updated
        state.feedRights = feed.rights
        state.feedFormat = feed.format
        state.warnings = feed.warnings
        state.ttlSeconds = [feed.pollHints.ttlSeconds, feed.pollHints.updatePeriodSeconds].compactMap(\.self).max()
        state.skipHours = feed.pollHints.skipHours
        state.skipDays = feed.pollHints.skipDays
    }

    /// RFC 9111 section 4.3.4: what a 304 carries replaces what is stored, and what it lacks stays.
    private func confirm(_ validators: HTTPValidators, in state: inout PollState, of source: Source, now: Date) {
        succeed(.notModified, source.isFile ? nil : 304, in: &state, now: now)
        if let etag = validators.etag { state.validators.etag = etag }
        if let lastModified = validators.lastModified { state.validators.lastModified = lastModified }
        guard !state.validators.isEmpty else { return }
        let since = state.validatorsSince ?? now
        state.validatorsSince = since
        // A file tells truly whether it has changed; only servers get stuck.
        guard !source.isFile, now.timeIntervalSince(since) >= Self.validatorLifetime.timeInterval else { return }
        state.validators = HTTPValidators()
        state.validatorsSince = nil
    }

    private func succeed(_ outcome: PollOutcome, _ status: Int?, in state: inout PollState, now: Date) {
        state.outcome = outcome
        state.httpStatus = status
        state.lastSuccess = now
        state.failures = 0
        state.lastError = nil
    }

    /// Validators stay: they belong to the last document that could be read.
    private func fail(_ outcome: PollOutcome, _ message: String, _ status: Int?, in state: inout PollState) {
        state.outcome = outcome
        state.httpStatus = status
        state.lastError = message
        state.failures = state.failures < Int.max ? state.failures + 1 : state.failures
    }

    // MARK: - Moved addresses

    /// Whether a remembered address has failed for good, so that the configured one is tried again.
    private func returnsHome(after result: PollResult, failures: Int) -> Bool {
        switch result {
        // A maintenance page, or a domain that has been sold.
        case .unreadable: true
        case .failed(_, let status?) where PollPolicy.isClientError(status): true
        case .failed: failures >= Self.failuresBeforeReturningHome
        default: false
        }
    }

    /// Validators go with the address they came from.
    private func forgetMove(in state: inout PollState) {
        state.movedTo = nil
        state.validators = HTTPValidators()
        state.validatorsSince = nil
    }

    /// 4xx that asking again soon will not mend. 408, 425 and 429 are about this moment only (RFC 9110, 8470, 6585).
    static func isClientError(_ status: Int) -> Bool {
        (400..<500).contains(status) && ![408, 425, 429].contains(status)
    }
}

extension Source {
    /// A file or a folder, not a server.
    var isFile: Bool { url.lowercased().hasPrefix("file:") }
}
