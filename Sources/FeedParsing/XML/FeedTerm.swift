// Every element and attribute name the XML readers act on, as small numbers.

import XMLStream

/// A name Telex knows; the raw value is the code the XML parser hands back with each event.
enum FeedTerm: UInt16, CaseIterable, Sendable {
    case unknown = 0
    // RSS, and names without a namespace
    case rss, channel, item, title, link, description, guid, author, category, copyright, enclosure
    case image, url, language, lastBuildDate, managingEditor, webMaster, pubDate, source, ttl
    case skipHours, hour, skipDays, day, fullItem, body, name, email, uri, homepage, rights, id, feed, logo, icon, date
    case abstract, rdf, categories
    // Atom
    case atomFeed, atomEntry, atomTitle, atomSubtitle, atomTagline, atomLink, atomID, atomUpdated, atomModified
    case atomPublished, atomIssued, atomCreated, atomAuthor, atomName, atomURI, atomEmail, atomCategory
    case atomSummary, atomContent, atomRights, atomCopyright, atomSource, atomLogo, atomIcon, atomInfo
    // RDF and the modules
    case rdfRDF, rdfAbout
    case dcTitle, dcCreator, dcAuthor, dcDescription, dcDate, dcSubject, dcSource, dcRights, dcLanguage, dcIdentifier
    case dcPublisher
    case dctermsTitle, dctermsAbstract, dctermsIssued, dctermsCreated, dctermsModified, dctermsRights, dctermsCreator
    case contentEncoded
    case mediaContent, mediaGroup, mediaThumbnail, mediaTitle, mediaDescription, mediaCategory, mediaKeywords
    case itunesImage, itunesAuthor, itunesSummary, itunesSubtitle, itunesTitle, itunesCategory, itunesKeywords
    case itunesOwner, itunesName, itunesEmail
    case anpProvider, anpVersion, anpPriority, anpKeywords, anpCodes, anpCopyright, anpLang, anpCity, anpUpdated
    case syUpdatePeriod, syUpdateFrequency, feedburnerOrigLink, xhtmlBody, xhtmlDiv
    // Attributes that are no elements too
    case version, href, rel, type, length, domain, term, scheme, label, isPermaLink, mode, src, text, fileSize, medium
    case lastMod, base, lang
    case xmlBase, xmlLang
}

extension FeedTerm {
    /// The code of a name: 0 for what Telex does not know. Asked once for each name of a document.
    ///
    /// - Parameter isAtom: the document is Atom, whose names count as Atom's even without the namespace.
    static func code(of name: XMLName, isAtom: Bool) -> UInt16 {
        guard let namespace = FeedNamespace.of(name) else { return 0 }
        let local = name.local.lowercased()
        // What one format lacks counts as the other's: publishers mix them without a namespace.
        let spellings =
            switch namespace {
            case .plain: isAtom ? ["atom:" + local, local] : [local, "atom:" + local]
            case .atom: ["atom:" + local, local]
            default: [namespace.rawValue + ":" + local]
            }
        return spellings.lazy.compactMap { bySpelling[$0] }.first?.rawValue ?? 0
    }

    /// "dc:creator" for `dcCreator`: the namespace's usual prefix and the name, lower case.
    private var spelling: String {
        let name = String(describing: self)
        for namespace in FeedNamespace.allCases where namespace != .plain && name.hasPrefix(namespace.rawValue) {
            let local = name.dropFirst(namespace.rawValue.count)
            if local.first?.isUppercase == true { return namespace.rawValue + ":" + local.lowercased() }
        }
        return name.lowercased()
    }

    private static let bySpelling: [String: FeedTerm] = {
        var table: [String: FeedTerm] = [:]
        for term in allCases where term != .unknown { table[term.spelling] = term }
        return table
    }()
}
