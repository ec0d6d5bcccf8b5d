// Which place in an item feeds which field, best first: the one table each wire format has (docs/formats.md).

/// A field of an entry that values of an item fill.
enum WireField: Hashable, Sendable {
    case id, url, title, dateline, summary, creditLine, rights, language, version, status, urgency
    case published, updated, embargo
    // Several values each.
    case author, place
}

/// A format's fields and the paths that fill them.
struct WireFields: Sendable {
    private let paths: [WireField: [WirePath]]

    /// Paths in order of preference: the first that leads to a value counts, the others are not looked at.
    init(_ paths: [WireField: [WirePath]]) {
        self.paths = paths
    }

    func values(_ field: WireField, in item: WireElement) -> [String] {
        paths[field, default: []].lazy.map { $0.values(in: item) }.first { !$0.isEmpty } ?? []
    }

    func value(_ field: WireField, in item: WireElement) -> String? {
        values(field, in: item).first
    }

    func elements(_ field: WireField, in item: WireElement) -> [WireElement] {
        paths[field, default: []].lazy
            .map { path in path.elements(in: item).filter { $0.text != nil } }
            .first { !$0.isEmpty } ?? []
    }
}
