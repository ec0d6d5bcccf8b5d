// The sentences of the status page.

import FeedModel
import FoundationEssentials

/// Says what the numbers mean, at one moment.
struct StatusWords {
    let now: Date
    let times: RelativeTime

    init(now: Date) {
        self.now = now
        times = RelativeTime(phrases: .english, now: now)
    }

    /// One line over everything, and whether it is good news.
    func verdict(on report: StatusReport) -> (text: String, isGood: Bool) {
        if let problem = report.problem { return ("The daemon has a problem: \(problem)", false) }
        if report.outage {
            return ("No source can be reached: this machine's network is down, or its DNS.", false)
        }
        let ailing = report.sources.filter(\.state.needsAttention)
        guard !ailing.isEmpty else {
            return (report.sources.isEmpty ? "There is nothing to poll yet." : "Everything works.", true)
        }
        let names = ailing.prefix(4).map { "\($0.title) (\($0.state.rawValue))" }.joined(separator: ", ")
        let more = ailing.count > 4 ? " and \(ailing.count - 4) more" : ""
        let verb = ailing.count == 1 ? "needs" : "need"
        let all = count(report.sources.count, "source", "sources")
        return ("\(ailing.count) of \(all) \(verb) a look: \(names)\(more).", false)
    }

    /// What would help; nil when nothing needs doing.
    func advice(on report: SourceReport) -> String? {
        switch report.state {
        case .failing:
            report.failures == 1
                ? "It failed once. Nothing to do unless it goes on."
                : "It has failed \(report.failures) times in a row. See whether the address opens in a browser."
        case .gone:
            "The server says this feed is gone for good (410). Polling has stopped: give its new address or remove it."
        case .quiet:
            "It answers, but brings nothing new. See whether the publisher has moved the feed."
        case .outage:
            "It failed together with all other sources, and is not blamed."
        case .waiting:
            "It has not been polled yet."
        case .disabled:
            "Switched off in the configuration."
        case .ok:
            nil
        }
    }

    /// A `time` element for an instant before or after now.
    func time(_ date: Date) -> String {
        guard date > now else { return times.element(date) }
        let stamp = CivilTime(date).rfc3339
        let exact = Markup.escaped(times.exact(date))
        return "<time datetime=\"\(stamp)\" title=\"\(exact)\">\(Markup.escaped(until(date)))</time>"
    }

    private func until(_ date: Date) -> String {
        let interval = date.timeIntervalSince(now)
        // Beyond a century the words would be wrong anyway.
        let seconds = Int(min(interval.isNaN ? 0 : interval, 3_155_760_000))
        switch seconds {
        case ..<60: return "in \(count(seconds, "second", "seconds"))"
        case ..<5400: return "in \(count((seconds + 30) / 60, "minute", "minutes"))"
        case ..<129_600: return "in \(count((seconds + 1800) / 3600, "hour", "hours"))"
        default: return "in \(count((seconds + 43_200) / 86_400, "day", "days"))"
        }
    }

    func count(_ number: Int, _ one: String, _ many: String) -> String {
        "\(number) \(number == 1 ? one : many)"
    }

    /// "0.34 s", "12 s".
    func seconds(_ seconds: Double) -> String {
        guard seconds.isFinite, seconds >= 0, seconds < 1e6 else { return "?" }
        if seconds >= 10 { return "\(Int(seconds.rounded())) s" }
        let hundredths = Int((seconds * 100).rounded())
        let rest = hundredths % 100
        return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest) s"
    }

    func plotLabel(_ values: [Int]) -> String {
        let total = values.reduce(0) { $0 &+ $1 }
        let span = "\(count(total, "item", "items")) in \(count(values.count, "hour", "hours"))"
        return "\(span), at most \(values.max() ?? 0) an hour"
    }

    /// A shape for each state, so that none is told by colour alone.
    static func mark(_ state: SourceHealth) -> String {
        switch state {
        case .ok: "●"
        case .waiting: "○"
        case .failing: "▲"
        case .gone: "■"
        case .disabled: "–"
        case .quiet: "◐"
        case .outage: "✕"
        }
    }

    /// Which states stand first.
    static func rank(_ state: SourceHealth) -> Int {
        switch state {
        case .failing: 0
        case .gone: 1
        case .outage: 2
        case .quiet: 3
        case .waiting: 4
        case .ok: 5
        case .disabled: 6
        }
    }
}
