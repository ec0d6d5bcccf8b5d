// What a configuration means, as `telex check` prints it. It shows names of headers and kinds of credentials, never
// their values.

package import FeedModel

/// A configuration in words.
package enum ConfigurationSummary {
    /// Lines of plain text, without a trailing newline, aligned for a monospaced terminal.
    package static func lines(of configuration: Configuration) -> [String] {
        settings(of: configuration) + [""] + sources(of: configuration) + [""] + feeds(of: configuration)
    }

    private static func settings(of configuration: Configuration) -> [String] {
        let polling = configuration.polling
        let dedup = configuration.dedup
        let match =
            switch dedup.match {
            case .headline: "the same headline"
            case .similar: "the same or nearly the same headline"
            }
        var rows = [
            ["listens on", configuration.server.listen.map(\.description).joined(separator: ", ")],
            ["links to", configuration.server.baseURL],
            ["stores in", "\(configuration.storage.path), for \(configuration.storage.retention.spelled)"],
            [
                "polls",
                "every \(polling.interval.spelled), at most \(polling.maxInterval.spelled) apart when backing off",
            ],
            ["", "\(polling.maxConcurrent) at once, \(polling.maxPerHost) per host"],
            ["", "within \(polling.timeout.spelled), \(polling.connectTimeout.spelled) of it to connect"],
            ["", "documents up to \(ByteCount.spelled(polling.maxBody))"],
            ["merges", "\(match) within \(dedup.window.spelled)"],
            ["at home in", configuration.attribution.home],
        ]
        if !polling.contact.isEmpty { rows.append(["contact", polling.contact]) }
        if polling.allowPrivate { rows.append(["allows", "redirects to private addresses"]) }
        return TextTable.lines(rows)
    }

    // MARK: - Sources

    private static func sources(of configuration: Configuration) -> [String] {
        guard !configuration.sources.isEmpty else { return ["No sources: nothing will be polled."] }
        let header = ["ID", "POLLED", "AGENCY", "SCOPE", "PRIORITY", "URL"]
        var rows = [header]
        for source in configuration.sources {
            rows.append([
                source.id.rawValue,
                source.isEnabled ? "every \(source.interval.spelled)" : "never (disabled)",
                source.agency?.rawValue ?? "-",
                source.scope.rawValue,
                "\(source.priority)",
                source.url,
            ])
        }
        let table = TextTable.lines(rows)
        var lines = [count(configuration.sources.count, "source") + ":", table.first.map { "  \($0)" } ?? ""]
        for (line, source) in zip(table.dropFirst(), configuration.sources) {
            lines.append("  \(line)")
            lines += notes(on: source).map { "      \($0)" }
        }
        return lines
    }

    private static func notes(on source: Source) -> [String] {
        var notes: [String] = []
        if let title = source.title { notes.append("titled \(title)") }
        if let credentials = source.credentials { notes.append("asked with \(credentials)") }
        if !source.headers.isEmpty {
            notes.append("asked with the headers \(Shown.list(source.headers.map(\.name), "and"))")
        }
        if let proxy = source.proxy { notes.append("asked through \(proxy)") }
        if let quiet = source.quietAfter { notes.append("reported quiet after \(quiet.spelled) without anything new") }
        notes += rules(source.include, source.exclude)
        if source.allowPrivate { notes.append("may redirect to private addresses") }
        if !source.dedup { notes.append("never merged with other sources") }
        return notes
    }

    // MARK: - Feeds

    private static func feeds(of configuration: Configuration) -> [String] {
        var lines = [count(configuration.feeds.count, "feed") + ":"]
        for feed in configuration.feeds {
            let address = "\(configuration.server.baseURL)/\(feed.id)"
            lines.append("  \(feed.id): \(feed.title) (\(feed.language))")
            lines.append("      \(address) and .atom, .rss, .json")
            lines.append("      \(content(of: feed, from: configuration.sources))")
            lines.append("      at most \(feed.maxItems) at once, none older than \(feed.maxAge.spelled)")
            lines += rules(feed.include, feed.exclude).map { "      \($0)" }
            if !feed.hub.isEmpty { lines.append("      announced at \(feed.hub)") }
            if !feed.output.isEmpty { lines.append("      written to \(feed.output)") }
        }
        return lines
    }

    private static func content(of feed: MergedFeed, from sources: [Source]) -> String {
        let kind =
            switch feed.scope {
            case .foreign: "foreign stories"
            case .domestic: "domestic stories"
            case .all, .auto: "all stories"
            }
        let enabled = sources.filter(\.isEnabled)
        let taken = enabled.filter { feed.takes($0.id) }.map(\.id.rawValue)
        if taken.isEmpty { return "\(kind) of no source" }
        // The table above names them all.
        if taken.count == enabled.count, taken.count > 1 { return "\(kind) of all \(taken.count) sources" }
        return "\(kind) of \(count(taken.count, "source")): \(taken.joined(separator: ", "))"
    }

    private static func rules(_ include: [String], _ exclude: [String]) -> [String] {
        var lines: [String] = []
        if !include.isEmpty { lines.append("only what mentions \(Shown.list(include, "or"))") }
        if !exclude.isEmpty { lines.append("nothing that mentions \(Shown.list(exclude, "or"))") }
        return lines
    }

    private static func count(_ number: Int, _ noun: String) -> String {
        "\(number) \(noun)\(number == 1 ? "" : "s")"
    }
}

/// Columns aligned by spaces.
private enum TextTable {
    static func lines(_ rows: [[String]]) -> [String] {
        var widths: [Int] = []
        for row in rows {
            for (column, cell) in row.enumerated() {
                if column == widths.count { widths.append(0) }
                widths[column] = max(widths[column], cell.count)
            }
        }
        return rows.map { row in
            zip(row, widths).enumerated().map { column, pair in
                // The last column ends the line: padding would be trailing space.
                let (cell, width) = pair
                return column == row.count - 1 ? cell : cell + String(repeating: " ", count: width - cell.count)
            }.joined(separator: "  ")
        }
    }
}
