// /status for people: what is wrong first, then every source. In English, as the configuration and the log are.

import FeedModel
import FoundationEssentials

/// Renders a status report as HTML.
package enum StatusPage {
    /// The document in UTF-8; relative times at the report's own `now`.
    package static func render(_ report: StatusReport) -> [UInt8] {
        let words = StatusWords(now: report.now)
        var context = PageContext.head(title: "Telex status", language: "en", feeds: [])
        let verdict = words.verdict(on: report)
        context["verdict"] = .text(verdict.text)
        context["verdict_class"] = .text(verdict.isGood ? "good" : "bad")
        context["version"] = .text(report.version)
        context["started"] = .markup(words.time(report.started))
        context["made"] = .text(words.times.exact(report.now))
        context["totals"] = .list(totals(report.totals))
        context["feeds"] = .list(report.feeds.map { feed(of: $0, words: words) })
        let sorted = report.sources.enumerated().sorted { left, right in
            let ranks = (StatusWords.rank(left.element.state), StatusWords.rank(right.element.state))
            return ranks.0 == ranks.1 ? left.offset < right.offset : ranks.0 < ranks.1
        }
        context["sources"] = .list(sorted.map { source(of: $0.element, words: words) })
        context["no_sources"] = .flag(report.sources.isEmpty)
        return Array(PageTemplates.render(.status, context).utf8)
    }

    private static func totals(_ totals: StatusTotals) -> [PageContext] {
        [
            ("sources", totals.sources), ("polls since start", totals.polls), ("items", totals.items),
            ("stories", totals.stories), ("duplicates", totals.duplicates),
        ].map { ["total_name": .text($0.0), "total": .text(String($0.1))] }
    }

    private static func feed(of report: FeedReport, words: StatusWords) -> PageContext {
        [
            "feed_title": .text(report.title),
            "feed_href": .text(WebAddress.pathSegment(report.id)),
            "feed_stories": .text(words.count(report.stories, "story", "stories")),
            "feed_change": report.lastChange.map { .markup(words.time($0)) },
        ]
    }

    private static func source(of report: SourceReport, words: StatusWords) -> PageContext {
        [
            "source_id": .text(report.id.rawValue),
            "source_anchor": .text("source-" + WebAddress.pathSegment(report.id.rawValue)),
            "source_title": .text(report.title),
            "source_url": .text(report.url),
            "source_href": .optional(WebAddress.web(report.url)),
            "moved_to": .optional(report.movedTo),
            "state": .text(report.state.rawValue),
            "state_mark": .text(StatusWords.mark(report.state)),
            "advice": .optional(words.advice(on: report)),
            "error": .optional(report.lastError),
            "last_poll": report.lastPoll.map { .markup(words.time($0)) },
            "last_status": .optional(report.lastStatus.map { String($0) }),
            "fetch_time": .optional(report.lastFetchSeconds.map(words.seconds)),
            "next_poll": report.nextPoll.map { .markup(words.time($0)) },
            "reason": .optional(StoryText.nonBlank(report.nextPollReason)),
            "last_new": report.lastNew.map { .markup(words.time($0)) },
            "items": .text(String(report.items)),
            "source_duplicates": .text(String(report.duplicates)),
            "warnings": report.warnings > 0 ? .text(words.count(report.warnings, "warning", "warnings")) : nil,
            "failures": report.failures > 0 ? .text(words.count(report.failures, "failure", "failures")) : nil,
            "plot": .markup(Sparkline.svg(report.itemsPerHour, label: words.plotLabel(report.itemsPerHour))),
        ]
    }
}
