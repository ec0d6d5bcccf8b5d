// What Atom readers rely on beyond the bytes of the golden files.

import FeedModel
import FoundationEssentials
import Testing

@testable import FeedPublishing

struct AtomFeedTests {
    private func atom(_ page: FeedPage) -> String { String(decoding: AtomFeed.render(page), as: UTF8.self) }

    @Test func sameInputGivesSameBytes() {
        let page = Samples.page(Samples.ordinary + Samples.hostile)
        #expect(AtomFeed.render(page) == AtomFeed.render(page))
    }

    @Test func idsSurviveAnotherSchemePortAndPath() {
        var page = Samples.page([Samples.quake])
        page.baseURL = "http://nieuws.example.nl:8080/telex"
        #expect(atom(page).contains("<id>tag:nieuws.example.nl,2026:story/0011223344556677</id>"))
        #expect(atom(page).contains("<id>tag:nieuws.example.nl,2026:feed/buitenland</id>"))
    }

    @Test func storyHasTheSameIDInEveryFeed() {
        let other = atom(Samples.page([Samples.alert], feed: Samples.englishFeed))
        #expect(other.contains("<id>tag:nieuws.example.nl,2026:story/0000000000000001</id>"))
    }

    @Test func feedIsNeverOlderThanItsStories() {
        var page = Samples.page([Samples.quake])
        page.updated = .distantPast
        let head = atom(page).split(separator: "<entry>").first ?? ""
        #expect(head.contains("<updated>2026-01-24T10:13:00Z</updated>"))
    }

    @Test func everyAgencyIsAnAuthor() {
        let authors = atom(Samples.page([Samples.quake])).split(separator: "<entry>").last?.split(separator: "<author>")
        #expect(authors?.count == 4)
    }

    @Test func lastPageHasNoNextAndFirstPageNoPrevious() {
        let only = atom(Samples.page([Samples.quake]))
        #expect(!only.contains("rel=\"next\""))
        #expect(!only.contains("rel=\"previous\""))
        let second = atom(Samples.page([Samples.quake], number: 2))
        let address = "type=\"application/atom+xml\" href=\"https://nieuws.example.nl/buitenland.atom"
        #expect(second.contains("rel=\"previous\" \(address)\""))
        #expect(second.contains("rel=\"self\" \(address)?page=2\""))
    }

    @Test func hubIsAnnouncedWhenThereIsOne() {
        let announced = atom(Samples.page([], feed: Samples.englishFeed))
        #expect(announced.contains("<link rel=\"hub\" href=\"https://hub.example.net/\"/>"))
        #expect(!atom(Samples.page([])).contains("\"hub\""))
    }

    @Test func unknownSourceIsPublishedByItsID() {
        var page = Samples.page([Samples.quake])
        page.sources = [:]
        #expect(atom(page).contains("<id>tag:nieuws.example.nl,2026:source/anp</id>"))
    }

    @Test func noSecretOfASourceIsPublished() {
        let page = Samples.page(Samples.ordinary + Samples.hostile)
        let documents = [
            AtomFeed.render(page), RSSFeed.render(page), JSONFeed.render(page),
            StoryPage.render(page, now: Samples.now),
        ]
        for bytes in documents {
            #expect(!String(decoding: bytes, as: UTF8.self).contains("geheim"))
        }
    }

    @Test func storyWithoutReportsIsPublishedAllTheSame() {
        var story = Samples.alert
        story.reports = []
        #expect(atom(Samples.page([story])).contains("<title>(AFP)</title>"))
    }
}
