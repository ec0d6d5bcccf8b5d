// RSS 0.91 to 2.0: which elements fill which field, best first. Refuses nothing: versions differ only in name.

import FeedModel

extension Dialect {
    static let rss = Dialect(
        root: FieldTable([FieldRule(.feed, .channel), FieldRule(.entry, .item), FieldRule(.picture, .image)]),
        feed: FieldTable(RSSFields.channel),
        entry: FieldTable(RSSFields.item),
        isMarkupByDefault: true
    )
}

/// The fields of RSS elements and of the modules used inside them.
enum RSSFields {
    static let channel: [FieldRule] = [
        FieldRule(.title, .title, .atomTitle, .dcTitle, .dctermsTitle),
        FieldRule(.summary, .description, .atomSubtitle, .atomTagline, .dcDescription, .itunesSummary, .itunesSubtitle),
        FieldRule(.link, .link),
        FieldRule(.atomLink, .atomLink),
        FieldRule(.id, .atomID, .id),
        FieldRule(.identifier, .dcIdentifier),
        FieldRule(.language, .language, .dcLanguage),
        FieldRule(.rights, .copyright, .dcRights, .atomRights, .rights, .dctermsRights),
        FieldRule(.published, .pubDate, .atomPublished, .dctermsIssued, .dctermsCreated),
        FieldRule(.updated, .lastBuildDate, .dcDate, .atomUpdated, .dctermsModified, .date),
        FieldRule(
            .author,
            tiers: [.managingEditor, .author, .dcCreator, .dcAuthor, .atomAuthor],
            [.itunesAuthor, .itunesOwner],
            [.webMaster, .dcPublisher]
        ),
        FieldRule(.category, .category, .dcSubject, .atomCategory, .itunesCategory, .itunesKeywords, .mediaKeywords),
        FieldRule(.image, .atomLogo, .logo, .itunesImage, .mediaThumbnail, .atomIcon, .icon),
        FieldRule(.picture, .image),
        FieldRule(.ttl, .ttl),
        FieldRule(.updatePeriod, .syUpdatePeriod),
        FieldRule(.updateFrequency, .syUpdateFrequency),
        FieldRule(.hours, .skipHours),
        FieldRule(.days, .skipDays),
        FieldRule(.entry, .item, .atomEntry),
    ]

    static let item: [FieldRule] = [
        FieldRule(.id, .guid, .atomID, .id),
        // After rdf:about, which says the same where it is meant.
        FieldRule(.identifier, .dcIdentifier),
        FieldRule(.title, .title, .atomTitle, .dcTitle, .dctermsTitle, .itunesTitle, .mediaTitle),
        FieldRule(.link, .feedburnerOrigLink, .link),
        FieldRule(.atomLink, .atomLink),
        // Of a description and a summary the first is the summary, the second the body (DocumentReader.keep).
        FieldRule(
            .summary,
            tiers: [.description, .atomSummary],
            [.dcDescription],
            [.dctermsAbstract],
            [.itunesSummary],
            [.itunesSubtitle],
            [.mediaDescription]
        ),
        FieldRule(.content, .contentEncoded, .atomContent, .xhtmlBody, .body, .xhtmlDiv, .fullItem),
        FieldRule(.published, .pubDate, .atomPublished, .dctermsIssued, .atomIssued, .dctermsCreated, .atomCreated),
        FieldRule(.updated, .atomUpdated, .dctermsModified, .atomModified, .dcDate, .date, .lastBuildDate, .anpUpdated),
        FieldRule(.author, tiers: [.author, .dcCreator, .dcAuthor, .atomAuthor, .dctermsCreator], [.itunesAuthor]),
        FieldRule(
            .category,
            .category,
            .dcSubject,
            .atomCategory,
            .itunesCategory,
            .mediaCategory,
            .itunesKeywords,
            .mediaKeywords,
            .anpKeywords,
            .anpCodes
        ),
        FieldRule(.categories, .categories),
        FieldRule(.enclosure, .enclosure),
        FieldRule(.media, .mediaContent),
        FieldRule(.image, .mediaThumbnail, .itunesImage),
        FieldRule(.picture, .image),
        FieldRule(.group, .mediaGroup),
        FieldRule(.source, .source, .atomSource),
        FieldRule(.creditLine, .anpProvider, .dcSource),
        FieldRule(.version, .anpVersion),
        FieldRule(.urgency, .anpPriority),
        FieldRule(.place, .anpCity),
        FieldRule(.rights, .dcRights, .copyright, .atomRights, .rights, .dctermsRights, .anpCopyright),
        FieldRule(.language, .dcLanguage, .language, .anpLang),
    ]
}

extension FeedFormat {
    /// The version an `rss` element names; 2.0 when it names none that exists.
    init(rssVersion: String?) {
        let digits = rssVersion.map { $0.filter { $0.isASCII && $0.isNumber } } ?? ""
        switch digits {
        case "090": self = .rss090
        case "091": self = .rss091
        case "092": self = .rss092
        case "093": self = .rss093
        case "094": self = .rss094
        case "10", "100": self = .rss10
        default: self = .rss20
        }
    }
}
