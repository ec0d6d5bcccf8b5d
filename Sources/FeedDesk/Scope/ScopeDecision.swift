// Foreign or domestic: the source's setting, else a section word in category or path, else the dateline's places.

import FeedModel

/// Decides for one home country.
struct ScopeDecision: Sendable {
    private let home: String
    private let domesticSections: Set<String>

    init(home: String) {
        self.home = home.uppercased()
        domesticSections = SectionWords.domestic(home: home)
    }

    /// Nil when nothing tells. `isWireCopy`: an agency supplied the text.
    func decide(
        _ entry: ParsedEntry,
        places: [String],
        isWireCopy: Bool,
        setting: Scope
    ) -> (isForeign: Bool, reason: String)? {
        switch setting {
        case .foreign: return (true, "source scope foreign")
        case .domestic: return (false, "source scope domestic")
        case .auto, .all: break
        }
        for category in entry.categories {
            for name in [category.term, category.label].compactMap({ $0 }) {
                if let isForeign = section(name) { return (isForeign, "category \(name)") }
            }
        }
        for segment in Self.folders(of: entry.url ?? "") {
            if let isForeign = section(segment) { return (isForeign, "path \(segment)") }
        }
        return byPlaces(places, isWireCopy: isWireCopy)
    }

    /// One place outside the Kingdom makes a dateline foreign. Only the Netherlands' places ship, so for another home
    /// country a dateline says nothing. In the text of others, words in capitals that nobody knows as a place may be a
    /// sport or a village nearby.
    private func byPlaces(_ places: [String], isWireCopy: Bool) -> (isForeign: Bool, reason: String)? {
        guard home == "NL", let first = places.first, isWireCopy || places.allSatisfy(KnownPlaces.contains) else {
            return nil
        }
        if let abroad = places.first(where: { !Kingdom.contains($0) }) { return (true, "dateline \(abroad)") }
        return (false, "dateline \(first)")
    }

    /// True for a foreign section, false for a domestic one. `Nieuws/Buitenland` is told by its parts.
    private func section(_ name: String) -> Bool? {
        if let isForeign = wholeSection(name) { return isForeign }
        let parts = name.split(whereSeparator: Self.isSeparator)
        for part in parts where part.utf8.count < name.utf8.count {
            if let isForeign = wholeSection(part) { return isForeign }
        }
        return nil
    }

    private static func isSeparator(_ character: Character) -> Bool {
        switch character {
        case "/", ">", "|", ";", ":": true
        default: false
        }
    }

    private func wholeSection(_ name: some StringProtocol) -> Bool? {
        var key = Folding.key(name)
        if key.hasByte(0x20) {
            var words = Folding.words(name)
            if let last = words.last, words.count > 1, SectionWords.newsWords.contains(last) { words.removeLast() }
            if let first = words.first, words.count > 1, SectionWords.newsWords.contains(first) { words.removeFirst() }
            key = words.joined(separator: " ")
        }
        if SectionWords.foreign.contains(key) { return true }
        return domesticSections.contains(key) ? false : nil
    }

    /// The segments of an address's path.
    private static func folders(of url: String) -> [String] {
        guard let path = WebAddress(url)?.path else { return [] }
        return path.split(separator: "/").map(String.init)
    }
}
