// A merged feed: what Telex publishes, as the configuration describes it.

/// One merged feed and the rules by which stories are in it.
package struct MergedFeed: Sendable, Equatable {
    /// In its address: `/ID.atom`.
    package var id: String
    package var title: String
    package var description: String
    /// BCP 47; decides the language of the page too.
    package var language: String
    /// Source ids; `*` matches any run of characters.
    package var sources: [String]
    /// all, foreign or domestic.
    package var scope: Scope
    /// Words or /regular expressions/; empty: everything.
    package var include: [String]
    package var exclude: [String]
    package var maxItems: Int
    /// Older stories are not in the first page.
    package var maxAge: Duration
    /// An external WebSub hub; empty: none.
    package var hub: String
    /// A folder to write the feed's files into; empty: none.
    package var output: String

    package init(
        id: String,
        title: String,
        description: String = "",
        language: String = "nl",
        sources: [String] = ["*"],
        scope: Scope = .all,
        include: [String] = [],
        exclude: [String] = [],
        maxItems: Int = 50,
        maxAge: Duration = .seconds(7 * 86_400),
        hub: String = "",
        output: String = ""
    ) {
        self.id = id
        self.title = title
        self.description = description
        self.language = language
        self.sources = sources
        self.scope = scope
        self.include = include
        self.exclude = exclude
        self.maxItems = maxItems
        self.maxAge = maxAge
        self.hub = hub
        self.output = output
    }

    /// Whether reports of a source may be in it.
    package func takes(_ id: SourceID) -> Bool {
        sources.contains { id.matches($0) }
    }

    /// The feed that exists when none is configured.
    package static let buitenland = MergedFeed(
        id: "buitenland",
        title: "Buitenland",
        description: "Buitenlands nieuws van alle bronnen, elk bericht één keer",
        scope: .foreign
    )
}
