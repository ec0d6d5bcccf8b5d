// The namespaces feeds use, by URI: old, misspelt and wrong-case URIs count as the one that is meant.

import XMLStream

/// A namespace whose names Telex knows.
enum FeedNamespace: String, CaseIterable, Sendable {
    /// RSS in all its versions, and documents without a namespace.
    case plain = ""
    case atom, rdf, dc, dcterms, content, media, itunes, sy, feedburner, xhtml, xml, anp

    /// The URIs that mean this namespace; compared without case, scheme, trailing `/` and `#`.
    private var uris: [String] {
        switch self {
        case .plain:
            [
                "http://purl.org/rss/1.0/", "http://my.netscape.com/rdf/simple/0.9/", "http://backend.userland.com/rss",
                "http://channel.netscape.com/rdf/simple/0.9/",
                "http://backend.userland.com/rss091", "http://backend.userland.com/rss092",
                "http://blogs.law.harvard.edu/tech/rss", "http://blogs.law.harvard.edu/tech/rss2",
                "http://cyber.law.harvard.edu/rss/rss.html", "http://purl.org/net/rss1.1",
                "http://www.rssboard.org/rss", "http://backend.userland.com/rss2",
            ]
        case .atom:
            [
                "http://www.w3.org/2005/Atom", "http://purl.org/atom/ns", "http://purl.org/atom/ns#1.0",
                "http://purl.org/echo", "http://example.com/newformat", "http://example.com/necho",
                "uri/of/echo/namespace", "http://purl.org/pie",
            ]
        case .rdf: ["http://www.w3.org/1999/02/22-rdf-syntax-ns"]
        case .dc:
            [
                "http://purl.org/dc/elements/1.1", "http://purl.org/dc/elements/1.0", "http://purl.org/dc/elements",
                "http://purl.org/metadata/dublin_core",
            ]
        case .dcterms: ["http://purl.org/dc/terms"]
        case .content: ["http://purl.org/rss/1.0/modules/content"]
        case .media:
            [
                "http://search.yahoo.com/mrss", "http://video.search.yahoo.com/mrss",
                "http://www.rssboard.org/media-rss",
            ]
        case .itunes: ["http://www.itunes.com/dtds/podcast-1.0.dtd", "http://example.com/dtds/podcast-1.0.dtd"]
        case .sy: ["http://purl.org/rss/1.0/modules/syndication"]
        case .feedburner: ["http://rssnamespace.org/feedburner/ext/1.0"]
        case .xhtml: ["http://www.w3.org/1999/xhtml", "http://www.w3.org/TR/xhtml1/strict"]
        case .xml: ["http://www.w3.org/XML/1998/namespace"]
        // Told by prefix and host: see `of`.
        case .anp: []
        }
    }

    private static let byURI: [String: FeedNamespace] = {
        var table: [String: FeedNamespace] = [:]
        for namespace in allCases {
            for uri in namespace.uris { table[folded(uri)] = namespace }
        }
        return table
    }()

    /// The namespace a name is in; nil when Telex does not know it.
    static func of(_ name: XMLName) -> FeedNamespace? {
        guard let uri = name.namespaceURI else {
            // A prefix nobody declared means what it usually means.
            return name.prefix.map { FeedNamespace(rawValue: $0.lowercased()) } ?? .plain
        }
        if let known = byURI[folded(uri)] { return known }
        // ANP has published no URI for its elements; whatever it is now, it is theirs or has their prefix.
        if name.prefix?.lowercased() == "anp" || isHost("anp.nl", of: uri) { return .anp }
        // A default namespace of the publisher's own does not take the document out of RSS; a usual prefix with an
        // unknown URI is a slip of the pen.
        return name.prefix.map { FeedNamespace(rawValue: $0.lowercased()) } ?? .plain
    }

    /// Whether a URI is one of Atom's.
    static func isAtom(_ uri: String) -> Bool { byURI[folded(uri)] == .atom }

    private static func isHost(_ host: String, of uri: String) -> Bool {
        let parts = folded(uri).split(separator: "/")
        guard parts.count > 1 else { return false }
        return parts[1] == host || parts[1].hasSuffix("." + host)
    }

    private static func folded(_ uri: String) -> String {
        var text = uri.lowercased()[...]
        while text.first?.isWhitespace == true { text.removeFirst() }
        while let last = text.last, last.isWhitespace || last == "/" || last == "#" { text.removeLast() }
        if text.hasPrefix("https://") { text = "http://" + text.dropFirst(8) }
        return String(text)
    }
}
