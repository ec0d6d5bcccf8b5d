// The words of the pages, one table for each language. Languages without a table get English.

/// What a page says in one language. `{n}`, `{title}` and the like are places to fill in.
struct Phrases: Sendable, Equatable {
    /// BCP 47.
    let language: String
    let justNow: String
    let minute: String
    let minutes: String
    let hour: String
    let hours: String
    let yesterday: String
    /// January first.
    let months: [String]
    /// Sunday first.
    let weekdays: [String]
    let untitled: String
    let alsoAt: String
    let updated: String
    let empty: String
    let older: String
    let newer: String
    let subscribe: String
    let lastChange: String
    let agencies: String
    let live: String
    let lost: String
    let newStory: String
    let skip: String
    let allFeeds: String
    let page: String
    let pages: String

    /// The table for a language tag: its primary subtag decides.
    static func of(_ language: String) -> Phrases {
        switch language.split(separator: "-").first?.lowercased() {
        case "nl": dutch
        default: english
        }
    }

    /// The text with `{name}` replaced.
    static func fill(_ text: String, _ name: String, _ value: String) -> String {
        guard let place = text.firstRange(of: "{\(name)}") else { return text }
        return text[..<place.lowerBound] + value + text[place.upperBound...]
    }

    static let dutch = Phrases(
        language: "nl",
        justNow: "zojuist",
        minute: "1 minuut geleden",
        minutes: "{n} minuten geleden",
        hour: "1 uur geleden",
        hours: "{n} uur geleden",
        yesterday: "gisteren",
        months: [
            "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober",
            "november", "december",
        ],
        weekdays: ["zondag", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag"],
        untitled: "Zonder kop",
        alsoAt: "ook bij",
        updated: "bijgewerkt",
        empty: "Nog geen berichten. Zodra een bron iets nieuws brengt, staat het hier.",
        older: "Oudere berichten",
        newer: "Nieuwere berichten",
        subscribe: "Abonneren",
        lastChange: "Laatste wijziging",
        agencies: "Persbureaus",
        live: "live",
        lost: "verbinding weg, nieuwe poging volgt",
        newStory: "Nieuw: {title}",
        skip: "Naar de berichten",
        allFeeds: "Alle feeds",
        page: "pagina {n}",
        pages: "Bladeren"
    )

    static let english = Phrases(
        language: "en",
        justNow: "just now",
        minute: "1 minute ago",
        minutes: "{n} minutes ago",
        hour: "1 hour ago",
        hours: "{n} hours ago",
        yesterday: "yesterday",
        months: [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November", "December",
        ],
        weekdays: ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"],
        untitled: "Untitled",
        alsoAt: "also at",
        updated: "updated",
        empty: "No stories yet. As soon as a source has news, it will be here.",
        older: "Older stories",
        newer: "Newer stories",
        subscribe: "Subscribe",
        lastChange: "Last change",
        agencies: "News agencies",
        live: "live",
        lost: "connection lost, trying again",
        newStory: "New: {title}",
        skip: "Skip to the stories",
        allFeeds: "All feeds",
        page: "page {n}",
        pages: "Pages"
    )
}
