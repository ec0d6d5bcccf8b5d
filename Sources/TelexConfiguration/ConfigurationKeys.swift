// Every key the reader knows. The reference in docs/configuration.md and the example config/telex.yaml are tested
// against these lists.

/// The keys of the file, section by section, in the order they are documented.
enum ConfigurationKeys {
    static let top = ["server", "storage", "polling", "dedup", "attribution", "sources", "feeds"]
    static let server = ["listen", "base_url"]
    static let storage = ["path", "retention"]
    static let polling = [
        "interval", "max_interval", "timeout", "connect_timeout", "max_body", "max_concurrent", "max_per_host",
        "contact",
        "allow_private",
    ]
    static let dedup = ["window", "match"]
    static let attribution = ["home"]
    static let sources = [
        "url", "id", "title", "agency", "interval", "priority", "scope", "enabled", "headers", "username",
        "password_file", "token_file", "proxy", "quiet_after", "include", "exclude", "allow_private", "dedup",
    ]
    static let feeds = [
        "id", "title", "description", "language", "sources", "scope", "include", "exclude", "max_items", "max_age",
        "hub",
        "output",
    ]

    /// The keys of a section; empty for a section there is none of.
    static func keys(of section: String) -> [String] {
        switch section {
        case "": top
        case "server": server
        case "storage": storage
        case "polling": polling
        case "dedup": dedup
        case "attribution": attribution
        case "sources": sources
        case "feeds": feeds
        default: []
        }
    }

    /// Every key with its section: `polling.interval`.
    static var paths: [String] {
        top.flatMap { section in keys(of: section).map { "\(section).\($0)" } }
    }

    /// What to do instead of a key people try and Telex does not have.
    static func advice(on key: String) -> String? {
        switch key {
        case "password", "passwd", "pass", "secret":
            "write the password into a file of its own and name that in password_file"
        case "token", "bearer", "api_key", "apikey":
            "write the token into a file of its own and name that in token_file"
        default: nil
        }
    }

    /// What to write instead of an unknown key, as a hint; falls back on the keys there are.
    static func hint(on key: String, in section: String) -> String {
        let keys = keys(of: section)
        if section == "sources", let advice = advice(on: key) { return advice }
        if let near = Spelling.nearest(to: key, among: keys) { return "did you mean \"\(near)\"?" }
        let elsewhere = paths.filter { $0.hasSuffix(".\(key)") }
        if elsewhere.count == 1, let path = elsewhere.first { return "did you mean \"\(path)\"?" }
        return keys.isEmpty ? "" : "known are \(Shown.list(keys, "and"))"
    }
}
