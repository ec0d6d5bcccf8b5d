// A merged feed as a page for people: the list, its times in words, and where to subscribe. No script is needed.

import FeedModel
package import FoundationEssentials

/// Renders a page of a merged feed as HTML.
package enum StoryPage {
    /// The document in UTF-8; relative times at `now`, all else from `page`.
    package static func render(_ page: FeedPage, now: Date) -> [UInt8] {
        let feed = page.feed
        let phrases = Phrases.of(feed.language)
        let title = StoryText.nonBlank(feed.title) ?? feed.id
        let pageTitle = page.page > 1 ? "\(title), \(Phrases.fill(phrases.page, "n", String(page.page)))" : title
        var context = PageContext.head(title: pageTitle, language: feed.language, feeds: [feed])
        context["title"] = .text(title)
        context["description"] = .optional(StoryText.nonBlank(feed.description))
        context["home"] = .text(page.slug)
        context["skip"] = .text(phrases.skip)
        context["subscribe"] = .text(phrases.subscribe)
        context["formats"] = .list(
            FeedPage.Format.allCases.map { format in
                ["format": .text(format.name), "format_href": .text(page.slug + format.suffix)]
            }
        )
        let stories = page.stories.map { StoryFragment.context(for: $0, in: page, now: now) }
        context["stories"] = .list(stories)
        context["empty"] = stories.isEmpty ? .text(phrases.empty) : nil
        addTimes(of: page, phrases: phrases, now: now, to: &context)
        addAgencies(of: page, phrases: phrases, to: &context)
        addPaging(of: page, phrases: phrases, to: &context)
        return Array(PageTemplates.render(.feed, context).utf8)
    }

    /// The words the script needs to keep the times right, and for the first page where new stories come from.
    private static func addTimes(of page: FeedPage, phrases: Phrases, now: Date, to context: inout PageContext) {
        let times = RelativeTime(phrases: phrases, now: now)
        context["last_change"] = .text(phrases.lastChange)
        context["changed"] = .markup(times.element(page.latestChange))
        context["just_now"] = .text(phrases.justNow)
        context["minute"] = .text(phrases.minute)
        context["minutes"] = .text(phrases.minutes)
        context["hour"] = .text(phrases.hour)
        context["hours"] = .text(phrases.hours)
        context["yesterday"] = .text(phrases.yesterday)
        guard page.page == 1 else { return }
        context["events"] = .text("\(page.slug)/events")
        context["limit"] = .text(String(page.feed.maxItems))
        context["live"] = .text(phrases.live)
        context["lost"] = .text(phrases.lost)
        context["new_story"] = .text(phrases.newStory)
    }

    private static func addPaging(of page: FeedPage, phrases: Phrases, to context: inout PageContext) {
        guard page.page > 1 || page.hasOlder else { return }
        context["pages_label"] = .text(phrases.pages)
        if page.page > 1 {
            context["newer"] = .text(phrases.newer)
            context["newer_href"] = .text(page.page == 2 ? page.slug : "\(page.slug)?page=\(page.page - 1)")
        }
        if page.hasOlder {
            context["older"] = .text(phrases.older)
            context["older_href"] = .text("\(page.slug)?page=\(page.page + 1)")
        }
    }

    /// Hovering is not for everyone: the page ends with the names behind the codes it uses.
    private static func addAgencies(of page: FeedPage, phrases: Phrases, to context: inout PageContext) {
        let codes = Set(page.stories.flatMap(\.record.agencies).map(\.rawValue))
        let agencies = codes.sorted().compactMap { code in AgencyTable.shipped.agency(named: code) }
            .filter { $0.name != $0.code.rawValue }
        guard !agencies.isEmpty else { return }
        context["agencies_label"] = .text(phrases.agencies)
        context["agencies"] = .list(
            agencies.map { agency in
                [
                    "agency_code": .text(agency.code.rawValue),
                    "agency_name": .text(agency.name),
                    "agency_url": .optional(WebAddress.web(agency.url)),
                ]
            }
        )
    }
}
