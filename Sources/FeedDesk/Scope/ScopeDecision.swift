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

    /// Nil when nothing tells. `places`: the dateline's; without them the first of the entry's own counts, where it was
    /// written. `isWireCopy`: an agency supplied the text.
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
            let isConcept = Self.isQCode(category.term)
            for name in [category.term, category.label].compactMap({ $0 }) {
                if let isForeign = section(name, isConcept: isConcept) { return (isForeign, "category \(name)") }
            }
        }
        for segment in Self.folders(of: entry.url ?? "") {
            if let isForeign = section(segment) { return (isForeign, "path \(segment)") }
        }
        if places.isEmpty { return byPlaces(Array(entry.places.prefix(1)), "place", isWireCopy: isWireCopy) }
        return byPlaces(places, "dateline", isWireCopy: isWireCopy)
    }

    /// A concept of an IPTC vocabulary: its alias and a code, `N2:ASIA`.
    private static func isQCode(_ term: String) -> Bool {
        guard term.hasByte(UInt8(ascii: ":")) else { return false }
        guard let colon = term.firstIndex(of: ":"), colon > term.startIndex, !term.contains(" ") else { return false }
        let code = term[term.index(after: colon)...]
        return !code.isEmpty && !code.hasPrefix("//")
    }

    /// One place outside the Kingdom makes a dateline foreign. Only the Netherlands' places ship, so for another home
    /// country a dateline says nothing. In the text of others, words in capitals that nobody knows as a place may be a
    /// sport or a village nearby.
    private func byPlaces(
        _ places: [String],
        _ evidence: String,
        isWireCopy: Bool
    ) -> (isForeign: Bool, reason: String)? {
        guard home == "NL", let first = places.first, isWireCopy || places.allSatisfy(KnownPlaces.contains) else {
            return nil
        }
        if let abroad = places.first(where: { !Kingdom.contains($0) }) { return (true, "\(evidence) \(abroad)") }
        return (false, "\(evidence) \(first)")
    }

    /// True for a foreign section, false for a domestic one. `Nieuws/Buitenland` is told by its parts. A concept named
    /// after a part of the world is what the text touches on, not where it was filed.
    private func section(_ name: some StringProtocol, isConcept: Bool = false) -> Bool? {
        guard Self.mayBeSection(name) else { return nil }
        if let isForeign = wholeSection(name, isConcept: isConcept) { return isForeign }
        guard name.utf8.contains(where: Self.mayPart) else { return nil }
        let parts = name.split(whereSeparator: Self.isSeparator)
        for part in parts where part.utf8.count < name.utf8.count {
            if let isForeign = wholeSection(part, isConcept: isConcept) { return isForeign }
        }
        return nil
    }

    /// False for what is longer than any section's name and has no parts: most names of articles in addresses.
    private static func mayBeSection(_ name: some StringProtocol) -> Bool {
        var count = 0
        for byte in name.utf8 {
            if mayPart(byte) || byte >= 0x80 { return true }
            if (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) { count += 1 }
        }
        return count <= SectionWords.longest
    }

    private static func isSeparator(_ character: Character) -> Bool {
        switch character {
        case "/", ">", "|", ";", ":": true
        default: false
        }
    }

    private static func mayPart(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "/"), UInt8(ascii: ">"), UInt8(ascii: "|"), UInt8(ascii: ";"), UInt8(ascii: ":"): true
        default: false
        }
    }

    private func wholeSection(_ name: some StringProtocol, isConcept: Bool) -> Bool? {
        var key = Folding.key(name)
        if key.hasByte(0x20) {
            var words = Folding.words(name)
            if let last = words.last, words.count > 1, SectionWords.newsWords.contains(last) { words.removeLast() }
            if let first = words.first, words.count > 1, SectionWords.newsWords.contains(first) { words.removeFirst() }
            key = words.joined(separator: " ")
        }
        if SectionWords.foreign.contains(key) { return isConcept && SectionWords.regions.contains(key) ? nil : true }
        return domesticSections.contains(key) ? false : nil
    }

    /// The segments of an address's path.
    private static func folders(of url: String) -> [Substring] {
        if let path = plainPath(of: url) {
            return url.utf8[path].split(separator: UInt8(ascii: "/")).map(Substring.init)
        }
        return WebAddress(url)?.path.split(separator: "/") ?? []
    }

    /// Where the path of an address in ASCII without white space stands; nil for any other.
    private static func plainPath(of url: String) -> Range<String.Index>? {
        let bytes = url.utf8.span
        var end = bytes.count
        for index in bytes.indices {
            guard (0x21...0x7E).contains(bytes[index]) else { return nil }
            let endsPath = bytes[index] == UInt8(ascii: "#") || bytes[index] == UInt8(ascii: "?")
            if endsPath, end == bytes.count { end = index }
        }
        func slashes(at index: Int) -> Bool {
            index + 1 < end && bytes[index] == UInt8(ascii: "/") && bytes[index + 1] == UInt8(ascii: "/")
        }
        var start = 0
        while start < end, bytes[start] != UInt8(ascii: ":") { start += 1 }
        start = start < end && slashes(at: start + 1) ? start + 1 : 0
        if slashes(at: start) {
            start += 2
            while start < end, bytes[start] != UInt8(ascii: "/") { start += 1 }
        }
        return url.utf8.index(url.startIndex, offsetBy: start)..<url.utf8.index(url.startIndex, offsetBy: end)
    }
}
