import Testing
import XMLStream

@testable import FeedParsing

@Suite struct FeedTermTests {
    @Test func namesAreFoundByNamespaceNotByPrefix() {
        let name = XMLName(local: "Creator", prefix: "x", namespaceURI: "http://purl.org/DC/elements/1.1")
        #expect(FeedTerm.code(of: name, isAtom: false) == FeedTerm.dcCreator.rawValue)
    }

    @Test func aKnownPrefixMeansWhatItUsuallyDoesUnlessItsNamespaceIsAnotherThatIsKnown() {
        let misspelt = XMLName(local: "creator", prefix: "dc", namespaceURI: "http://purl.org/dc/elements/1,1/")
        #expect(FeedTerm.code(of: misspelt, isAtom: false) == FeedTerm.dcCreator.rawValue)
        let other = XMLName(local: "title", prefix: "dc", namespaceURI: "http://www.w3.org/2005/Atom")
        #expect(FeedTerm.code(of: other, isAtom: false) == FeedTerm.atomTitle.rawValue)
        let foreign = XMLName(local: "creator", prefix: "vreemd", namespaceURI: "urn:vreemd")
        #expect(FeedTerm.code(of: foreign, isAtom: false) == 0)
    }

    @Test func everyTermIsFoundByItsUsualSpelling() {
        let spellings: [(String, String?, FeedTerm)] = [
            ("encoded", "content", .contentEncoded), ("RDF", "rdf", .rdfRDF), ("about", "rdf", .rdfAbout),
            ("pubDate", nil, .pubDate), ("origLink", "feedburner", .feedburnerOrigLink), ("base", "xml", .xmlBase),
            ("updatePeriod", "sy", .syUpdatePeriod), ("id", "atom", .atomID), ("uri", "atom", .atomURI),
            ("isPermaLink", nil, .isPermaLink), ("modified", "dcterms", .dctermsModified),
        ]
        for (local, prefix, term) in spellings {
            #expect(FeedTerm.code(of: XMLName(local: local, prefix: prefix), isAtom: false) == term.rawValue)
        }
    }

    @Test func everyTermHasANameOfItsOwn() {
        let codes = Set(FeedTerm.allCases.map(\.rawValue))
        #expect(codes.count == FeedTerm.allCases.count)
        #expect(FeedTerm.allCases.map(\.rawValue) == (0..<UInt16(codes.count)).map { $0 })
    }

    @Test func inAtomPlainNamesAreAtoms() {
        #expect(FeedTerm.code(of: XMLName(local: "title"), isAtom: true) == FeedTerm.atomTitle.rawValue)
        #expect(FeedTerm.code(of: XMLName(local: "href"), isAtom: true) == FeedTerm.href.rawValue)
    }
}

@Suite struct FieldTableTests {
    @Test func theOrderOfARuleIsItsRank() {
        let table = FieldTable([
            FieldRule(.title, .title, .dcTitle), FieldRule(.author, tiers: [.author, .dcCreator], [.itunesAuthor]),
        ])
        #expect(table[FeedTerm.title.rawValue]?.rank == 0)
        #expect(table[FeedTerm.dcTitle.rawValue]?.rank == 1)
        #expect(table[FeedTerm.dcCreator.rawValue]?.rank == 0)
        #expect(table[FeedTerm.itunesAuthor.rawValue]?.rank == 1)
        #expect(table[FeedTerm.link.rawValue] == nil)
        #expect(table[.max] == nil)
    }

    @Test(arguments: [
        RSSFields.channel, RSSFields.item, CDFFields.channel, CDFFields.item, AtomFields.feed, AtomFields.entry,
    ])
    func noElementFeedsTwoFields(_ rules: [FieldRule]) {
        let terms = rules.flatMap { $0.tiers.flatMap { $0 } }
        #expect(Set(terms).count == terms.count)
    }
}
