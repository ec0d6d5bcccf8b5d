// Atom 0.3 and 1.0 (RFC 4287): which elements fill which field, best first.

import FeedModel

extension Dialect {
    static let atom = Dialect(
        root: FieldTable([]),
        feed: FieldTable(AtomFields.feed),
        entry: FieldTable(AtomFields.entry),
        isMarkupByDefault: false
    )
}

/// The fields of Atom elements and of the modules used inside them.
enum AtomFields {
    static let feed: [FieldRule] = [
        FieldRule(.id, .atomID),
        FieldRule(.title, .atomTitle, .dcTitle, .dctermsTitle),
        FieldRule(.summary, .atomSubtitle, .atomTagline, .atomInfo, .dcDescription, .itunesSummary),
        FieldRule(.atomLink, .atomLink),
        FieldRule(.language, .dcLanguage, .language),
        FieldRule(.rights, .atomRights, .atomCopyright, .dcRights, .dctermsRights),
        FieldRule(.published, .atomPublished, .pubDate, .dctermsIssued, .atomIssued, .atomCreated, .dctermsCreated),
        FieldRule(.updated, .atomUpdated, .atomModified, .dctermsModified, .dcDate),
        FieldRule(
            .author,
            tiers: [.atomAuthor, .dcCreator, .dcAuthor],
            [.itunesAuthor, .itunesOwner],
            [.dcPublisher]
        ),
        FieldRule(.category, .atomCategory, .dcSubject, .itunesCategory, .itunesKeywords),
        FieldRule(.image, .atomLogo, .itunesImage, .atomIcon),
        FieldRule(.picture, .image),
        FieldRule(.updatePeriod, .syUpdatePeriod),
        FieldRule(.updateFrequency, .syUpdateFrequency),
        FieldRule(.entry, .atomEntry, .item),
    ]

    static let entry: [FieldRule] = [
        FieldRule(.id, .atomID, .guid),
        FieldRule(.identifier, .dcIdentifier),
        FieldRule(.title, .atomTitle, .dcTitle, .dctermsTitle, .itunesTitle, .mediaTitle),
        FieldRule(.link, .feedburnerOrigLink),
        FieldRule(.atomLink, .atomLink),
        FieldRule(
            .summary,
            .atomSummary,
            .description,
            .dcDescription,
            .dctermsAbstract,
            .itunesSummary,
            .itunesSubtitle,
            .mediaDescription
        ),
        FieldRule(.content, .atomContent, .contentEncoded, .xhtmlBody, .xhtmlDiv),
        FieldRule(.published, .atomPublished, .atomIssued, .pubDate, .dctermsIssued, .atomCreated, .dctermsCreated),
        FieldRule(.updated, .atomUpdated, .atomModified, .dctermsModified, .dcDate, .anpUpdated),
        FieldRule(.author, tiers: [.atomAuthor, .dcCreator, .dcAuthor, .author, .dctermsCreator], [.itunesAuthor]),
        FieldRule(
            .category,
            .atomCategory,
            .dcSubject,
            .category,
            .itunesCategory,
            .mediaCategory,
            .itunesKeywords,
            .mediaKeywords,
            .anpKeywords,
            .anpCodes
        ),
        FieldRule(.enclosure, .enclosure),
        FieldRule(.media, .mediaContent),
        FieldRule(.image, .mediaThumbnail, .itunesImage),
        FieldRule(.group, .mediaGroup),
        FieldRule(.source, .atomSource),
        FieldRule(.creditLine, .anpProvider, .dcSource),
        FieldRule(.version, .anpVersion),
        FieldRule(.urgency, .anpPriority),
        FieldRule(.place, .anpCity),
        FieldRule(.rights, .atomRights, .atomCopyright, .dcRights, .dctermsRights, .anpCopyright),
        FieldRule(.language, .dcLanguage, .language, .anpLang),
    ]
}

extension FeedFormat {
    /// Atom 0.3 and its drafts have namespaces of their own, and a version.
    init(atomNamespace uri: String?, version: String?) {
        let isFinal = uri?.lowercased().contains("2005/atom") ?? (version == nil)
        self = isFinal ? .atom10 : .atom03
    }
}
