// The list of merged feeds, for a daemon that publishes several.

package import FeedModel

/// Renders the list of feeds as HTML, in the language of the first.
package enum IndexPage {
    /// The document in UTF-8. `baseURL`'s host is the page's title; links are relative.
    package static func render(_ feeds: [MergedFeed], baseURL: String) -> [UInt8] {
        let language = feeds.first?.language ?? "en"
        let phrases = Phrases.of(language)
        var context = PageContext.head(title: phrases.allFeeds, language: language, feeds: feeds)
        context["title"] = .text(phrases.allFeeds)
        context["host"] = .optional(WebAddress.host(of: baseURL))
        context["feeds"] = .list(
            feeds.map { feed in
                let slug = WebAddress.pathSegment(feed.id)
                return [
                    "feed_title": .text(StoryText.nonBlank(feed.title) ?? feed.id),
                    "feed_language": .optional(LanguageTag.wellFormed(feed.language)),
                    "feed_description": .optional(StoryText.nonBlank(feed.description)),
                    "feed_href": .text(slug),
                    "formats": .list(
                        FeedPage.Format.allCases.map { format in
                            ["format": .text(format.name), "format_href": .text(slug + format.suffix)]
                        }
                    ),
                ]
            }
        )
        return Array(PageTemplates.render(.index, context).utf8)
    }
}
