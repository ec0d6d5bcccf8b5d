// Start tags: what each element opens, by the scope it stands in.

import FeedModel
import XMLStream

extension DocumentReader {
    private static let mostWrappers = 3

    mutating func openRoot(_ tag: XMLStartTag, _ frame: inout Frame) {
        guard dialect == nil, !openWireRoot(tag, &frame) else { return }
        switch FeedTerm(rawValue: tag.code) {
        case .rss:
            dialect = .rss
            feed.format = FeedFormat(rssVersion: tag.value(FeedTerm.version.rawValue)?.string)
            frame.scope = .root
        case .rdfRDF, .rdf:
            dialect = .rdf
            names.namespaces.formUnion(tag.declaredURIs)
            frame.scope = .root
        case .channel where tag.localName.string == "CHANNEL":
            dialect = .cdf
            feed.format = .cdf
            frame.scope = .feed
            readCDF(tag, &frame)
        case .channel:
            // RSS 1.1, and RSS that lost its root.
            dialect = .rss
            frame.scope = .feed
        case .atomFeed:
            dialect = .atom
            let version = tag.value(FeedTerm.version.rawValue)?.string
            let namespace = names.namespaces.first { FeedNamespace.isAtom($0) }
            feed.format = FeedFormat(atomNamespace: namespace, version: version)
            frame.scope = .feed
            // Some forget the prefix of xml:lang.
            feedDraft.language =
                frame.hasLanguage ? languages.last ?? nil : tag.value(FeedTerm.lang.rawValue)?.string
        case .atomEntry:
            // A document that is one entry (RFC 4287 section 2).
            names.isAtom = true
            dialect = .atom
            feed.format = .atom10
            openEntry(tag, &frame)
        default:
            // Some wrap a feed in elements of their own; it is looked for where each begins, and no further.
            let name = outermostRoot ?? tag.localName.string
            outermostRoot = name
            if frames.count <= Self.mostWrappers { frame.scope = .document } else { foreignRoot = name }
        }
        if frame.hasLanguage, frame.scope == .root { feedDraft.language = languages.last ?? nil }
    }

    mutating func open(_ tag: XMLStartTag, _ place: FieldTable.Place?, _ frame: inout Frame) {
        guard let place else { return openIgnored(tag, &frame) }
        frame.place = place
        switch place.field {
        case .feed: openFeed(tag, &frame)
        case .entry: openEntry(tag, &frame)
        case .author:
            person = Person()
            frame.scope = .person
        case .source: openSource(tag, &frame)
        case .picture: openPicture(tag, &frame)
        case .group: frame.scope = .group
        case .media: openMedia(tag, &frame)
        case .hours: frame.scope = .hours
        case .days: frame.scope = .days
        case .enclosure: readEnclosure(tag)
        case .atomLink: readLink(tag, &frame)
        case .link where tag.value(FeedTerm.href.rawValue) != nil: readLink(tag, &frame)
        case .image: openImage(tag, place, &frame)
        case .category: openCategory(tag, place, &frame)
        // Some put a list around them.
        case .categories: frame.scope = .category
        default: openText(tag, place, &frame)
        }
    }

    mutating func openIgnored(_ tag: XMLStartTag, _ frame: inout Frame) {
        // Publishers wrap items in elements of their own; an item is an item wherever it stands.
        guard let place = dialect?.feed[tag.code], place.field == .entry else { return }
        if !isInEntry {
            openEntry(tag, &frame)
        } else if scope == .entry || scope == .innerEntry {
            // The end tag of the item around it is misplaced: that item is over.
            keepEntry()
            startEntry(tag, &frame)
            frame.scope = .innerEntry
        }
    }

    mutating func openInSource(_ tag: XMLStartTag, _ frame: inout Frame) {
        guard let place = dialect?.feed[tag.code], place.field != .entry, place.field != .picture else { return }
        open(tag, place, &frame)
    }

    /// Media elements inside media:group and media:content; their titles and texts are the entry's only where it has none
    /// (they come last in the tables).
    mutating func openInGroup(_ tag: XMLStartTag, _ frame: inout Frame) {
        switch FeedTerm(rawValue: tag.code) {
        case .mediaContent, .mediaThumbnail, .mediaGroup, .mediaTitle, .mediaDescription, .mediaCategory,
            .mediaKeywords:
            open(tag, dialect?.entry[tag.code], &frame)
        default: return
        }
    }

    mutating func openInPicture(_ tag: XMLStartTag, _ frame: inout Frame) {
        guard tag.code == FeedTerm.url.rawValue else { return }
        frame.scope = .text
        frame.place = FieldTable.Place(field: .image, rank: 0)
    }

    mutating func openInPerson(_ tag: XMLStartTag, _ frame: inout Frame) {
        switch FeedTerm(rawValue: tag.code) {
        case .name, .atomName, .itunesName, .title, .dcTitle: frame.place = FieldTable.Place(field: .title, rank: 0)
        case .email, .atomEmail, .itunesEmail: frame.place = FieldTable.Place(field: .id, rank: 0)
        case .uri, .atomURI, .url, .link, .atomLink, .homepage: frame.place = FieldTable.Place(field: .link, rank: 0)
        default: return
        }
        frame.scope = .text
    }

    mutating func openInSkipList(_ tag: XMLStartTag, _ frame: inout Frame) {
        let isHour = scope == .hours
        guard tag.code == (isHour ? FeedTerm.hour : FeedTerm.day).rawValue else { return }
        frame.scope = .text
        frame.place = FieldTable.Place(field: isHour ? .hours : .days, rank: 0)
    }

    /// Categories inside categories (itunes), and inside a list of them.
    mutating func openInCategory(_ tag: XMLStartTag, _ frame: inout Frame) {
        guard tag.code == FeedTerm.itunesCategory.rawValue || frames.last?.place?.field == .categories,
            let place = dialect?.entry[tag.code], place.field == .category
        else { return }
        openCategory(tag, place, &frame)
        frame.place = place
    }

    private mutating func openFeed(_ tag: XMLStartTag, _ frame: inout Frame) {
        frame.scope = .feed
        if let about = tag.value(FeedTerm.rdfAbout.rawValue) { feedDraft.about = about.string }
        if frame.hasLanguage { feedDraft.language = languages.last ?? nil }
    }

    private mutating func openEntry(_ tag: XMLStartTag, _ frame: inout Frame) {
        guard !isInEntry else { return }
        isInEntry = true
        holder = .entry
        frame.scope = .entry
        startEntry(tag, &frame)
    }

    private mutating func startEntry(_ tag: XMLStartTag, _ frame: inout Frame) {
        frame.place = nil
        entryDraft.reset()
        if let about = tag.value(FeedTerm.rdfAbout.rawValue) { entryDraft.about = about.string }
        if frame.hasLanguage { entryDraft.language = languages.last ?? nil }
        if feed.format == .cdf { readCDF(tag, &frame) }
    }

    private mutating func openSource(_ tag: XMLStartTag, _ frame: inout Frame) {
        sourceDraft.reset()
        holder = .source
        frame.scope = .source
        if let url = tag.value(FeedTerm.url.rawValue) { sourceDraft.about = url.string }
    }

    private mutating func openPicture(_ tag: XMLStartTag, _ frame: inout Frame) {
        frame.scope = .picture
        if let address = tag.value(FeedTerm.href.rawValue) ?? tag.value(FeedTerm.url.rawValue) {
            offer(picture: address.string, rank: 0)
        }
    }

    private mutating func openMedia(_ tag: XMLStartTag, _ frame: inout Frame) {
        frame.scope = .group
        readMedia(tag)
    }

    private mutating func openImage(_ tag: XMLStartTag, _ place: FieldTable.Place, _ frame: inout Frame) {
        let address = tag.value(FeedTerm.href.rawValue) ?? tag.value(FeedTerm.url.rawValue)
        if let address {
            offer(picture: address.string, rank: place.rank + 1)
        } else {
            frame.scope = .text
        }
    }

    private mutating func openCategory(_ tag: XMLStartTag, _ place: FieldTable.Place, _ frame: inout Frame) {
        let scheme = tag.value(FeedTerm.scheme.rawValue) ?? tag.value(FeedTerm.domain.rawValue)
        pendingScheme = scheme.map(\.string)
        let term = tag.value(FeedTerm.term.rawValue) ?? tag.value(FeedTerm.text.rawValue)
        if let term, !term.isEmpty {
            let label = tag.value(FeedTerm.label.rawValue)?.string
            add(Category(term: WhiteSpace.folded(term.string), scheme: pendingScheme, label: label), rank: place.rank)
            frame.scope = .category
        } else {
            frame.scope = .text
        }
    }

    private mutating func openText(_ tag: XMLStartTag, _ place: FieldTable.Place, _ frame: inout Frame) {
        frame.scope = .text
        switch place.field {
        case .title, .summary, .content, .rights:
            guard let kind = textKind(of: tag, field: place.field) else {
                frame.scope = .ignored
                return
            }
            frame.kind = kind
        case .id where tag.code == FeedTerm.guid.rawValue:
            entryDraft.isPermaLinkDenied = tag.value(FeedTerm.isPermaLink.rawValue)?.matches("false") ?? false
        case .published, .updated:
            pendingLine = (tag.line, tag.column)
        default: break
        }
    }
}
