// sources: each with its defaults from polling, an id of its own, and what looks odd about it.

import FeedModel

/// A source with its place in the file.
struct PlacedSource {
    var source: Source
    var section: Section
    /// Nil when the address is unusable.
    var address: WebAddress?
}

extension ConfigurationWalk {
    static let maxSources = 10_000

    mutating func sources(_ top: Section, polling: PollingSettings) -> [PlacedSource] {
        var sources: [PlacedSource] = []
        for node in sourceNodes(top) {
            guard let section = sourceSection(node) else { continue }
            sources.append(source(section, polling: polling))
        }
        nameSources(&sources)
        for source in sources { warn(about: source, polling: polling) }
        warnAboutDoubles(sources)
        if sources.isEmpty { warn(at: top.place(of: "sources"), "sources", "there are none: nothing will be polled") }
        return sources
    }

    private mutating func sourceNodes(_ top: Section) -> [YAMLNode] {
        guard let node = top["sources"] else { return [] }
        switch node.content {
        case .list(let nodes):
            if nodes.count <= Self.maxSources { return nodes }
            mistake(at: node.place, "sources", "expected at most \(Self.maxSources) sources, found \(nodes.count)")
            return []
        case .nothing, .refused: return []
        case .text, .mapping:
            let hint = "start each source with `- `"
            mistake(at: node.place, "sources", "expected a list, found \(found(node, under: "sources")); \(hint)")
            return []
        }
    }

    /// `- https://…` is short for `- url: https://…`.
    private mutating func sourceSection(_ node: YAMLNode) -> Section? {
        switch node.content {
        case .text:
            let entry = YAMLEntry(key: "url", place: node.place, value: node)
            return Section(path: "sources", place: node.place, entries: ["url": entry])
        case .nothing:
            mistake(at: node.place, "sources", "expected an address or keys such as `url:`, found nothing")
            return nil
        default: return section(node, path: "sources")
        }
    }

    private mutating func source(_ section: Section, polling: PollingSettings) -> PlacedSource {
        let (url, address) = sourceURL(section)
        var source = Source(id: "", url: url, interval: polling.interval)
        source.id = SourceID(rawValue: sourceID(section) ?? "")
        source.title = text("title", of: section)
        source.agency = text("agency", of: section).map { name in
            AgencyTable.shipped.agency(named: name)?.code ?? AgencyCode(rawValue: name)
        }
        let anyTime = Self.second...Self.year
        source.interval = duration("interval", of: section, in: anyTime) ?? source.interval
        source.priority = number("priority", of: section, in: -1000...1000) ?? source.priority
        source.scope = choice("scope", of: section, among: [Scope.auto, .foreign, .domestic]) ?? source.scope
        source.isEnabled = flag("enabled", of: section) ?? source.isEnabled
        source.headers = headers(section)
        source.credentials = credentials(section)
        source.proxy = proxy(section)
        source.quietAfter = duration("quiet_after", of: section, in: anyTime)
        source.include = rules("include", of: section) ?? source.include
        source.exclude = rules("exclude", of: section) ?? source.exclude
        source.allowPrivate = flag("allow_private", of: section) ?? polling.allowPrivate
        source.dedup = flag("dedup", of: section) ?? source.dedup
        return PlacedSource(source: source, section: section, address: address)
    }

    private mutating func sourceURL(_ section: Section) -> (url: String, address: WebAddress?) {
        let expected = "an http, https or file address"
        guard section["url"] != nil else {
            mistake(at: section.place, "sources.url", "expected \(expected), found no url")
            return ("", nil)
        }
        guard let text = text("url", of: section, expecting: expected) else { return ("", nil) }
        switch WebAddress.source(text) {
        case .success(let address): return (text, address)
        case .failure(let problem):
            invalidURL("url", of: section, text, problem)
            return ("", nil)
        }
    }

    private mutating func sourceID(_ section: Section) -> String? {
        guard let text = text("id", of: section, expecting: "an id") else { return nil }
        if SourceNaming.isID(text) { return text }
        let hint = SourceNaming.suggestion(for: text).map { "write \($0)" }
        wrong("id", of: section, "an id of \(SourceNaming.syntax)", text, hint: hint)
        return nil
    }

    private mutating func proxy(_ section: Section) -> String? {
        let expected = "a proxy such as http://proxy.example.nl:3128"
        guard let text = text("proxy", of: section, expecting: expected) else { return nil }
        guard let problem = WebAddress.proxy(text) else { return text }
        invalidURL("proxy", of: section, text, problem)
        return nil
    }

    /// Written ids first, wherever they stand, so that no made one takes theirs.
    private mutating func nameSources(_ sources: inout [PlacedSource]) {
        var taken: [SourceID: Place] = [:]
        for placed in sources where !placed.source.id.rawValue.isEmpty {
            let place = placed.section.place(of: "id")
            if let first = taken[placed.source.id] {
                let found = "found \(Shown.text(placed.source.id.rawValue)) again; it is in line \(first.line) too"
                mistake(at: place, "sources.id", "expected every id once, \(found)")
            } else {
                taken[placed.source.id] = place
            }
        }
        var naming = SourceNaming(taken: Set(taken.keys))
        for index in sources.indices where sources[index].source.id.rawValue.isEmpty {
            guard let address = sources[index].address else { continue }
            let base = SourceNaming.base(for: address)
            let id = naming.take(base)
            sources[index].source.id = id
            if id.rawValue != base, sources[index].section["id"] == nil {
                let why = "is made up as \(Shown.text(id.rawValue)), as \(base) is taken"
                warn(
                    at: sources[index].section.place,
                    "sources.id",
                    "\(why); write one, so that it stays when others move"
                )
            }
        }
    }
}

// MARK: - Warnings

extension ConfigurationWalk {
    private mutating func warn(about placed: PlacedSource, polling: PollingSettings) {
        let source = placed.source
        let section = placed.section
        if source.interval > polling.maxInterval {
            let most = polling.maxInterval.spelled
            let message = "is longer than polling.max_interval (\(most)), which then means \(source.interval.spelled)"
            warn(at: section.place(of: "interval"), "sources.interval", message)
        }
        if let quiet = source.quietAfter, quiet < source.interval {
            let message = "is shorter than the interval (\(source.interval.spelled)): every pause looks quiet"
            warn(at: section.place(of: "quiet_after"), "sources.quiet_after", message)
        }
        if placed.address?.scheme == "http", source.credentials != nil {
            let key = section["token_file"] == nil ? "username" : "token_file"
            warn(
                at: section.place(of: "url"),
                "sources.url",
                "is http: the \(key) credentials travel unencrypted; use https"
            )
        }
        guard placed.address?.scheme == "file" else { return }
        for key in ["headers", "username", "password_file", "token_file", "proxy"] where section[key] != nil {
            warn(at: section.place(of: key), "sources.\(key)", "is not used for a file: address")
        }
    }

    private mutating func warnAboutDoubles(_ sources: [PlacedSource]) {
        var lines: [String: Int] = [:]
        for placed in sources where placed.address != nil && placed.source.isEnabled {
            let place = placed.section.place(of: "url")
            if let line = lines[placed.source.url] {
                warn(at: place, "sources.url", "is the same as in line \(line): both are polled")
            } else {
                lines[placed.source.url] = place.line
            }
        }
    }
}
