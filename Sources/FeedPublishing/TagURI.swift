// The permanent names of what we publish: tag: URIs (RFC 4151). The recipe is frozen: a changed id is a new entry to
// every reader.

package import FeedModel

/// Names feeds, stories, sources and category schemes.
///
/// The authority is the host of `server.base_url`, without scheme, port and path: moving to https, to another port or
/// behind a path renames nothing, and two daemons never give two stories one name. A daemon that moves to another
/// host becomes another publisher: its readers have to subscribe anew, and then see its stories once more.
package enum TagURI {
    /// The name of a story: the same in every merged feed that carries it.
    static func story(_ id: StoryID, baseURL: String) -> String {
        make("story/" + WebAddress.pathSegment(id.rawValue), baseURL: baseURL)
    }

    /// The name of a merged feed, the same in all formats and on all pages.
    static func feed(_ id: String, baseURL: String) -> String {
        make("feed/" + WebAddress.pathSegment(id), baseURL: baseURL)
    }

    /// The name of a source that has no address of its own.
    static func source(_ id: SourceID, baseURL: String) -> String {
        make("source/" + WebAddress.pathSegment(id.rawValue), baseURL: baseURL)
    }

    /// The scheme of categories that are places of a dateline.
    static func places(baseURL: String) -> String { make("place", baseURL: baseURL) }

    /// The scheme of categories that are agency codes.
    static func agencies(baseURL: String) -> String { make("agency", baseURL: baseURL) }

    /// The story a published name names, whoever published it; nil for any other text.
    package static func storyID(in name: String) -> StoryID? {
        let parts = name.split(separator: ":", maxSplits: 2)
        guard parts.count == 3, parts[0] == "tag", parts[2].hasPrefix("story/") else { return nil }
        return StoryID(rawValue: String(parts[2].dropFirst("story/".count)))
    }

    private static func make(_ specific: String, baseURL: String) -> String {
        "tag:\(authority(of: baseURL)),2026:\(specific)"
    }

    /// RFC 4151 allows letters, digits, dots and hyphens: IPv6 addresses have their colons replaced.
    private static func authority(of baseURL: String) -> String {
        let host = WebAddress.host(of: baseURL) ?? ""
        let allowed = host.unicodeScalars.map { scalar -> Character in
            let isAllowed = scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
            return isAllowed || scalar == "." ? Character(scalar) : "-"
        }
        let name = String(allowed).split(separator: ".").joined(separator: ".")
        let trimmed = name.drop { $0 == "-" }
        return trimmed.isEmpty ? "localhost" : String(trimmed)
    }
}
