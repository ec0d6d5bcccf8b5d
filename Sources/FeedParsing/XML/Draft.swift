// A feed, entry or source as its elements are read: bytes and ranks, no text made yet, no preference applied twice.

import FeedModel
import FoundationEssentials

/// What the bytes of a text mean.
enum TextKind: UInt8, Sendable {
    /// Characters, nothing else: `<` is a less-than sign.
    case plain
    /// HTML as text.
    case html
    /// Characters by the standard, HTML by what most of those writers mean who write no type: see `MarkupGuess`.
    case untyped
    /// Markup that was elements of the document, written out again as HTML.
    case xhtml
    /// Base64 of HTML, or plain text that only claims to be encoded (Atom 0.3's mode, media types in Atom 1.0).
    case base64
}

/// The fields found so far. A value of a better rank replaces one of a worse rank; of equals the first stays.
struct Draft {
    /// A text as written, inside `bytes`.
    struct Text {
        var range: Range<Int>
        var kind: TextKind
        var rank: UInt8
        /// What relative links in it are relative to.
        var base: String?
    }

    struct Link {
        var rel: String
        /// As written.
        var href: String
        var type: String?
        var length: Int?
        var base: String?
    }

    struct Ranked<Value> {
        var value: Value
        var rank: UInt8
    }

    /// Of people, categories, links and enclosures; what comes after the first so many is not kept. Feeds have tens.
    static let mostValues = 1000

    private(set) var bytes: [UInt8] = []
    private var texts = [Text?](repeating: nil, count: Field.textCount)
    private(set) var published: Ranked<Date>?
    private(set) var updated: Ranked<Date>?
    private(set) var people: [Ranked<Person>] = []
    private(set) var categories: [Ranked<Category>] = []
    private(set) var links: [Link] = []
    /// RSS enclosures and media:content, addresses as they shall be given; no address twice.
    private(set) var enclosures: [Enclosure] = []
    /// Of enclosures, once there are too many to compare them.
    private var enclosureURLs: Set<String> = []
    /// Pictures by rank; see `FieldRule(.image…)`.
    private(set) var picture: Ranked<String>?
    /// RSS 1.0 rdf:about.
    var about: String?
    var source: EntrySource?
    var sourceAuthors: [Person] = []
    /// RSS guid that says it is not the entry's address.
    var isPermaLinkDenied = false
    /// Atom content that is elsewhere: its address.
    var contentAddress: String?
    /// xml:lang of the element itself.
    var language: String?

    /// Empty again; memory is kept for the next entry.
    mutating func reset() {
        bytes.removeAll(keepingCapacity: true)
        for index in texts.indices { texts[index] = nil }
        (published, updated, picture) = (nil, nil, nil)
        people.removeAll(keepingCapacity: true)
        categories.removeAll(keepingCapacity: true)
        links.removeAll(keepingCapacity: true)
        // The entry before has taken these.
        (enclosures, sourceAuthors) = ([], [])
        if !enclosureURLs.isEmpty { enclosureURLs = [] }
        (about, source, contentAddress, language) = (nil, nil, nil, nil)
        isPermaLinkDenied = false
    }

    subscript(field: Field) -> Text? {
        let index = Int(field.rawValue)
        return index < texts.count ? texts[index] : nil
    }

    /// Whether a value of this rank would be kept.
    func wants(_ field: Field, rank: UInt8) -> Bool {
        self[field].map { rank < $0.rank } ?? true
    }

    mutating func offer(
        _ text: ArraySlice<UInt8>,
        as field: Field,
        kind: TextKind,
        rank: UInt8,
        base: String?
    ) {
        let index = Int(field.rawValue)
        guard index < texts.count, wants(field, rank: rank) else { return }
        let start = bytes.count
        bytes += text
        texts[index] = Text(range: start..<bytes.count, kind: kind, rank: rank, base: base)
    }

    mutating func offer(_ date: Date, as field: Field, rank: UInt8) {
        let offered = Ranked(value: date, rank: rank)
        if field == .published {
            if published.map({ rank < $0.rank }) ?? true { published = offered }
        } else if updated.map({ rank < $0.rank }) ?? true {
            updated = offered
        }
    }

    mutating func offer(picture url: String, rank: UInt8) {
        if picture.map({ rank < $0.rank }) ?? true { picture = Ranked(value: url, rank: rank) }
    }

    mutating func add(_ person: Person, rank: UInt8) {
        if person != Person(), people.count < Self.mostValues { people.append(Ranked(value: person, rank: rank)) }
    }

    mutating func add(_ enclosure: Enclosure) {
        guard enclosures.count < Self.mostValues else { return }
        if enclosures.count < 8 {
            if !enclosures.contains(where: { $0.url == enclosure.url }) { enclosures.append(enclosure) }
        } else {
            if enclosureURLs.isEmpty { enclosureURLs = Set(enclosures.map(\.url)) }
            if enclosureURLs.insert(enclosure.url).inserted { enclosures.append(enclosure) }
        }
    }

    mutating func add(_ category: Category, rank: UInt8) {
        guard !category.term.isEmpty, categories.count < Self.mostValues else { return }
        categories.append(Ranked(value: category, rank: rank))
    }

    mutating func add(_ link: Link) {
        if links.count < Self.mostValues { links.append(link) }
    }
}

extension Draft {
    /// The people of the best tier that has any, each once.
    var authors: [Person] {
        guard let rank = people.lazy.map(\.rank).min() else { return [] }
        return people.lazy.filter { $0.rank == rank }.map(\.value).distinct
    }

    /// The categories of every tier, each once.
    var distinctCategories: [Category] { categories.lazy.map(\.value).distinct }
}

extension Sequence where Element: Hashable {
    /// The elements in order, each once.
    var distinct: [Element] {
        var found: [Element] = []
        var seen: Set<Element> = []
        for element in self {
            // A few are compared sooner than hashed.
            if found.count < 8 {
                if !found.contains(element) { found.append(element) }
            } else {
                if seen.isEmpty { seen = Set(found) }
                if seen.insert(element).inserted { found.append(element) }
            }
        }
        return found
    }
}
