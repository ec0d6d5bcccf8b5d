// Web addresses as far as the desk compares them: which part names the page, and which only tells how one came there.

/// An absolute or scheme-less address, split without judging it (RFC 3986 section 3).
struct WebAddress {
    /// In lower case; empty when there is none.
    let scheme: String
    let path: String
    private let authority: Substring
    private let queryText: Substring

    /// Nil for an empty address.
    init?(_ text: String) {
        var rest = text.trimmingSpaces[...]
        guard !rest.isEmpty else { return nil }
        if let fragment = rest.firstIndex(ofASCII: "#") { rest = rest[..<fragment] }
        var queryText = Substring()
        if let mark = rest.firstIndex(ofASCII: "?") {
            queryText = rest[rest.index(after: mark)...]
            rest = rest[..<mark]
        }
        var scheme = ""
        if let colon = rest.firstIndex(ofASCII: ":"), rest[rest.index(after: colon)...].hasPrefix("//") {
            scheme = rest[..<colon].lowercased()
            rest = rest[rest.index(after: colon)...]
        }
        var authority = Substring()
        if rest.hasPrefix("//") {
            rest = rest.dropFirst(2)
            authority = rest[..<(rest.firstIndex(ofASCII: "/") ?? rest.endIndex)]
            rest = rest[authority.endIndex...]
        }
        self.scheme = scheme
        self.authority = authority
        self.queryText = queryText
        path = String(rest)
    }

    /// The parameters as written, in order.
    var query: [String] { queryText.split(separator: "&").map(String.init) }

    /// In lower case, without user information and without the scheme's own port.
    var host: String { Self.host(of: authority, scheme: scheme) }

    /// The page alone: no scheme, no fragment, no parameters that only track the reader. The same page over http and
    /// https is one page. Frozen, as part of the identity recipe.
    var page: String {
        let kept = query.filter { !Self.isTracking($0) }
        return "//\(host)\(path.isEmpty ? "/" : path)" + (kept.isEmpty ? "" : "?" + kept.joined(separator: "&"))
    }

    private static func host(of authority: Substring, scheme: String) -> String {
        var host = authority.lowercased()[...]
        if let at = host.lastIndex(of: "@") { host = host[host.index(after: at)...] }
        for (name, port) in [("http", ":80"), ("https", ":443")] where scheme == name && host.hasSuffix(port) {
            host = host.dropLast(port.count)
        }
        return String(host)
    }

    private static func isTracking(_ parameter: String) -> Bool {
        let name = parameter.prefix { $0 != "=" }.lowercased()
        return tracking.contains(name) || prefixes.contains { name.hasPrefix($0) }
    }

    private static let prefixes = ["utm_", "mtm_", "pk_", "piwik_", "at_", "hsa_", "__twitter", "wt_"]
    private static let tracking: Set<String> = [
        "fbclid", "gclid", "dclid", "msclkid", "yclid", "igshid", "mc_cid", "mc_eid", "cmpid", "cmp", "ns_mchannel",
        "ns_source", "ns_campaign", "ns_linkname", "ns_fee", "ocid", "ito", "smid", "smtyp", "partner", "ref",
        "referrer",
        "source", "feedname", "feedtype", "xtor", "traffic_source", "ftag", "spm", "rss", "s_cid", "guccounter", "_ga",
    ]
}
