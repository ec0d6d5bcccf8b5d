// The links at the head of a feed document: itself, its page, its other pages and its hub.

import FeedModel

/// One link of a feed document.
struct FeedLink: Equatable {
    var relation: String
    var type: String?
    var address: String

    /// self, alternate, the other pages (RFC 5005 section 3) and the hub (WebSub section 4), in this order.
    static func all(of page: FeedPage, format: FeedPage.Format) -> [FeedLink] {
        let type = format.mediaType
        var links = [
            FeedLink(relation: "self", type: type, address: page.address(format, page: page.page)),
            FeedLink(relation: "alternate", type: "text/html", address: page.pageAddress),
        ]
        if page.page > 1 {
            links.append(FeedLink(relation: "first", type: type, address: page.address(format, page: 1)))
            links.append(FeedLink(relation: "previous", type: type, address: page.address(format, page: page.page - 1)))
        }
        if page.hasOlder {
            links.append(FeedLink(relation: "next", type: type, address: page.address(format, page: page.page + 1)))
        }
        if let hub = WebAddress.web(page.feed.hub) { links.append(FeedLink(relation: "hub", address: hub)) }
        return links
    }
}
