// Paths to routes: few forms, everything else unknown.

import FeedServer
import TestSupport
import Testing

@Suite struct RouteTests {
    @Test(arguments: [
        ("/", nil, Route.index), ("/status", nil, .status), ("/status.json", nil, .statusJSON),
        ("/healthz", nil, .health), ("/sources.opml", nil, .sourcesOPML),
        ("/buitenland", nil, .page(feedID: "buitenland", page: 1)),
        ("/buitenland", "page=2", .page(feedID: "buitenland", page: 2)),
        ("/buitenland.atom", nil, .feed(feedID: "buitenland", format: .atom, page: 1)),
        ("/buitenland.rss", "", .feed(feedID: "buitenland", format: .rss, page: 1)),
        ("/buitenland.json", "x=1", .feed(feedID: "buitenland", format: .json, page: 1)),
        ("/buitenland.atom", "page=3", .feed(feedID: "buitenland", format: .atom, page: 3)),
        ("/a.b.atom", "y&page=2", .feed(feedID: "a.b", format: .atom, page: 2)),
        ("/buitenland/events", nil, .events(feedID: "buitenland")),
        ("/assets/x.css", nil, .asset(path: "/assets/x.css")),
    ])
    func knownPaths(path: String, query: String?, route: Route) {
        #expect(Route(path: path, query: query) == route)
    }

    @Test(arguments: [
        ("", nil), ("/.atom", nil), ("/buitenland.atom", "page=0"), ("/buitenland.atom", "page=-1"),
        ("/buitenland.atom", "page=1001"), ("/buitenland.atom", "page=x"), ("/buitenland.atom", "page="),
        ("/buitenland/", nil), ("//", nil), ("/buitenland/events/x", nil), ("/../etc/passwd", nil), ("/a%2Fb", nil),
        ("/buitenland.atom", "page=99999999999999999999"),
    ])
    func everythingElseIsUnknown(path: String, query: String?) {
        #expect(Route(path: path, query: query) == .unknown)
    }
}
