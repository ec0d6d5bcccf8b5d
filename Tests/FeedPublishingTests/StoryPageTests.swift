// The page for people: what it promises to eyes, ears and a strict Content-Security-Policy.

import FeedModel
import FoundationEssentials
import Testing

@testable import FeedPublishing

struct StoryPageTests {
    private func html(_ page: FeedPage) -> String {
        String(decoding: StoryPage.render(page, now: Samples.now), as: UTF8.self)
    }

    private func fragment(_ story: Story) -> String {
        StoryFragment.render(story, in: Samples.page([]), now: Samples.now)
    }

    @Test func storyShowsHeadlineDatelineLeadTimeAndOtherReports() {
        let item = fragment(Samples.quake)
        #expect(item.contains("<a href=\"https://anp.example.org/buitenland/1001\">Zware aardbeving treft"))
        #expect(item.contains("SANTIAGO (<abbr title=\"Algemeen Nederlands Persbureau\">ANP</abbr>/"))
        #expect(item.contains(">38 minuten geleden</time>"))
        #expect(item.contains("bijgewerkt <time class=\"recent\""))
        let other = "<a href=\"https://reuters.example.org/world/77\"><bdi>Reuters Wereld</bdi></a>"
        #expect(item.contains("ook bij: \(other), <a"))
    }

    @Test func hostileTextStaysText() {
        let page = html(Samples.page(Samples.hostile))
        #expect(!page.contains("<script>"))
        #expect(!page.contains("javascript:"))
        #expect(!page.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
    }

    @Test func quoteWithACombiningMarkIsStillEscaped() {
        let scalars = Array(fragment(Samples.hostile[1]).unicodeScalars)
        for (index, scalar) in scalars.enumerated().dropFirst() where scalar == "\u{301}" || scalar == "\u{338}" {
            #expect(scalars[index - 1] == ";")
        }
    }

    @Test func nothingIsInlineAndNothingComesFromElsewhere() {
        let status = String(decoding: StatusPage.render(Samples.status), as: UTF8.self)
        for page in [html(Samples.page([Samples.quake])), status] {
            #expect(!page.contains(" style="))
            #expect(!page.contains("<style"))
            #expect(!page.contains("<script>"))
            #expect(!page.contains("src=\"http"), "no sample of these has a picture")
            #expect(page.contains("<link rel=\"stylesheet\" href=\"assets/telex-"))
        }
    }

    @Test func emptyFeedSaysSoKindly() {
        #expect(html(Samples.page([])).contains("Nog geen berichten."))
        #expect(html(Samples.page([], feed: Samples.englishFeed)).contains("No stories yet."))
    }

    @Test func pageSpeaksTheLanguageOfItsFeed() {
        #expect(html(Samples.page([Samples.quake])).contains("<html lang=\"nl\">"))
        let english = html(Samples.page([Samples.quake], feed: Samples.englishFeed))
        #expect(english.contains("<html lang=\"en-GB\">"))
        #expect(english.contains("38 minutes ago"))
        #expect(english.contains("World &amp; more"))
    }

    @Test func onlyTheFirstPageIsLive() {
        #expect(html(Samples.page([])).contains("data-events=\"buitenland/events\""))
        #expect(!html(Samples.page([], number: 2)).contains("data-events"))
    }

    @Test func feedsAreFoundByReaders() {
        let page = html(Samples.page([]))
        #expect(page.contains("<link rel=\"alternate\" type=\"application/atom+xml\""))
        #expect(page.contains("title=\"Buitenland (Atom)\" href=\"buitenland.atom\">"))
        #expect(page.contains("type=\"application/rss+xml\""))
        #expect(page.contains("type=\"application/feed+json\""))
    }

    @Test func storyWithoutAddressHasNoLink() {
        #expect(fragment(Samples.uncredited).contains("dir=\"auto\">Haven van Antwerpen weer open</h2>"))
    }

    @Test func longLeadIsCutAtAWord() {
        var story = Samples.quake
        story.reports[0].attribution.lead = String(repeating: "woord ", count: 200)
        let item = fragment(story)
        #expect(item.contains("woord…</p>"))
        #expect(item.utf8.count < 3000)
    }

    @Test func eventCarriesTheSameItemInOneLine() throws {
        struct Event: Decodable {
            var id: String
            var html: String
        }
        let data = StoryFragment.eventData(Samples.quake, in: Samples.page([]), now: Samples.now)
        #expect(!data.contains("\n"))
        let event = try JSONDecoder().decode(Event.self, from: Data(data.utf8))
        #expect(event.id == "0011223344556677")
        #expect(event.html == fragment(Samples.quake))
        #expect(html(Samples.page([Samples.quake])).contains(event.html))
    }

    @Test func assetAddressHoldsTheContent() {
        #expect(Set(PageAssets.all.map(\.path)).count == PageAssets.all.count)
        for asset in PageAssets.all {
            #expect(asset.path.hasPrefix("/assets/telex-"))
            #expect(!asset.bytes.isEmpty)
        }
    }

    @Test func everythingBesidesPicturesIsSmall() {
        let page = StoryPage.render(Samples.page(Array(repeating: Samples.quake, count: 1)), now: Samples.now)
        let assets = PageAssets.all.reduce(0) { $0 + $1.bytes.count }
        #expect(page.count + assets < 50_000)
    }
}
