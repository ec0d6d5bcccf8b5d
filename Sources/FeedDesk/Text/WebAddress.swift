// Web addresses as far as the desk compares them: which part names the page, and which only tells how one came there.

/// An absolute or scheme-less address, split without judging it (RFC 3986 section 3).
struct WebAddress: Equatable {
    /// In lower case; empty when there is none.
    private(set) var scheme: String
    /// In lower case, without user information and without the scheme's own port.
    private(set) var host: String
    private(set) var path: String
    /// The parameters as written, in order.
    private(set) var query: [String]

    /// Nil for an empty address.
    init?(_ text: String) {
        var rest = text.trimmingSpaces[...]
        guard !rest.isEmpty else { return nil }
        if let fragment = rest.firstIndex(of: "#") { rest = rest[..<fragment] }
        query = []
        if let mark = rest.firstIndex(of: "?") {
            query = rest[rest.index(after: mark)...].split(separator: "&").map(String.init)
            rest = rest[..<mark]
        }
        scheme = ""
        if let colon = rest.firstIndex(of: ":"), rest[rest.index(after: colon)...].hasPrefix("//") {
            scheme = rest[..<colon].lowercased()
            rest = rest[rest.index(after: colon)...]
        }
        host = ""
        if rest.hasPrefix("//") {
            let authority = rest.dropFirst(2).prefix { $0 != "/" }
            rest = rest[authority.endIndex...]
            host = Self.host(of: authority, scheme: scheme)
        }
        path = String(rest)
    }

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
