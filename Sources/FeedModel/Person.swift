// The small values a feed is made of (RFC 4287 constructs).

/// atom:author, RSS author or dc:creator, JSON author. At least one field is set.
package struct Person: Sendable, Equatable, Hashable, Codable {
    package var name: String?
    package var email: String?
    package var url: String?

    package init(name: String? = nil, email: String? = nil, url: String? = nil) {
        self.name = name
        self.email = email
        self.url = url
    }
}

/// atom:category, RSS category, dc:subject, JSON tag.
package struct Category: Sendable, Equatable, Hashable, Codable {
    package var term: String
    /// atom:category scheme, RSS category domain.
    package var scheme: String?
    package var label: String?

    package init(term: String, scheme: String? = nil, label: String? = nil) {
        self.term = term
        self.scheme = scheme
        self.label = label
    }
}

/// RSS enclosure, atom:link rel=enclosure, JSON attachment, media:content.
package struct Enclosure: Sendable, Equatable, Hashable, Codable {
    package var url: String
    /// A media type; nil when the document gives none.
    package var type: String?
    /// Bytes; nil when missing or not a number.
    package var length: Int?

    package init(url: String, type: String? = nil, length: Int? = nil) {
        self.url = url
        self.type = type
        self.length = length
    }
}
