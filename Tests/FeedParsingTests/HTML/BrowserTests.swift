// Hostile fragments, sanitised, in a real browser: nothing runs, nothing is asked for, nothing forbidden comes to be.

import FeedParsing
import TestSupport
import Testing

@Suite(.serialized) struct BrowserTests {
    /// Shows the fragments in Chromium, from one address; EVIL is another, which must not be asked for anything.
    private func show(
        _ fragments: (_ evil: String) -> [String],
        isParsed: Bool
    ) async throws -> (findings: BrowserPage.Findings, asked: [String]) {
        let own = try Origin()
        let evil = try Origin(address: "127.0.0.2")
        defer {
            own.stop()
            evil.stop()
        }
        let page = BrowserPage.html(fragments("127.0.0.2:\(evil.port)"), isParsed: isParsed)
        own.on("/news/page.html", reply: .ok(page, type: "text/html; charset=utf-8"))
        let dom = try await Chromium.dom(of: own.url("/news/page.html"), patience: nil)
        return (BrowserPage.Findings(dom: dom), evil.requests.map(\.path))
    }

    private func armed(_ evil: String) -> [String] {
        HostileMarkup.all.enumerated().map { number, fragment in
            // With its window: in a handler, an element named hit would be found first.
            HostileMarkup.armed(fragment, canary: "window.hit(\(number))", evil: evil)
        }
    }

    @Test func nothingOfASanitisedFragmentRuns() async throws {
        // Links lead to this page's own origin: pictures are asked for there.
        let (findings, asked) = try await show(
            { evil in armed(evil).map { HTMLSanitizer.sanitize($0, base: nil) } },
            isParsed: true
        )
        #expect(findings.isFinished, "the page was left, or never ended")
        #expect(findings.ran == [])
        #expect(findings.forbidden == [])
        #expect(findings.contained == 4 * HostileMarkup.all.count, "a fragment left its place")
        #expect(asked == [])
    }

    /// Without the sanitiser the same page sees scripts by the hundred: it would see one that got through.
    @Test func thePageSeesWhatRawFragmentsDo() async throws {
        let (findings, asked) = try await show(
            { evil in armed(evil).filter { !$0.contains("http-equiv") && !$0.contains("<base") } },
            isParsed: false
        )
        #expect(findings.isFinished)
        #expect(findings.ran.count > 150, "\(findings.ran.count)")
        #expect(findings.forbidden.count > 20, "\(findings.forbidden)")
        #expect(asked.count > 5, "\(asked)")
    }
}
