// The names sections have on news sites, as far as they tell foreign from domestic. Topics (Economie, Sport) say nothing.

/// Section names, folded; a section is one of these as a whole, or with a word for news after it.
enum SectionWords {
    static let foreign: Set<String> = regions.union([
        "buitenland", "buitenlands", "bui", "anp bui", "xanp bui", "wereld", "wereldwijd", "wereldnieuws",
        "internationaal",
        "world", "worldnews", "international", "foreign", "ausland", "welt", "monde", "etranger", "esteri", "mondo",
        "internacional", "mundo", "extranjero", "udland", "utrikes", "utenriks",
    ])

    /// Sections named after a part of the world.
    static let regions: Set<String> = [
        "europa", "europe", "azie", "afrika", "asia", "africa", "middle east", "midden oosten", "amerika",
        "verenigde staten", "noord amerika", "zuid amerika",
    ]

    /// What a home country calls its own news; words of another language would mean that other country.
    static func domestic(home: String) -> Set<String> {
        switch home.uppercased() {
        case "NL": ["binnenland", "binnenlands", "bin", "anp bin", "xanp bin", "nederland"]
        case "BE": ["binnenland", "binnenlands", "belgie", "interieur", "belgique"]
        case "DE", "AT", "CH": ["inland", "innenpolitik"]
        default: ["domestic", "national", "home news"]
        }
    }

    /// More letters than any of these names has with words for news at both its ends.
    static let longest = 48

    static let newsWords: Set<String> = ["nieuws", "news", "nachrichten", "actualites", "noticias", "notizie"]
}
