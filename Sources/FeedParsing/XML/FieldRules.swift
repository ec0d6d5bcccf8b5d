// Which element feeds which field: the one place where a format says what it prefers.

/// A field of a feed or an entry that elements fill.
enum Field: UInt8, CaseIterable, Sendable {
    // One text each: the best element that has one wins.
    case id, identifier, link, title, summary, content, rights, language, creditLine, version, urgency, place
    // One instant each.
    case published, updated
    // Poll hints.
    case ttl, updatePeriod, updateFrequency
    // Several of each.
    case author, category
    // Handled whole, element by element.
    case categories, image, picture, atomLink, enclosure, media, group, source, hours, days, feed, entry

    /// The fields that are one text each are the first ones.
    static let textCount = Int(Field.published.rawValue)

    /// Texts that may hold markup; in all others the tags of inline elements are dropped.
    var mayHoldMarkup: Bool {
        switch self {
        case .title, .summary, .content, .rights: true
        default: false
        }
    }
}

/// One field and the elements that fill it, best first.
struct FieldRule: Sendable {
    let field: Field
    /// Elements of one tier count the same; those of a later tier count only while the earlier ones are missing.
    let tiers: [[FeedTerm]]

    /// Elements in order of preference, each its own tier.
    init(_ field: Field, _ terms: FeedTerm...) {
        self.field = field
        tiers = terms.map { [$0] }
    }

    /// Tiers in order of preference.
    init(_ field: Field, tiers: [FeedTerm]...) {
        self.field = field
        self.tiers = tiers
    }
}

/// What to do with each child element of one scope: the rules turned round, to be looked up by name.
struct FieldTable: Sendable {
    /// A term's field and how much it counts: 0 is best.
    struct Place: Sendable {
        let field: Field
        let rank: UInt8
    }

    private let places: [Place?]

    init(_ rules: [FieldRule]) {
        var places = [Place?](repeating: nil, count: FeedTerm.allCases.count)
        for rule in rules {
            for (rank, terms) in rule.tiers.enumerated() {
                for term in terms { places[Int(term.rawValue)] = Place(field: rule.field, rank: UInt8(rank)) }
            }
        }
        self.places = places
    }

    subscript(code: UInt16) -> Place? {
        Int(code) < places.count ? places[Int(code)] : nil
    }
}

/// How one format reads: its tables, one for each kind of element that holds fields.
struct Dialect: Sendable {
    /// Children of the root that is not itself the feed.
    let root: FieldTable
    let feed: FieldTable
    let entry: FieldTable
    /// What text constructs hold when they do not say: RSS text may be markup, Atom's is not.
    let isMarkupByDefault: Bool
    /// The version is told by the namespace of the elements.
    var isRDF = false
}
