// A story as every format tells it: what Atom, RSS and JSON Feed say in their own words is decided here once.

import FeedModel
import FoundationEssentials

/// One story, ready to be written.
struct PublishedStory {
    /// Another report of the same story.
    struct Related: Equatable {
        var url: String
        var title: String
    }

    let story: Story
    let id: String
    let title: String
    /// Of the preferred report, else of another one, else the story's place on the feed's page.
    let link: String
    let dateline: String?
    /// HTML that opens with the dateline; nil when the report has none, or the same as `contentHTML`.
    let summaryHTML: String?
    /// HTML that opens with the dateline.
    let contentHTML: String?
    /// One for each agency; without agencies the authors the report names, else its source. Never empty.
    let authors: [Person]
    /// Places, agencies, then the subjects of the report; each has a term.
    let categories: [Category]
    let related: [Related]
    /// With web addresses and media types.
    let enclosures: [Enclosure]
    let image: String?
    let source: PublishedSource?
    let rights: String?
    /// The report's own language where it is not the feed's.
    let language: String?
    /// For readers that list entries: dateline and lead as plain text.
    let lead: String?

    init(_ story: Story, in page: FeedPage) {
        let shown = story.shown
        let attribution = shown?.attribution
        self.story = story
        id = TagURI.story(story.id, baseURL: page.baseURL)
        title = StoryText.title(of: story, language: page.feed.language)
        link = Self.link(of: story, in: page)
        dateline = story.dateline
        let bodies = Self.bodies(of: attribution, dateline: story.dateline)
        (summaryHTML, contentHTML) = bodies
        source = (shown?.identity.sourceID).map { page.source($0) }
        authors = Self.authors(of: story, source: source)
        categories = Self.categories(of: story, baseURL: page.baseURL)
        related = Self.related(to: story, except: link)
        enclosures = (shown?.entry.enclosures ?? []).compactMap(MediaType.published)
        image = WebAddress.web(shown?.entry.image)
        rights = StoryText.nonBlank(shown?.entry.rights) ?? StoryText.nonBlank(source?.rights)
        let ownLanguage = LanguageTag.wellFormed(shown?.entry.language)
        language = ownLanguage == LanguageTag.wellFormed(page.feed.language) ? nil : ownLanguage
        let leadText = StoryText.nonBlank(attribution?.lead)
        lead =
            switch (story.dateline, leadText) {
            case (let dateline?, let text?): "\(dateline) - \(text)"
            case (let dateline, let text): dateline ?? text
            }
    }

    /// The instant readers are told; never before `published`.
    var updated: Date { max(story.record.updated, story.record.published) }

    private static func link(of story: Story, in page: FeedPage) -> String {
        let own = WebAddress.web(story.shown?.entry.url)
        let others = story.reports.lazy.compactMap { WebAddress.web($0.entry.url) }
        return own ?? others.first ?? "\(page.pageAddress)#\(StoryText.anchor(of: story))"
    }

    private static func bodies(of attribution: Attribution?, dateline: String?) -> (summary: String?, content: String?)
    {
        let summary = StoryText.nonBlank(attribution?.summaryHTML).map { DatelinePlacement.insert(dateline, into: $0) }
        let content = StoryText.nonBlank(attribution?.contentHTML).map { DatelinePlacement.insert(dateline, into: $0) }
        guard summary != nil || content != nil else {
            // A bare alert still credits its agencies.
            return (dateline.map { "<p>\(Markup.escaped($0))</p>" }, nil)
        }
        return (summary == content ? nil : summary, content)
    }

    private static func authors(of story: Story, source: PublishedSource?) -> [Person] {
        let agencies = story.record.agencies.map { code in
            Person(name: code.rawValue, url: WebAddress.web(AgencyTable.shipped.agency(named: code.rawValue)?.url))
        }
        if !agencies.isEmpty { return agencies }
        let named = (story.shown?.entry.authors ?? []).compactMap { person in
            StoryText.nonBlank(person.name).map { Person(name: $0, url: WebAddress.web(person.url)) }
        }
        if !named.isEmpty { return named }
        return [Person(name: source?.title ?? "Telex", url: source?.url)]
    }

    private static func categories(of story: Story, baseURL: String) -> [Category] {
        let places = story.record.places.map { Category(term: $0, scheme: TagURI.places(baseURL: baseURL)) }
        let agencies = story.record.agencies.map {
            Category(
                term: $0.rawValue,
                scheme: TagURI.agencies(baseURL: baseURL),
                label: AgencyTable.shipped.agency(named: $0.rawValue)?.name
            )
        }
        let subjects = (story.shown?.entry.categories ?? []).map { subject in
            Category(term: subject.term, scheme: WebAddress.web(subject.scheme), label: subject.label)
        }
        var seen: Set<[String]> = []
        return (places + agencies + subjects).filter { category in
            let key = [category.term, category.scheme ?? ""]
            return StoryText.nonBlank(category.term) != nil && seen.insert(key).inserted
        }
    }

    private static func related(to story: Story, except link: String) -> [Related] {
        var seen: Set<String> = [link]
        return story.reports.compactMap { report in
            guard let url = WebAddress.web(report.entry.url), seen.insert(url).inserted else { return nil }
            return Related(url: url, title: report.entry.title ?? "")
        }
    }
}

extension FeedPage {
    /// What is known of a source; at least its id.
    func source(_ id: SourceID) -> PublishedSource {
        sources[id] ?? PublishedSource(id: id, title: id.rawValue)
    }
}
