// The walk over the document: collects mistakes and warnings while it fills the configuration, and never stops at the
// first. Values are read in ConfigurationWalk+Values, sections in the files named after them.

import FeedModel

/// One reading of one file.
struct ConfigurationWalk {
    let paths: ConfigurationPaths
    let readSecret: (String) -> Result<String, UnreadableSecret>
    let validateRule: (String) -> String?
    private var mistakes: [ConfigurationMistake] = []
    private var warnings: [ConfigurationWarning] = []

    init(
        paths: ConfigurationPaths,
        readSecret: @escaping (String) -> Result<String, UnreadableSecret>,
        validateRule: @escaping (String) -> String?
    ) {
        self.paths = paths
        self.readSecret = readSecret
        self.validateRule = validateRule
    }

    mutating func configuration(_ root: YAMLNode) -> Configuration {
        var configuration = Configuration()
        let top = section(root, path: "") ?? Section(path: "", place: .start, entries: [:])
        // In this order, not the file's: sources take defaults from polling, feeds look at the sources.
        configuration.server = server(subsection("server", of: top))
        configuration.storage = storage(subsection("storage", of: top))
        configuration.polling = polling(subsection("polling", of: top))
        configuration.dedup = dedup(subsection("dedup", of: top))
        configuration.attribution = attribution(subsection("attribution", of: top))
        let placed = sources(top, polling: configuration.polling)
        configuration.sources = placed.map(\.source)
        configuration.feeds = feeds(top, sources: placed, retention: configuration.storage.retention)
        let retention = configuration.storage.retention
        if configuration.dedup.window > retention {
            let place = subsection("dedup", of: top).place(of: "window")
            warn(at: place, "dedup.window", "is longer than storage.retention (\(retention.spelled)), which ends it")
        }
        return configuration
    }

    func result(_ configuration: Configuration) -> ConfigurationResult {
        ConfigurationResult(
            configuration: mistakes.isEmpty ? configuration : nil,
            mistakes: mistakes.sorted { ($0.line, $0.column) < ($1.line, $1.column) },
            // Warnings look at what was understood; beside mistakes they would mislead.
            warnings: mistakes.isEmpty ? warnings.sorted { ($0.line, $0.column) < ($1.line, $1.column) } : []
        )
    }

    mutating func mistake(at place: Place, _ key: String, _ message: String) {
        let mistake = ConfigurationMistake(
            file: paths.file,
            line: place.line,
            column: place.column,
            key: key,
            message: message
        )
        mistakes.append(mistake)
    }

    mutating func warn(at place: Place, _ key: String, _ message: String) {
        let warning = ConfigurationWarning(
            file: paths.file,
            line: place.line,
            column: place.column,
            key: key,
            message: message
        )
        warnings.append(warning)
    }
}

// MARK: - Sections

/// A mapping whose keys are all known.
struct Section {
    /// As messages name it; empty for the whole file.
    let path: String
    let place: Place
    let entries: [String: YAMLEntry]

    subscript(key: String) -> YAMLNode? { entries[key]?.value }

    func path(of key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }

    /// Where the key's value stands; the section's own place when the key is absent.
    func place(of key: String) -> Place { entries[key]?.value.place ?? place }
}

extension ConfigurationWalk {
    /// A mapping's keys, the unknown ones reported; nil when it is something else, which is reported too.
    mutating func section(_ node: YAMLNode, path: String) -> Section? {
        switch node.content {
        case .nothing: return Section(path: path, place: node.place, entries: [:])
        case .refused: return nil
        case .text, .list:
            let what = path.isEmpty ? "sections such as `sources:`" : "keys such as `\(example(of: path)):`"
            mistake(at: node.place, path, "expected \(what), found \(found(node, under: path))")
            return nil
        case .mapping(let entries):
            var known: [String: YAMLEntry] = [:]
            for entry in entries {
                if ConfigurationKeys.keys(of: path).contains(entry.key) {
                    known[entry.key] = entry
                } else {
                    unknown(entry, in: path)
                }
            }
            return Section(path: path, place: node.place, entries: known)
        }
    }

    /// A section below the top; empty when absent or unusable.
    private mutating func subsection(_ key: String, of top: Section) -> Section {
        let empty = Section(path: key, place: top.place, entries: [:])
        guard let node = top[key] else { return empty }
        return section(node, path: key) ?? empty
    }

    private mutating func unknown(_ entry: YAMLEntry, in path: String) {
        let key = Shown.text(entry.key)
        let hint = ConfigurationKeys.hint(on: entry.key, in: path)
        let expected = path.isEmpty ? "a section" : "a key of \(path)"
        let full = path.isEmpty ? entry.key : "\(path).\(entry.key)"
        let shownPath = String(Shown.text(full).dropFirst().dropLast())
        mistake(at: entry.place, shownPath, "expected \(expected), found \(key)\(hint.isEmpty ? "" : "; \(hint)")")
    }

    private func example(of path: String) -> String {
        ConfigurationKeys.keys(of: path).first ?? "key"
    }
}
