// feeds: the merged feeds, their addresses, and whether every source gets into one.

import FeedModel

extension ConfigurationWalk {
    static let maxFeeds = 100
    /// Sources times patterns: beyond it a warning is not worth the wait.
    static let maxMatches = 1_000_000

    /// Taken by the server's own pages.
    private static let reservedIDs: Set<String> = ["status", "metrics", "healthz", "sources", "assets", "events"]

    /// Never empty: with none configured, the feed "Buitenland".
    mutating func feeds(_ top: Section, sources: [PlacedSource], retention: Duration) -> [MergedFeed] {
        var feeds: [MergedFeed] = []
        var sections: [Section] = []
        var lines: [String: Int] = [:]
        for node in feedNodes(top) {
            guard let section = feedSection(node) else { continue }
            let feed = feed(section)
            if let line = lines[feed.id], !feed.id.isEmpty {
                let found = "found \(Shown.text(feed.id)) again; it is in line \(line) too"
                mistake(at: section.place(of: "id"), "feeds.id", "expected every id once, \(found)")
            } else {
                lines[feed.id] = section.place(of: "id").line
            }
            if feed.maxAge > retention {
                let message = "is longer than storage.retention (\(retention.spelled)), which ends it"
                warn(at: section.place(of: "max_age"), "feeds.max_age", message)
            }
            sections.append(section)
            feeds.append(feed)
        }
        if feeds.isEmpty { feeds = [.buitenland] }
        guard sources.count * feeds.reduce(0, { $0 + $1.sources.count }) <= Self.maxMatches else { return feeds }
        for (section, feed) in zip(sections, feeds) { warnAboutPatterns(section, feed, sources) }
        warnAboutUncarried(sources, feeds)
        return feeds
    }

    private mutating func feedNodes(_ top: Section) -> [YAMLNode] {
        guard let node = top["feeds"] else { return [] }
        switch node.content {
        case .list(let nodes):
            if nodes.count <= Self.maxFeeds { return nodes }
            mistake(at: node.place, "feeds", "expected at most \(Self.maxFeeds) feeds, found \(nodes.count)")
            return []
        case .nothing, .refused: return []
        case .text, .mapping:
            let hint = "start each feed with `- `"
            mistake(at: node.place, "feeds", "expected a list, found \(found(node, under: "feeds")); \(hint)")
            return []
        }
    }

    private mutating func feedSection(_ node: YAMLNode) -> Section? {
        guard case .nothing = node.content else { return section(node, path: "feeds") }
        mistake(at: node.place, "feeds", "expected keys such as `id:`, found nothing")
        return nil
    }

    private mutating func feed(_ section: Section) -> MergedFeed {
        let id = feedID(section) ?? ""
        // Somebody who writes only `id: buitenland` and a key to change means the feed there is by default.
        var feed = id == MergedFeed.buitenland.id ? .buitenland : MergedFeed(id: id, title: id)
        feed.title = text("title", of: section) ?? feed.title
        feed.description = optionalText("description", of: section) ?? feed.description
        feed.language = language(section) ?? feed.language
        feed.sources = texts("sources", of: section, expecting: "a source id or pattern")?.map(\.text) ?? feed.sources
        feed.scope = choice("scope", of: section, among: [Scope.all, .foreign, .domestic]) ?? feed.scope
        feed.include = rules("include", of: section) ?? feed.include
        feed.exclude = rules("exclude", of: section) ?? feed.exclude
        feed.maxItems = number("max_items", of: section, in: 1...1000) ?? feed.maxItems
        feed.maxAge = duration("max_age", of: section, in: Self.second...Self.decade) ?? feed.maxAge
        feed.hub = hub(section) ?? feed.hub
        let output = optionalText("output", of: section, expecting: "the path of a folder") ?? feed.output
        feed.output = output.isEmpty ? "" : paths.state(output)
        return feed
    }

    private mutating func feedID(_ section: Section) -> String? {
        let expected = "an id of lower-case letters, digits, - and _, the first a letter or digit"
        guard section["id"] != nil else {
            mistake(at: section.place, "feeds.id", "expected \(expected), found none")
            return nil
        }
        guard let text = text("id", of: section, expecting: expected) else { return nil }
        // No dots: `/ID.atom` ends where the id does.
        guard SourceNaming.isID(text), !text.contains(".") else {
            wrong("id", of: section, expected, text, hint: SourceNaming.suggestion(for: text).map { "write \($0)" })
            return nil
        }
        guard !Self.reservedIDs.contains(text) else {
            wrong("id", of: section, "an id Telex does not use itself", text)
            return nil
        }
        return text
    }

    /// The shape of BCP 47 (RFC 5646 section 2.1): a language and further subtags.
    private mutating func language(_ section: Section) -> String? {
        let expected = "a language such as nl or nl-BE"
        guard let text = text("language", of: section, expecting: expected) else { return nil }
        let tags = text.split(separator: "-", omittingEmptySubsequences: false)
        let isLanguage =
            tags.allSatisfy { (1...8).contains($0.count) && $0.unicodeScalars.allSatisfy(\.isASCIIAlphanumeric) }
            && tags.first.map { (2...3).contains($0.count) && $0.unicodeScalars.allSatisfy(\.isASCIILetter) } == true
        if isLanguage { return text }
        let hyphenated = String(text.map { $0 == "_" ? "-" : $0 })
        wrong("language", of: section, expected, text, hint: hyphenated == text ? nil : "write \(hyphenated)")
        return nil
    }

    private mutating func hub(_ section: Section) -> String? {
        let expected = "an http or https address, or empty text"
        guard let text = optionalText("hub", of: section, expecting: expected) else { return nil }
        guard !text.isEmpty, let problem = WebAddress.hub(text) else { return text }
        invalidURL("hub", of: section, text, problem)
        return nil
    }
}

// MARK: - Warnings

extension ConfigurationWalk {
    private mutating func warnAboutPatterns(_ section: Section, _ feed: MergedFeed, _ sources: [PlacedSource]) {
        let ids = sources.map(\.source.id.rawValue).filter { !$0.isEmpty }
        let place = section.place(of: "sources")
        if feed.sources.isEmpty { warn(at: place, "feeds.sources", "is empty: no source gets into \(feed.id)") }
        guard !sources.isEmpty, case let content? = section["sources"]?.content else { return }
        let places: [Place] = if case .list(let nodes) = content { nodes.map(\.place) } else { [place] }
        for (pattern, place) in zip(feed.sources, places) {
            if ids.contains(where: { SourceID(rawValue: $0).matches(pattern) }) { continue }
            let near = Spelling.nearest(to: pattern, among: ids).map { "; did you mean \"\($0)\"?" } ?? ""
            warn(at: place, "feeds.sources", "\(Shown.text(pattern)) matches no source\(near)")
        }
    }

    private mutating func warnAboutUncarried(_ sources: [PlacedSource], _ feeds: [MergedFeed]) {
        for placed in sources where placed.source.isEnabled && !placed.source.id.rawValue.isEmpty {
            if feeds.contains(where: { $0.takes(placed.source.id) }) { continue }
            let id = Shown.text(placed.source.id.rawValue)
            warn(at: placed.section.place, "sources", "\(id) is polled for nothing: no feed takes it")
        }
    }
}
