// One story as the list item that pages show and event streams carry.

package import FeedModel
package import FoundationEssentials

/// Renders single stories.
package enum StoryFragment {
    /// One `<li>`; relative times at `now`. Of `page` the feed, the sources and the base URL matter, not the stories.
    package static func render(_ story: Story, in page: FeedPage, now: Date) -> String {
        PageTemplates.render(.story, context(for: story, in: page, now: now))
    }

    /// The data of a `story` event, one line: `{"id":"…","html":"<li …"}`.
    package static func eventData(_ story: Story, in page: FeedPage, now: Date) -> String {
        JSONText.object([
            ("id", .string(story.id.rawValue)),
            ("html", .string(render(story, in: page, now: now))),
        ]).line
    }

    static func context(for story: Story, in page: FeedPage, now: Date) -> PageContext {
        let phrases = Phrases.of(page.feed.language)
        let times = RelativeTime(phrases: phrases, now: now)
        let published = PublishedStory(story, in: page)
        let isOwnPage = published.link.hasPrefix(page.pageAddress + "#")
        var context: PageContext = [
            "anchor": .text(StoryText.anchor(of: story)),
            "story_language": .optional(published.language),
            "order": .text("\(CivilTime(story.record.published).rfc3339) \(story.id)"),
            "headline": .text(published.title),
            "link": isOwnPage ? nil : .text(published.link),
            "image": .optional(published.image ?? picture(among: published.enclosures)),
            "dateline": dateline(of: story).map { .markup($0) },
            "lead": StoryText.nonBlank(story.shown?.attribution.lead).map { .text(StoryText.shortened($0, to: 420)) },
            "published": .markup(times.element(story.record.published)),
        ]
        context["has_text"] = .flag(context["dateline"] != nil || context["lead"] != nil)
        if published.updated.timeIntervalSince(story.record.published) >= 60 {
            context["updated_label"] = .text(phrases.updated)
            context["updated"] = .markup(times.element(published.updated))
        }
        let others = others(of: story, in: page, except: published.link)
        if !others.isEmpty {
            context["others_label"] = .text(phrases.alsoAt)
            context["others"] = .list(others)
        }
        return context
    }

    private static func picture(among enclosures: [Enclosure]) -> String? {
        enclosures.first { $0.type?.hasPrefix("image/") == true }?.url
    }

    /// `GENÈVE (<abbr>ANP</abbr>/<abbr>AFP</abbr>)`: the text of `Story.dateline` with the agencies' names on hover.
    private static func dateline(of story: Story) -> String? {
        guard story.dateline != nil else { return nil }
        let places = story.shown?.attribution.dateline?.places.joined(separator: "/") ?? ""
        let credits = story.record.agencies.map { code -> String in
            let text = Markup.escaped(code.rawValue)
            let name = AgencyTable.shipped.agency(named: code.rawValue)?.name
            guard let name, name != code.rawValue else { return text }
            return "<abbr title=\"\(Markup.escaped(name))\">\(text)</abbr>"
        }
        let credit = credits.isEmpty ? "" : "(\(credits.joined(separator: "/")))"
        return [Markup.escaped(places), credit].filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// The other reports, named by their source; one without an address is named all the same.
    private static func others(of story: Story, in page: FeedPage, except link: String) -> [PageContext] {
        var seen: Set<[String]> = []
        let further = story.reports.filter { $0.identity != story.shown?.identity }
        let entries = further.compactMap { report -> PageContext? in
            let url = WebAddress.web(report.entry.url).flatMap { $0 == link ? nil : $0 }
            let name = page.source(report.identity.sourceID).title
            guard seen.insert([name, url ?? ""]).inserted else { return nil }
            return ["other_name": .text(name), "other_url": .optional(url)]
        }
        return entries.enumerated().map { index, entry in
            var entry = entry
            entry["other_comma"] = .flag(index > 0)
            return entry
        }
    }
}
