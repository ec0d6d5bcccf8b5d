// What every page has in its head.

import FeedModel

extension PageContext {
    /// A page's language, title, assets and, for a feed's page, the documents readers can find there.
    static func head(title: String, language: String, feeds: [MergedFeed]) -> PageContext {
        let alternates = feeds.flatMap { feed in
            FeedPage.Format.allCases.map { format -> PageContext in
                [
                    "href": .text(WebAddress.pathSegment(feed.id) + format.suffix),
                    "type": .text(format.mediaType),
                    "title": .text("\(feed.title) (\(format.name))"),
                ]
            }
        }
        return [
            "page_language": .text(LanguageTag.wellFormed(language) ?? "en"),
            "page_title": .text(title),
            "style": .text(PageAssets.style.reference),
            "script": .text(PageAssets.script.reference),
            "icon": .text(PageAssets.icon.reference),
            "alternates": .list(alternates),
        ]
    }
}
