// Web and mail addresses in credits. An address names an agency by its host alone: `/apa/` in a path is a folder, and
// `ap` in the host of a newspaper is a section.

import FeedModel

/// The hosts of agencies, by their home pages.
struct CreditAddress: Sendable {
    private let codes: [String: AgencyCode]

    init(agencies: AgencyTable) {
        codes = Dictionary(
            agencies.agencies.compactMap { agency in
                agency.url.flatMap(WebAddress.init).map { (Self.withoutWWW($0.host), agency.code) }
            }.filter { !$0.0.isEmpty },
            uniquingKeysWith: { _, last in last }
        )
    }

    /// The agency whose home page's domain is the address's host, or a parent of it.
    func agency(at address: Substring) -> AgencyCode? {
        var host = Self.host(of: address)[...]
        while !host.isEmpty {
            if let code = codes[String(host)] { return code }
            guard let dot = host.firstIndex(of: ".") else { return nil }
            host = host[host.index(after: dot)...]
        }
        return nil
    }

    /// How far an address reaches from the start of a text; nil when the text does not begin with one:
    /// `https://…`, `//host/…`, `www.…`, `host.nl/…`, `name@host.nl`.
    static func end(ofAddressIn text: Substring) -> Substring.Index? {
        guard mayBeAddress(text) else { return nil }
        let delimiters: Set<Character> = ["<", ">", "\"", "(", ")", "[", "]", "“", "”", "„", "»", "«", "|"]
        var address = text.prefix { !$0.isWhitespace && !delimiters.contains($0) }
        while let last = address.last, ".,;:!?…'’".contains(last) { address.removeLast() }
        return isAddress(address) ? address.endIndex : nil
    }

    /// Every address has a slash or a full stop in it.
    private static func mayBeAddress(_ text: Substring) -> Bool {
        for byte in text.utf8 {
            switch byte {
            case 0x20, 0x09...0x0D: return false
            case UInt8(ascii: "/"), UInt8(ascii: "."): return true
            default: continue
            }
        }
        return false
    }

    private static func isAddress(_ text: Substring) -> Bool {
        if text.hasPrefix("//") || text.contains("://") { return true }
        let host = text.prefix { !"/?#:".contains($0) }
        let labels = (host.split(separator: "@").last ?? host).split(separator: ".", omittingEmptySubsequences: false)
        // A top-level domain is printed small: "dicht.ANP" lacks a space.
        guard labels.count > 1, let top = labels.last, top.count > 1, top.allSatisfy(\.isLowercase) else {
            return false
        }
        return labels.allSatisfy { label in
            !label.isEmpty && label.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
        }
    }

    private static func host(of address: Substring) -> String {
        let text = address.contains("//") ? String(address) : "//" + address
        // What stands before the slashes of an address is its scheme, whatever else it may be.
        let host = text.firstRange(of: "//").flatMap { WebAddress(String(text[$0.lowerBound...]))?.host } ?? ""
        return String(host.prefix { $0 != ":" })
    }

    private static func withoutWWW(_ host: String) -> String {
        host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
    }
}
