// Places the desk knows by name: those of the Kingdom, and countries and cities of the world. Only doubtful cases ask:
// whether capitals without an agency's code are a place. With one, a place these lists lack is a place all the same.

/// Names told from other words in capitals.
enum KnownPlaces {
    /// Whether a place, as a dateline prints it, is a country, region, city or town on one of the lists.
    static func contains(_ place: String) -> Bool {
        isTown(place) || hasName(place, in: countryKeys)
    }

    /// A city or town: no country, which in front of a colon speaks or plays.
    static func isTown(_ place: String) -> Bool {
        Kingdom.contains(place) || hasName(place, in: cityKeys)
    }

    /// A country, state or region, as it may follow a place: `GROSSETO, Italy`.
    static func isRegion(_ name: String) -> Bool {
        let key = Folding.key(name)
        return countryKeys.contains(key) || shortKeys.contains(key)
    }

    /// "FRANKFURT (ODER)" by what stands before its brackets, "OOST-ALEPPO" by what follows the direction.
    private static func hasName(_ place: String, in keys: Set<String>) -> Bool {
        if keys.contains(Folding.key(place)) { return true }
        let words = Folding.words(place.firstIndex(of: "(").map { String(place[..<$0]) } ?? place)
        let name = words.first.map(directions.contains) ?? false ? words.dropFirst() : words[...]
        return keys.contains(name.joined(separator: " "))
    }

    private static let countryKeys = keys(countries)
    private static let shortKeys = keys(shortForms)
    private static let cityKeys = keys(cities)

    private static func keys(_ names: String) -> Set<String> {
        Set(names.split(separator: ",").map { Folding.key(String($0)) }.filter { !$0.isEmpty })
    }

    private static let directions: Set<String> = [
        "noord", "oost", "zuid", "west", "north", "east", "south", "nord", "est", "sud", "ost", "centraal",
    ]
}
