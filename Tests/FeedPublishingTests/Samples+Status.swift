// Sources in every state a source can be in, and the daemon that polls them.

import FeedModel
import FeedPublishing
import FoundationEssentials

extension Samples {
    static var englishFeed: MergedFeed {
        MergedFeed(id: "world", title: "World & more", language: "en-GB", hub: "https://hub.example.net/")
    }

    /// As an operator configures them: with secrets in the places where people put them.
    static var configured: [Source] {
        let address = "https://desk:geheim@anp.example.org/rss?token=geheim&rubriek=1"
        var anp = Source(id: "anp", url: address, interval: .seconds(300))
        anp.title = "ANP \"Buitenland\" & meer"
        anp.credentials = .basic(username: "desk", password: "geheim")
        anp.headers = [HTTPHeader(name: "X-Key", value: "geheim")]
        anp.proxy = "http://desk:geheim@proxy.example.org"
        return [
            anp,
            Source(id: "reuters", url: "https://reuters.example.org/world.atom", interval: .seconds(60)),
            Source(id: "folder", url: "file:///srv/geheim/in", interval: .seconds(60)),
        ]
    }

    /// A source polled a minute and a half ago without fault.
    static func polled(
        _ id: SourceID,
        change: (inout Source, inout PollState) -> Void = { _, _ in }
    ) -> SourceReport {
        var source = Source(id: id, url: "https://\(id).example.org/rss", interval: .seconds(300))
        var state = PollState(sourceID: id)
        state.outcome = .document
        state.httpStatus = 200
        state.lastPoll = minutesAgo(1.5)
        state.lastSuccess = minutesAgo(1.5)
        state.lastNew = minutesAgo(7)
        state.nextPoll = minutesAgo(-3.5)
        state.nextPollReason = "interval 5m"
        state.intervalSeconds = 300
        state.lastFetchSeconds = 0.213
        state.feedFormat = .rss20
        change(&source, &state)
        let counts = SourceCounts(items: 120, duplicates: 31, itemsPerHour: [0, 1, 4, 2, 0, 8])
        return SourceReport(source, state: state, counts: counts, now: now)
    }

    static var ailing: [SourceReport] {
        [
            polled("anp"),
            polled("afp") { source, state in
                source.url = "https://desk:geheim@afp.example.org/rss?apikey=geheim"
                state.outcome = .failed
                state.failures = 3
                state.httpStatus = 503
                state.lastError = "HTTP 503 <Service Unavailable>"
                state.nextPollReason = "3 failures"
                state.movedTo = "https://afp.example.org/new?apikey=geheim"
                state.warnings = 2
            },
            polled("efe") { _, state in
                state.outcome = .gone
                state.httpStatus = 410
                state.nextPoll = nil
                state.nextPollReason = ""
                state.lastError = "410 Gone"
            },
            polled("ansa") { source, state in
                source.quietAfter = .seconds(7200)
                state.lastNew = minutesAgo(600)
                state.outcome = .notModified
                state.httpStatus = 304
            },
            polled("new") { _, state in
                state = PollState(sourceID: "new")
                state.nextPoll = minutesAgo(-0.2)
                state.nextPollReason = "spread at start"
            },
            polled("off") { source, _ in source.isEnabled = false },
        ]
    }

    static func status(of sources: [SourceReport], outage: Bool = false, problem: String? = nil) -> StatusReport {
        StatusReport(
            version: "0.1.0",
            started: minutesAgo(3000),
            now: now,
            outage: outage,
            problem: problem,
            totals: StatusTotals(sources: sources.count, items: 820, stories: 611, duplicates: 209, polls: 4400),
            sources: sources,
            feeds: [
                FeedReport(
                    id: "buitenland",
                    title: "Buitenland",
                    url: "https://nieuws.example.nl/buitenland",
                    stories: 214,
                    lastChange: minutesAgo(3)
                )
            ]
        )
    }

    static var status: StatusReport { status(of: ailing) }
}
