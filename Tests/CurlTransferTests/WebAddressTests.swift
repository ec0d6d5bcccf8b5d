// Addresses: what is one, what it becomes, and whom it covers.

import CurlTransfer
import Testing

@Suite struct WebAddressTests {
    @Test func partsAreReadAndSecretsSetAside() throws {
        let address = try #require(WebAddress("HTTP://desk:ge%20heim@Feeds.Example.NL:8080/a?b=c#d"))
        #expect(address.text == "http://Feeds.Example.NL:8080/a?b=c")
        #expect(address.scheme == "http")
        #expect(address.host == "feeds.example.nl")
        #expect(address.port == 8080)
        #expect(address.credentials == .basic(username: "desk", password: "ge heim"))
    }

    @Test func portsDefaultByScheme() {
        #expect(WebAddress("http://a.nl")?.port == 80)
        #expect(WebAddress("https://a.nl")?.port == 443)
        #expect(WebAddress("http://a.nl")?.text == "http://a.nl/")
    }

    @Test(arguments: [
        "", "feeds.example.nl/x", "/feed", "ftp://a.nl/", "file:///etc/passwd", "gopher://a.nl/", "mailto:a@b.nl",
        "http://", "http://a.nl:99999/", "http://a\u{0}b.nl/", "javascript:alert(1)",
    ])
    func isNoWebAddress(text: String) {
        #expect(WebAddress(text) == nil)
    }

    @Test(arguments: [
        ("/b", "http://a.nl/b"), ("b", "http://a.nl/x/b"), ("?q", "http://a.nl/x/y?q"), ("//c.nl/d", "http://c.nl/d"),
        ("https://c.nl/d", "https://c.nl/d"), ("../z", "http://a.nl/z"), ("  /b", "http://a.nl/b"),
        ("/met spatie", "http://a.nl/met%20spatie"), ("/caf\u{E9}", "http://a.nl/caf%e9"),
        ("http://u:p@c.nl/", "http://c.nl/"), ("/b#c", "http://a.nl/b"), ("http://2130706433/", "http://127.0.0.1/"),
    ])
    func referencesAreResolved(reference: String, expected: String) throws {
        let resolved = try #require(WebAddress("http://a.nl/x/y?z")?.resolving(reference))
        #expect(resolved.text.lowercased() == expected)
    }

    @Test(arguments: ["file:///etc/passwd", "ftp://a.nl/", "gopher://a.nl/", "data:text/plain,x"])
    func referencesToOtherSchemesLeadNowhere(reference: String) throws {
        let base = try #require(WebAddress("http://a.nl/"))
        #expect(base.resolving(reference) == nil)
    }

    @Test(arguments: [
        ("http://a.nl/x", "http://a.nl/y", true), ("http://a.nl/", "http://A.nl:80/", true),
        ("http://a.nl/", "https://a.nl/", true), ("https://a.nl/", "http://a.nl/", false),
        ("http://a.nl/", "http://a.nl:8080/", false), ("http://a.nl:8080/", "https://a.nl/", false),
        ("http://a.nl/", "http://b.nl/", false), ("https://a.nl/", "https://www.a.nl/", false),
    ])
    func anAddressCoversItsOwnServer(own: String, other: String, isCovered: Bool) throws {
        let (own, other) = (try #require(WebAddress(own)), try #require(WebAddress(other)))
        #expect(own.covers(other) == isCovered)
    }
}
