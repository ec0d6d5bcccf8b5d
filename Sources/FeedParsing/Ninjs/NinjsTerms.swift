// Which member feeds which field of a ninjs or ANP item: the one place that knows how versions and agencies spell them.
// Refuses nothing: names are in lower case here, capitals in documents do not count (pubstatus 1 and 2, pubStatus 3).

/// The names of members, best first, for each field of an entry.
enum NinjsTerms {
    static let id = ["uri", "guid", "_id", "id", "itemid"]
    /// ninjs has no member for a page; an identifier that looks like an address need not be one.
    static let url = ["canonicalurl", "canonical_url", "weburl", "url", "link"]
    /// `title` is metadata in ninjs, the headline in ANP's API; a slugline is for the desk, never for readers.
    static let headline = ["headline", "headlines", "headline_*", "title"]
    static let content = [
        "body_html", "body_html5", "body_xhtml", "bodyhtml", "bodyxhtml", "bodies", "body_*", "bodytext", "body",
    ]
    static let summary = [
        "description_html", "description_xhtml", "description_text", "descriptions", "abstract", "summary",
        "description_*", "description", "caption",
    ]
    static let byline = ["byline", "by", "bylines", "authors", "author", "photographer"]
    static let creditLine = [
        "creditline", "description_creditline", "infosource", "infosources", "provider", "source", "sourcetitle",
    ]
    /// In ANP's API `source` is the number of a feed.
    static let creditLineANP = ["provider", "sourcetitle"]
    static let rights = ["copyrightnotice", "copyright", "copyrightholder", "usageterms"]
    static let categories = [
        "category", "categories", "sections", "section", "service", "subject", "subjects", "keywords", "keyword",
    ]
    static let located = ["located", "datelinelocation"]
    static let places = ["place", "places"]
    static let dateline = ["dateline"]
    static let language = ["language", "lang"]
    static let version = ["version"]
    static let status = ["pubstatus", "status"]
    static let urgency = ["urgency", "priority"]
    static let embargo = ["embargoed", "embargoeduntil", "embargo"]
    static let published = ["firstpublished", "firstissuedate", "firstcreated", "pubdate", "published"]
    static let updated = ["versioncreated", "modified", "updated", "contentcreated"]
    static let media = ["associations", "media"]
    static let renditions = ["renditions"]

    // MARK: - Parts of members

    /// The text of an object that stands for one.
    static let text = ["value", "text", "by", "name", "city", "title"]
    static let contentType = ["contenttype", "mimetype", "mime_type"]
    static let concept = ["code", "qcode", "literal", "uri", "name"]
    static let place = ["name", "literal", "code"]
    static let relation = ["rel", "rels"]
    static let href = ["href", "url"]
    static let byteCount = ["sizeinbytes", "size"]

    /// Roles of `headlines`, `descriptions` and `bodies`, best first; no role counts as the first of them, and roles
    /// that are not here come last.
    static let headlineRoles = ["main", "headline"]
    static let summaryRoles = ["summary", "abstract", "text", "main", "description", "html"]
    static let bodyRoles = ["html", "html5", "xhtml", "main", "body", "text"]
    /// The role of a description that is no description.
    static let creditRole = "creditline"
    /// Relations of places that say nothing of where a story is: only named in it, or added by a hierarchy.
    static let farRelations = ["mentions", "ancestor"]
    /// Names under which the picture of a story is among its associations.
    static let mainPictures = ["featuremedia", "mainpic", "main", "featureimage"]

    // MARK: - What an object is

    /// Members that tell a news item from any other object with an identifier.
    private static let telling = [
        "headline", "headlines", "pubstatus", "versioncreated", "firstcreated", "bodies", "body_html", "body_text",
        "body_xhtml", "bodyxhtml", "descriptions", "description_text", "description_html", "renditions",
        "representationtype", "$standard", "byline", "slugline", "eventdetails",
    ]
    /// Members that do so beside `uri`, the one member ninjs asks for.
    private static let usual = [
        "type", "mimetype", "profile", "version", "standard", "language", "title", "by", "ednote", "urgency", "located",
        "copyrightholder", "copyrightnotice", "usageterms", "rightsinfo", "embargoed", "embargoeduntil",
        "contentcreated", "expires", "altids", "infosource", "infosources", "subject", "subjects", "place", "places",
        "person", "people", "organisation", "organisations", "event", "events", "object", "objects", "genre", "genres",
        "associations", "trustindicator", "trustindicators", "digitalsourcetype",
    ]

    /// Items have some fifty; every field looks through all of them.
    private static let mostMembers = 1_000

    static func isItem(_ value: JSONValue) -> Bool {
        guard value.kind == .object, !value.hasMembers(moreThan: mostMembers), has(value, id.dropLast()) else {
            return false
        }
        if isANP(value) || has(value, telling[...]) { return true }
        return value.member("uri", ignoringCase: true)?.string != nil && has(value, usual[...])
    }

    /// An item of the ANP News API, or the name of one.
    static func isANP(_ value: JSONValue) -> Bool {
        has(value, ["kind"]) && (has(value, ["bodytext", "sourcetitle", "pubdate"]) || isANPName(value))
    }

    /// What a list of items gives of each: where its text is asked for, and when that last changed.
    static func isANPName(_ value: JSONValue) -> Bool {
        has(value, ["kind"]) && has(value, ["modified"]) && !has(value, ["title", "bodytext"])
    }

    static func isANPSource(_ value: JSONValue) -> Bool {
        has(value, ["bundletitle", "haspressalert"])
    }

    private static func has(_ value: JSONValue, _ names: ArraySlice<String>) -> Bool {
        names.contains { value.member($0, ignoringCase: true).map { $0.kind != .null } ?? false }
    }
}
