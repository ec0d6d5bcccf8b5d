// NITF 3.x body elements (iptc.org/std/NITF) in terms of HTML. What is in neither list keeps its text and loses its tags,
// as the elements for people, places, money and times do.

enum NITFMarkup {
    /// Elements with another name in HTML.
    static let renamed: [String: String] = [
        "hl1": "h2", "hl2": "h3", "bq": "blockquote", "fn": "p", "credit": "p", "datasource": "p", "tagline": "p",
        "byline": "p", "dateline": "p", "lang": "span", "note": "aside", "nitf-table-caption": "p",
    ]

    /// What is about the text, not of it.
    static let dropped: Set<String> = [
        "media-metadata", "media-object", "nitf-table-metadata", "alt-code", "classifier", "byttl", "body.head",
        "media-reference", "media-producer",
    ]

    /// The attributes that say something in HTML too.
    static let attributes: Set<String> = [
        "href", "src", "alt", "colspan", "rowspan", "align", "valign", "span", "width", "height", "cite", "lang",
    ]

    /// Whether a media-reference is to a still picture.
    static func isPicture(_ reference: WireElement, in media: WireElement) -> Bool {
        if let type = reference[attribute: "mime-type"], type.contains("/") { return type.hasPrefix("image/") }
        let kind = (media[attribute: "media-type"] ?? "image").lowercased()
        return ["image", "photo", "graphic", "picture"].contains(kind)
    }
}
