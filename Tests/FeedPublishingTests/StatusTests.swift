// What the status tells, and what it keeps to itself.

import FeedModel
import FoundationEssentials
import Testing

@testable import FeedPublishing

struct StatusTests {
    @Test func everyStateIsToldApart() {
        #expect(Samples.ailing.map(\.state) == [.ok, .failing, .gone, .quiet, .waiting, .disabled])
        #expect(Samples.polled("x") { $1.outcome = .outage }.state == .outage)
    }

    @Test func stoppedSourceHasNoNextPoll() {
        #expect(Samples.polled("x") { source, _ in source.isEnabled = false }.nextPoll == nil)
        #expect(Samples.polled("x") { $1.outcome = .gone }.nextPoll == nil)
    }

    @Test func quietIsToldOfAFailingSourceToo() {
        let report = Samples.polled("x") { source, state in
            source.quietAfter = .seconds(60)
            state.failures = 1
        }
        #expect(report.state == .failing)
        #expect(report.quiet)
    }

    @Test func reportIsReadBackAsWritten() {
        #expect(StatusReport.read(Samples.status.json()) == Samples.status)
        #expect(StatusReport.read(Array("{}".utf8)) == nil)
        #expect(StatusReport.read([0xFF]) == nil)
    }

    @Test func fieldsAreNamedAsPromised() {
        let json = String(decoding: Samples.status.json(), as: UTF8.self)
        for name in [
            "version", "started", "now", "outage", "totals", "sources", "feeds", "id", "title", "url", "state",
            "last_poll", "next_poll", "next_poll_reason", "interval_seconds", "last_status", "failures", "last_error",
            "items", "duplicates", "items_per_hour", "last_new", "quiet", "stories", "polls",
        ] {
            #expect(json.contains("\"\(name)\" : "), "\(name)")
        }
    }

    @Test func secretsAreNotShown() {
        #expect(!String(decoding: Samples.status.json(), as: UTF8.self).contains("geheim"))
        #expect(!String(decoding: StatusPage.render(Samples.status), as: UTF8.self).contains("geheim"))
        let opml = OPML.render(sources: Samples.configured, title: "")
        #expect(!String(decoding: opml, as: UTF8.self).contains("geheim"))
    }

    @Test(
        arguments: [
            (Samples.status(of: []), "There is nothing to poll yet."),
            (Samples.status(of: [Samples.polled("a")]), "Everything works."),
            (Samples.status, "3 of 6 sources need a look: afp (failing), efe (gone), ansa (quiet)."),
            (Samples.status(of: [], outage: true), "No source can be reached"),
            (Samples.status(of: [], problem: "disk full"), "The daemon has a problem: disk full"),
        ]
    )
    func oneLineTellsWhatIsWrong(report: StatusReport, line: String) {
        #expect(String(decoding: StatusPage.render(report), as: UTF8.self).contains(line))
    }

    @Test func ailingSourcesStandFirst() throws {
        let page = String(decoding: StatusPage.render(Samples.status), as: UTF8.self)
        let places = try ["afp", "efe", "ansa", "new", "anp", "off"].map { id in
            try #require(page.firstRange(of: "id=\"source-\(id)\"")).lowerBound
        }
        #expect(places == places.sorted())
    }

    @Test func noStateIsToldByColourAlone() {
        let marks = SourceHealth.allCases.map(StatusWords.mark)
        #expect(Set(marks).count == SourceHealth.allCases.count)
    }

    @Test func plotHasABarForEachHour() {
        let plot = Sparkline.svg([0, 4, 2], label: "6 items & zo")
        #expect(plot.split(separator: "<rect").count == 4)
        #expect(plot.contains("height=\"24\"/>"))
        #expect(plot.contains("aria-label=\"6 items &amp; zo\""))
        #expect(Sparkline.svg([], label: "").isEmpty)
        #expect(Sparkline.svg([.max, .min, -1], label: "").contains("<rect"))
    }
}
