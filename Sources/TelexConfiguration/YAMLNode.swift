// A YAML document as the walk needs it: text, lists and mappings with their places, and nothing a scalar might be
// taken for. `NO` is text; what it means is decided by the key it stands under.

/// A place in a file, from 1; columns are counted in Unicode scalars.
struct Place: Hashable, Comparable, Sendable {
    var line: Int
    var column: Int

    static let start = Place(line: 1, column: 1)

    static func < (left: Place, right: Place) -> Bool {
        (left.line, left.column) < (right.line, right.column)
    }
}

/// A value and where it stands.
struct YAMLNode: Sendable {
    enum Content: Sendable {
        /// An empty value, `~` or `null`.
        case nothing
        case text(String)
        case list([YAMLNode])
        case mapping([YAMLEntry])
        /// Already reported: to be passed over in silence.
        case refused
    }

    var place: Place
    var content: Content
}

/// One key of a mapping.
struct YAMLEntry: Sendable {
    var key: String
    var place: Place
    var value: YAMLNode
}

/// Something wrong with the YAML itself.
struct YAMLFault: Equatable, Sendable {
    var place: Place
    /// The key it stands under, with its sections; empty at the top.
    var path: String
    var message: String
}
