// Whatever a document names outside itself stays outside: no file is opened, no server is asked.

import FeedParsing
import Foundation
import TestSupport
import Testing

@Suite struct ExternalEntityTests {
    private static let secret = "geheim-8d1f0c"
    private static let item = "<item><guid>1</guid><title>Kop &x;</title><description>&x; &y; %z;</description></item>"

    /// A document; HERE is the address of a file or of a page, both of which hold the secret.
    private static let documents: [String: String] = [
        "general entity": "<!DOCTYPE rss [<!ENTITY x SYSTEM \"HERE\">]>BODY",
        "public entity": "<!DOCTYPE rss [<!ENTITY x PUBLIC \"-//X//X\" \"HERE\">]>BODY",
        "parameter entity": "<!DOCTYPE rss [<!ENTITY % z SYSTEM \"HERE\"> %z;]>BODY",
        "parameter entity that declares": "<!DOCTYPE rss [<!ENTITY % z \"<!ENTITY x SYSTEM 'HERE'>\"> %z;]>BODY",
        "parameter entity within another":
            "<!DOCTYPE rss [<!ENTITY % f SYSTEM \"HERE\"><!ENTITY % z \"<!ENTITY &#37; y SYSTEM 'HERE?%f;'>\"> %z; %y;]>BODY",
        "external subset": "<!DOCTYPE rss SYSTEM \"HERE\">BODY",
        "public external subset": "<!DOCTYPE rss PUBLIC \"-//Netscape//DTD RSS 0.91//EN\" \"HERE\">BODY",
        "external subset and an internal one": "<!DOCTYPE rss SYSTEM \"HERE\" [<!ENTITY y SYSTEM \"HERE\">]>BODY",
        "external subset, not standalone":
            "<?xml version=\"1.0\" standalone=\"no\"?><!DOCTYPE rss SYSTEM \"HERE\">BODY",
        "default attribute": "<!DOCTYPE rss [<!ENTITY x SYSTEM \"HERE\"><!ATTLIST item id CDATA \"&x;\">]>BODY",
        "entity in an entity": "<!DOCTYPE rss [<!ENTITY y SYSTEM \"HERE\"><!ENTITY x \"&y;\">]>BODY",
        "entity in an attribute": "<!DOCTYPE rss [<!ENTITY x SYSTEM \"HERE\">]>"
            + "<rss version=\"2.0\"><channel><title>B</title><item><guid>1</guid><enclosure url=\"&x;\"/></item></channel></rss>",
        "unparsed entity": "<!DOCTYPE rss [<!NOTATION n SYSTEM \"HERE\"><!ENTITY x SYSTEM \"HERE\" NDATA n>]>BODY",
        "style sheet": "<?xml-stylesheet type=\"text/xsl\" href=\"HERE\"?>BODY",
        "inclusion": "<rss version=\"2.0\" xmlns:xi=\"http://www.w3.org/2001/XInclude\"><channel><title>B</title>"
            + "<item><guid>1</guid><description><xi:include parse=\"text\" href=\"HERE\"/></description></item></channel></rss>",
        "schema": "<rss version=\"2.0\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
            + "xsi:noNamespaceSchemaLocation=\"HERE\" xsi:schemaLocation=\"urn:x HERE\"><channel><title>B</title></channel></rss>",
        "content elsewhere": "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>B</title><entry><id>1</id>"
            + "<content type=\"text/html\" src=\"HERE\"/></entry></feed>",
        "base elsewhere": "<rss version=\"2.0\" xml:base=\"HERE\"><channel><title>B</title>"
            + "<item><guid>1</guid><link>x</link><description>&lt;iframe src=\"HERE\"&gt;</description></item></channel></rss>",
        "markup in a text": "<rss version=\"2.0\"><channel><title>B</title><item><guid>1</guid><description><![CDATA["
            + "<!DOCTYPE p [<!ENTITY x SYSTEM \"HERE\">]><p>&x;</p>]]></description></item></channel></rss>",
    ]

    private static let disguises: [String: @Sendable (String) -> [UInt8]] = [
        "UTF-8": { Array($0.utf8) },
        "UTF-16 with a mark": { [0xFF, 0xFE] + $0.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] } },
        "UTF-16 without one": { $0.utf16.flatMap { [UInt8($0 >> 8), UInt8(truncatingIfNeeded: $0)] } },
        "UTF-32": { $0.unicodeScalars.flatMap { [0, 0, UInt8($0.value >> 8), UInt8(truncatingIfNeeded: $0.value)] } },
        "UTF-7": { text in
            let hidden = text.replacing("<!", with: "+ADwAIQ-").replacing("&", with: "+ACY-")
            return Array("<?xml version=\"1.0\" encoding=\"UTF-7\"?>\(hidden)".utf8)
        },
    ]

    @Test(arguments: documents.keys.sorted(), disguises.keys.sorted())
    func nothingIsRead(document: String, disguise: String) throws {
        let origin = try Origin()
        defer { origin.stop() }
        origin.otherwise { _ in .ok("<!ENTITY x \"\(Self.secret)\">\(Self.secret)") }
        let file = FileManager.default.temporaryDirectory.appending(path: "telex-\(UUID().uuidString).dtd")
        try Data("<!ENTITY x \"\(Self.secret)\">\(Self.secret)".utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }

        let body = "<rss version=\"2.0\"><channel><title>B</title>\(Self.item)</channel></rss>"
        let text = try #require(Self.documents[document]).replacing("BODY", with: body)
        let encode = try #require(Self.disguises[disguise])
        for place in ["file://\(file.path)", file.path, origin.url("/x.dtd")] {
            let bytes = encode(text.replacing("HERE", with: place))
            let answer = Result { try FeedParser.parse(bytes, options: ParseOptions(baseURL: origin.url("/feed"))) }
            #expect(!"\(answer)".contains(Self.secret), "\(place)")
        }
        #expect(origin.connectionCount == 0)
    }
}
