// Which addresses may be published, and in what form.

import FeedModel
import Testing

@testable import FeedPublishing

struct WebAddressTests {
    @Test(
        arguments: [
            ("https://example.org/a?b=c#d", "https://example.org/a?b=c#d"),
            ("  HTTP://Example.org/\n", "http://Example.org/"),
            ("https://u:p@example.org:8443/x@y", "https://example.org:8443/x@y"),
            ("https://example.org/caf\u{E9} \"<>", "https://example.org/caf%C3%A9%20%22%3C%3E"),
            ("https://example.org/50%/%41%4", "https://example.org/50%25/%41%254"),
            ("https://example.org/a\n\tb", "https://example.org/ab"),
            ("https://[2001:db8::1]:80/x", "https://[2001:db8::1]:80/x"),
            ("https://example.org", "https://example.org"),
            ("https://example.org?x", "https://example.org?x"),
        ]
    )
    func webAddressIsMadeValid(address: String, expected: String) {
        #expect(WebAddress.web(address) == expected)
    }

    @Test(
        arguments: [
            "javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "/relative", "", "https://", "https:///x",
            "https://u:p@/x", "ftp://example.org/", "https://exa mple.org/", "https://a\"b/", "java\nscript://x",
        ]
    )
    func anythingElseIsRefused(address: String) {
        #expect(WebAddress.web(address) == nil)
    }

    @Test(
        arguments: [
            ("https://desk:geheim@example.org/f?token=abc&x=1#t", "https://example.org/f?token=***&x=1#t"),
            ("https://example.org/f?API_KEY=abc", "https://example.org/f?API_KEY=***"),
            ("https://example.org/f?monkey=1&key", "https://example.org/f?monkey=1&key"),
            ("https://example.org/#?token=abc", "https://example.org/#?token=abc"),
            ("https://u:p@\u{301}example.org/?\u{301}&token=abc", "https://\u{301}example.org/?\u{301}&token=***"),
            ("file:///srv/in", "file:///srv/in"),
            ("example.org?token=abc", "example.org?token=abc"),
        ]
    )
    func secretsAreCut(address: String, expected: String) {
        #expect(WebAddress.withoutSecrets(address) == expected)
    }

    @Test(
        arguments: [
            ("https://Nieuws.Example.NL:8080/telex", "tag:nieuws.example.nl,2026:story/01"),
            ("http://127.0.0.1:8080", "tag:127.0.0.1,2026:story/01"),
            ("http://[2001:db8::1]:8080", "tag:2001-db8--1,2026:story/01"),
            ("http://[::1]", "tag:1,2026:story/01"),
            ("", "tag:localhost,2026:story/01"),
        ]
    )
    func tagAuthorityIsTheHost(baseURL: String, expected: String) {
        #expect(TagURI.story("01", baseURL: baseURL) == expected)
        #expect(TagURI.storyID(in: expected) == "01")
    }

    @Test(arguments: ["", "01", "tag:host,2026:feed/buitenland", "story/01", "tag::story", "https://host/story/01"])
    func otherNamesNameNoStory(name: String) {
        #expect(TagURI.storyID(in: name) == nil)
    }
}
