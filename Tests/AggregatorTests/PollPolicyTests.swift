// Every rule of the schedule, one test each: taking the rule out fails its test.

import FeedFetching
import FeedModel
import FoundationEssentials
import Testing

@testable import Aggregator

/// Thursday 15 January 2026, 10:00 UTC.
private let now = Date(timeIntervalSince1970: 1_768_471_200)

/// A source and a policy with round numbers, and one poll of it.
private struct Desk {
    var policy: PollPolicy
    var source = Source(id: "anp", url: "https://anp.example.nl/feed", interval: .seconds(300))
    var state = PollState(sourceID: "anp")
    var hints = ServerHints()

    init() {
        var settings = PollingSettings()
        settings.maxInterval = .seconds(6 * 3600)
        policy = PollPolicy(settings: settings)
    }

    func after(_ result: PollResult, jitter: Double = 0) -> PollState {
        policy.state(after: result, hints: hints, of: source, from: state, now: now, jitter: jitter)
    }

    func seconds(after result: PollResult, jitter: Double = 0) -> Double? {
        after(result, jitter: jitter).nextPoll?.timeIntervalSince(now)
    }
}

private func document(_ change: (inout ParsedFeed) -> Void = { _ in }) -> PollResult {
    var feed = ParsedFeed(format: .rss20)
    change(&feed)
    return .document(PolledDocument(validators: HTTPValidators(), feed: FeedFacts(feed)))
}

private let failure = PollResult.failed(message: "HTTP 500 Internal Server Error", status: 500)
private let unreachable = PollResult.failed(message: "connection refused", status: nil)

@Suite struct PollPolicyScheduleTests {
    @Test func nextPollIsAnIntervalAway() {
        let state = Desk().after(document())
        #expect(state.nextPoll == now + 300)
        #expect(state.nextPollReason == "interval 5m")
        #expect(state.intervalSeconds == 300)
        #expect(state.lastPoll == now)
    }

    @Test func ttlLongerThanTheIntervalIsKept() {
        let state = Desk().after(document { $0.pollHints.ttlSeconds = 1800 })
        #expect(state.nextPoll == now + 1800)
        #expect(state.nextPollReason == "the feed asks for 30m")
    }

    @Test func updatePeriodLongerThanTtlIsKept() {
        let result = document {
            $0.pollHints.ttlSeconds = 600
            $0.pollHints.updatePeriodSeconds = 3600
        }
        #expect(Desk().seconds(after: result) == 3600)
    }

    @Test func notModifiedGoesByTheFeedsLastWish() {
        var desk = Desk()
        desk.state.ttlSeconds = 1800
        #expect(desk.seconds(after: .notModified(HTTPValidators())) == 1800)
    }

    @Test func shortTtlDoesNotHurryUs() {
        #expect(Desk().seconds(after: document { $0.pollHints.ttlSeconds = 60 }) == 300)
    }

    @Test func maxAgeIsKept() {
        var desk = Desk()
        desk.hints.maxAgeSeconds = 1200
        let state = desk.after(document())
        #expect(state.nextPoll == now + 1200)
        #expect(state.nextPollReason == "max-age 20m")
    }

    @Test func expiresIsKept() {
        var desk = Desk()
        desk.hints.expires = now + 900
        let state = desk.after(.notModified(HTTPValidators()))
        #expect(state.nextPoll == now + 900)
        #expect(state.nextPollReason == "Expires 15m")
    }

    @Test func pastExpiresMeansNothing() {
        var desk = Desk()
        desk.hints.expires = now - 86_400
        #expect(desk.seconds(after: document()) == 300)
    }

    @Test func retryAfterIsKept() {
        var desk = Desk()
        desk.hints.retryAfter = now + 3600
        let state = desk.after(.rateLimited(message: "HTTP 429", status: 429))
        #expect(state.nextPoll == now + 3600)
        #expect(state.nextPollReason == "Retry-After 1h")
        #expect(state.outcome == .rateLimited)
    }

    @Test func shortRetryAfterDoesNotBreakTheInterval() {
        var desk = Desk()
        desk.hints.retryAfter = now + 1
        #expect(desk.seconds(after: .rateLimited(message: "HTTP 429", status: 429)) == 300)
    }

    @Test func retryAfterOnASuccessIsKeptToo() {
        var desk = Desk()
        desk.hints.retryAfter = now + 3600
        #expect(desk.seconds(after: document()) == 3600)
    }

    @Test func rateLimitWithoutRetryAfterBacksOff() {
        var desk = Desk()
        desk.state.failures = 1
        #expect(desk.seconds(after: .rateLimited(message: "HTTP 429", status: 429)) == 1200)
    }

    @Test func largestOfAllWins() {
        var desk = Desk()
        desk.hints.maxAgeSeconds = 1200
        desk.hints.expires = now + 1500
        desk.hints.retryAfter = now + 1400
        #expect(desk.seconds(after: document { $0.pollHints.ttlSeconds = 1300 }) == 1500)
    }

    @Test func nothingExceedsMaxInterval() {
        var desk = Desk()
        desk.hints.maxAgeSeconds = 7 * 86_400
        let state = desk.after(document())
        #expect(state.nextPoll == now + 6 * 3600)
        #expect(state.nextPollReason == "max_interval 6h, asked: max-age 7d")
    }

    @Test func intervalAboveMaxIntervalIsTheOperatorsWill() {
        var desk = Desk()
        desk.source.interval = .seconds(12 * 3600)
        #expect(desk.seconds(after: document()) == 43_200)
    }

    @Test func jitterDelaysByUpToATenth() {
        #expect(Desk().seconds(after: document(), jitter: 1) == 330)
        #expect(Desk().seconds(after: document(), jitter: 0.5) == 315)
        #expect(Desk().seconds(after: document(), jitter: -3) == 300)
        #expect(Desk().seconds(after: document(), jitter: .nan) == 300)
    }

    @Test func absurdHintsDoNotTrap() {
        var desk = Desk()
        desk.hints.maxAgeSeconds = .max
        desk.hints.expires = .distantFuture
        desk.state.failures = .max
        #expect(desk.seconds(after: failure) == 21_600)
        #expect(desk.after(failure).failures == .max)
        desk.state.ttlSeconds = .min
        desk.hints = ServerHints()
        #expect(desk.seconds(after: .notModified(HTTPValidators())) == 300)
    }
}

@Suite struct PollPolicySkippedTimeTests {
    @Test func skippedHourMovesToItsEnd() {
        let state = Desk().after(document { $0.pollHints.skipHours = [10, 11] })
        #expect(state.nextPoll == now + 2 * 3600)
        #expect(state.nextPollReason == "interval 5m, skipHours or skipDays")
    }

    @Test func skippedDayMovesToTheNext() {
        var desk = Desk()
        desk.policy.settings.maxInterval = .seconds(48 * 3600)
        #expect(desk.seconds(after: document { $0.pollHints.skipDays = [4] }) == 50_400)
    }

    @Test func otherHoursAndDaysDoNotMatter() {
        let result = document {
            $0.pollHints.skipHours = [9, 12, 99, -1]
            $0.pollHints.skipDays = [3, 5, 0, 8]
        }
        #expect(Desk().seconds(after: result) == 300)
    }

    @Test func skippingEverythingIsCapped() {
        let seconds = Desk().seconds(after: document { $0.pollHints.skipHours = Array(0...23) })
        #expect(seconds == 21_600)
    }

    @Test func longSkipIsCapped() {
        #expect(Desk().seconds(after: document { $0.pollHints.skipDays = [4, 5, 6, 7] }) == 21_600)
    }

    @Test func jitterStaysInTheAllowedHour() {
        let state = Desk().after(document { $0.pollHints.skipHours = [10, 12] }, jitter: 1)
        #expect(state.nextPoll == now + 3600 + 30)
    }

    @Test func jitterIntoASkippedHourMovesOn() {
        var desk = Desk()
        desk.source.interval = .seconds(3500)
        let seconds = desk.seconds(after: document { $0.pollHints.skipHours = [11] }, jitter: 1)
        #expect(seconds.map { $0 >= 7200 && $0 <= 7560 } == true)
    }

    @Test func skipHoursOutlastTheDocument() {
        var desk = Desk()
        desk.state.skipHours = [10]
        #expect(desk.seconds(after: .notModified(HTTPValidators())) == 3600)
    }
}

@Suite struct PollPolicyFailureTests {
    @Test(arguments: [(0, 600.0), (1, 1200), (2, 2400), (6, 21_600), (60, 21_600)])
    func failuresDoubleTheInterval(_ earlier: Int, _ seconds: Double) {
        var desk = Desk()
        desk.state.failures = earlier
        for result in [failure, unreachable, .unreadable(message: "an HTML page", status: 200)] {
            #expect(desk.seconds(after: result) == seconds)
        }
    }

    @Test func failureSaysHowManyThereWere() {
        var desk = Desk()
        desk.state.failures = 2
        let state = desk.after(failure)
        #expect(state.nextPollReason == "3 failures")
        #expect(state.failures == 3)
        #expect(state.lastError == "HTTP 500 Internal Server Error")
        #expect(state.httpStatus == 500)
        #expect(state.outcome == .failed)
        #expect(desk.after(unreachable).httpStatus == nil)
    }

    @Test(arguments: [401, 403, 404, 451])
    func clientErrorsBackOffQuickly(_ status: Int) {
        var desk = Desk()
        let result = PollResult.failed(message: "HTTP \(status)", status: status)
        #expect(desk.seconds(after: result) == 2400)
        desk.state.failures = 2
        #expect(desk.seconds(after: result) == 21_600)
    }

    @Test(arguments: [408, 425])
    func clientErrorsOfTheMomentBackOffSlowly(_ status: Int) {
        #expect(Desk().seconds(after: .failed(message: "HTTP \(status)", status: status)) == 600)
    }

    @Test func successRecoversAtOnce() {
        var desk = Desk()
        desk.state.failures = 9
        desk.state.lastError = "HTTP 500"
        for result in [document(), .notModified(HTTPValidators())] {
            let state = desk.after(result)
            #expect(state.nextPoll == now + 300)
            #expect(state.failures == 0)
            #expect(state.lastError == nil)
            #expect(state.lastSuccess == now)
        }
    }

    @Test func goneStops() {
        let state = Desk().after(.gone(message: "HTTP 410 Gone"))
        #expect(state.nextPoll == nil)
        #expect(state.nextPollReason == "410 Gone: polling has stopped")
        #expect(state.outcome == .gone)
        #expect(state.httpStatus == 410)
    }

    @Test func outageCountsAgainstNobody() {
        var desk = Desk()
        desk.state.failures = 1
        desk.state.validators = HTTPValidators(etag: "\"a\"")
        let state = desk.after(.outage(message: "cannot resolve host"))
        #expect(state.failures == 1)
        #expect(state.outcome == .outage)
        #expect(state.nextPoll == now + 300)
        #expect(state.validators == desk.state.validators)
    }

    @Test func outageHasACommonRhythm() {
        var desk = Desk()
        desk.source.interval = .seconds(1)
        let state = desk.after(.outage(message: "cannot resolve host"))
        #expect(state.nextPoll == now + 60)
        #expect(state.nextPollReason == "own outage")
    }

    @Test func unfinishedPollChangesNothingButTheSchedule() {
        var desk = Desk()
        desk.state.failures = 3
        desk.state.outcome = .failed
        desk.state.lastError = "HTTP 500"
        let state = desk.after(.unfinished)
        #expect(state.nextPoll == now + 300)
        #expect(state.failures == 3)
        #expect(state.outcome == .failed)
        #expect(state.lastError == "HTTP 500")
    }
}

@Suite struct PollPolicyValidatorTests {
    private let stored = HTTPValidators(etag: "W/\"1\"", lastModified: "thu, 1 jan 2026 00:00 GMT")

    private func read(_ validators: HTTPValidators, movedTo: String? = nil) -> PollResult {
        .document(PolledDocument(validators: validators, movedTo: movedTo, feed: nil))
    }

    @Test func documentReplacesValidatorsVerbatim() {
        var desk = Desk()
        desk.state.validators = HTTPValidators(etag: "\"old\"", lastModified: "old")
        let state = desk.after(read(stored))
        #expect(state.validators == stored)
        #expect(state.validatorsSince == now)
        #expect(desk.after(read(HTTPValidators())).validators.isEmpty)
    }

    @Test func unreadableBodyKeepsTheValidatorsOfTheLastReadable() {
        var desk = Desk()
        desk.state.validators = stored
        desk.state.validatorsSince = now - 60
        let state = desk.after(.unreadable(message: "an HTML page", status: 200))
        #expect(state.validators == stored)
        #expect(state.validatorsSince == now - 60)
    }

    @Test func notModifiedUpdatesWhatItCarries() {
        var desk = Desk()
        desk.state.validators = stored
        desk.state.validatorsSince = now - 60
        let state = desk.after(.notModified(HTTPValidators(etag: "\"2\"")))
        #expect(state.validators == HTTPValidators(etag: "\"2\"", lastModified: stored.lastModified))
        #expect(state.validatorsSince == now - 60)
        #expect(state.httpStatus == 304)
    }

    @Test func validatorsAreDroppedAfterEightDaysWithoutADocument() {
        var desk = Desk()
        desk.state.validators = stored
        desk.state.validatorsSince = now - 8 * 86_400 + 1
        #expect(desk.after(.notModified(stored)).validators == stored)
        desk.state.validatorsSince = now - 8 * 86_400
        let state = desk.after(.notModified(stored))
        #expect(state.validators.isEmpty)
        #expect(state.validatorsSince == nil)
    }

    @Test func filesMayStayUnchangedForEver() {
        var desk = Desk()
        desk.source.url = "file:///srv/anp"
        desk.state.validators = stored
        desk.state.validatorsSince = now - 100 * 86_400
        let state = desk.after(.notModified(stored))
        #expect(state.validators == stored)
        #expect(state.httpStatus == nil)
    }

    @Test func moveIsRememberedWithADocument() {
        var desk = Desk()
        #expect(desk.after(read(stored, movedTo: "https://new.example.nl/")).movedTo == "https://new.example.nl/")
        desk.state.movedTo = "https://new.example.nl/"
        #expect(desk.after(read(stored)).movedTo == nil)
        #expect(desk.after(.notModified(stored)).movedTo == "https://new.example.nl/")
    }

    @Test func deadMoveIsForgottenWithItsValidators() {
        var desk = Desk()
        desk.state.movedTo = "https://new.example.nl/"
        desk.state.validators = stored
        for result in [
            .unreadable(message: "an HTML page", status: 200), PollResult.failed(message: "HTTP 404", status: 404),
        ] {
            let state = desk.after(result)
            #expect(state.movedTo == nil)
            #expect(state.validators.isEmpty)
            #expect(state.nextPoll != nil)
        }
    }

    @Test func moveOutlivesAShortFailure() {
        var desk = Desk()
        desk.state.movedTo = "https://new.example.nl/"
        desk.state.failures = 3
        #expect(desk.after(unreachable).movedTo != nil)
        desk.state.failures = 4
        #expect(desk.after(unreachable).movedTo == nil)
    }

    @Test func feedsOwnWordsAreRemembered() {
        let result = document {
            $0.title = "Buitenland"
            $0.homePageURL = "https://anp.example.nl/"
            $0.updated = now - 5
            $0.rights = "© ANP"
            $0.issues = [ParseIssue(line: 1, column: 1, message: "a stray end tag")]
            $0.pollHints.skipDays = [7]
        }
        let state = Desk().after(result)
        #expect(state.feedTitle == "Buitenland")
        #expect(state.feedHomePageURL == "https://anp.example.nl/")
        #expect(state.feedUpdated == now - 5)
        #expect(state.feedRights == "© ANP")
        #expect(state.feedFormat == .rss20)
        #expect(state.warnings == 1)
        #expect(state.skipDays == [7])
        #expect(state.httpStatus == 200)
        #expect(state.outcome == .document)
    }
}
