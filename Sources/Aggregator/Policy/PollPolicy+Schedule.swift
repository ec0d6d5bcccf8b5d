// When a source is polled next, and why not sooner: the largest of what the operator, the feed and the server ask,
// slower after failures, never slower than max_interval. Jitter only delays.

import FeedFetching
import FeedModel
import FoundationEssentials

extension PollPolicy {
    /// One reason to wait, and for how long.
    private struct Delay {
        var seconds: Double
        var reason: String
    }

    /// In an outage nobody is asked more often than this.
    static let outageRhythm: Duration = .seconds(60)

    /// No delay is reckoned longer than this, whatever a header says; max_interval cuts far below it.
    private static let longest = 10.0 * 366 * 86_400

    /// Sets when the next poll is due, the interval in force and its reason.
    func schedule(
        _ state: inout PollState,
        after result: PollResult,
        hints: ServerHints,
        of source: Source,
        now: Date,
        jitter: Double
    ) {
        let asked = longestDelay(after: result, hints: hints, of: source, state: state, now: now)
        // An operator who sets an interval above max_interval means it.
        let cap = max(settings.maxInterval, source.interval).timeInterval
        let seconds = min(asked.seconds, cap)
        let later = max(0, min(1, jitter.isNaN ? 0 : jitter)) * 0.1
        var due = now + seconds * (1 + later)
        var reason = asked.seconds > cap ? "max_interval \(Self.spelled(cap)), asked: \(asked.reason)" : asked.reason
        let skipped = SkippedTime(hours: state.skipHours, days: state.skipDays)
        let allowed = skipped.end(from: due)
        if allowed != due {
            // At most six minutes into the hour: later would leave it again, none would be a herd at its start.
            let spread = min(seconds, 3600) * later
            due = max(due, min(allowed ?? .distantFuture, now + cap)) + spread
            due = min(due, now + cap * 1.1)
            reason += ", skipHours or skipDays"
        }
        state.nextPoll = due
        state.nextPollReason = reason
        state.intervalSeconds = skipped.end(from: now + seconds).map { min($0.timeIntervalSince(now), cap) } ?? cap
    }

    /// The largest of everything that asks for time; the first of equals gives its reason.
    private func longestDelay(
        after result: PollResult,
        hints: ServerHints,
        of source: Source,
        state: PollState,
        now: Date
    ) -> Delay {
        var longest = Delay(seconds: 0, reason: "")
        let delays =
            asked(of: source, state: state) + asked(by: hints, now: now)
            + backOff(after: result, hints: hints, of: source, failures: state.failures)
        for delay in delays where min(delay.seconds, Self.longest) > longest.seconds {
            longest = delay
            longest.seconds = min(delay.seconds, Self.longest)
        }
        return longest
    }

    /// What the operator and the feed ask.
    private func asked(of source: Source, state: PollState) -> [Delay] {
        let interval = source.interval
        let own = Delay(seconds: interval.timeInterval, reason: "interval \(interval.spelled)")
        guard let ttl = state.ttlSeconds else { return [own] }
        return [own, Delay(seconds: Double(ttl), reason: "the feed asks for \(Self.spelled(Double(ttl)))")]
    }

    /// What the server asks.
    private func asked(by hints: ServerHints, now: Date) -> [Delay] {
        let seconds: [(name: String, seconds: Double?)] = [
            ("max-age", hints.maxAgeSeconds.map(Double.init)),
            ("Expires", hints.expires?.timeIntervalSince(now)),
            ("Retry-After", hints.retryAfter?.timeIntervalSince(now)),
        ]
        return seconds.compactMap { hint in
            hint.seconds.map { Delay(seconds: $0, reason: "\(hint.name) \(Self.spelled($0))") }
        }
    }

    /// What failures cost: twice as long each time, eight times as long where asking again will not mend it.
    private func backOff(after result: PollResult, hints: ServerHints, of source: Source, failures: Int) -> [Delay] {
        let factor: Double
        switch result {
        case .document, .notModified, .gone, .unfinished: return []
        case .outage: return [Delay(seconds: Self.outageRhythm.timeInterval, reason: "own outage")]
        // The server has said when; that is longer or shorter as it likes, but not ours to improve.
        case .rateLimited where hints.retryAfter != nil: return []
        case .failed(_, let status?) where Self.isClientError(status): factor = 8
        case .rateLimited, .failed, .unreadable: factor = 2
        }
        var seconds = source.interval.timeInterval
        for _ in 0..<min(max(failures, 0), 40) where seconds < Self.longest { seconds *= factor }
        let times = failures == 1 ? "1 failure" : "\(failures) failures"
        return [Delay(seconds: seconds, reason: times)]
    }

    /// Seconds as people write them; a header's odd number is rounded to whole seconds.
    static func spelled(_ seconds: Double) -> String {
        Duration.seconds(Int64(max(0, min(seconds.isNaN ? 0 : seconds, longest)).rounded())).spelled
    }
}
