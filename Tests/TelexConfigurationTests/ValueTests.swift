// Durations, sizes, addresses, spellings and patterns, each alone.

import FeedModel
import TestSupport
import Testing

@testable import TelexConfiguration

struct ValueTests {
    @Test(arguments: [
        ("0s", 0), ("90s", 90), ("5m", 300), ("48h", 172_800), ("7d", 604_800), ("1h30m", 5400), ("1d2h3m4s", 93_784),
    ])
    func durationsAreNumbersWithUnits(text: String, seconds: Int) {
        #expect(DurationSpelling.read(text) == .seconds(seconds))
    }

    @Test(arguments: ["", "5", "s", "m5", "5 m", "5M", "1.5h", "-5s", "+5s", "30m1h", "5m5m", "5m5", "٥m", "5ms", "1w"])
    func whatIsNoDurationIsNone(text: String) {
        #expect(DurationSpelling.read(text) == nil)
    }

    @Test func hugeDurationsStayFinite() {
        #expect(DurationSpelling.read("999999999999999999999999d") == .seconds(Int64.max))
        #expect(DurationSpelling.read("9223372036854775807d1h") == .seconds(Int64.max))
    }

    @Test func spelledDurationsReadBack() {
        var generator = SeededGenerator(seed: 1)
        for _ in 0..<200 {
            let duration = Duration.seconds(Int64.random(in: 0...10_000_000, using: &generator))
            #expect(DurationSpelling.read(duration.spelled) == duration)
        }
    }

    @Test(arguments: [
        ("1B", 1), ("500kB", 500_000), ("512KiB", 524_288), ("10MiB", 10_485_760), ("1MB", 1_000_000),
        ("2GiB", 2_147_483_648),
    ])
    func sizesAreNumbersWithUnits(text: String, bytes: Int) {
        #expect(ByteCount.read(text) == bytes)
    }

    @Test(arguments: [
        "", "10", "MiB", "10 MiB", "10mib", "1.5MiB", "-1B", "99999999999999999999B", "9223372036854775807KiB",
    ])
    func whatIsNoSizeIsNone(text: String) {
        #expect(ByteCount.read(text) == nil)
    }

    @Test func nearestIsNearAndNotMerelyNearer() {
        let keys = ConfigurationKeys.polling
        #expect(Spelling.nearest(to: "intervall", among: keys) == "interval")
        #expect(Spelling.nearest(to: "MaxInterval", among: keys) == "max_interval")
        #expect(Spelling.nearest(to: "tiemout", among: keys) == "timeout")
        #expect(Spelling.nearest(to: "colour", among: keys) == nil)
        #expect(Spelling.nearest(to: "", among: keys) == nil)
        #expect(Spelling.nearest(to: String(repeating: "x", count: 100_000), among: keys) == nil)
        #expect(Spelling.nearest(to: "x", among: []) == nil)
    }

    @Test(arguments: [
        ("https://desk:geheim@host/a", "\"https://…@host/a\""), ("desk:geheim@host", "\"…@host\""),
        ("https://a@b:geheim@host/", "\"https://…@host/\""), ("https://host/", "\"https://host/\""), ("@", "\"…@\""),
        ("https:/geheim@host", "\"https:/…@host\""),
    ])
    func shownAddressesHideWhoAsks(url: String, shown: String) {
        #expect(Shown.url(url) == shown)
    }

    @Test func shownTextStaysOnOneShortLine() {
        #expect(Shown.text("a\nb\u{1B}c") == "\"a b c\"")
        #expect(Shown.text(String(repeating: "x", count: 1000)).count == 63)
    }

    @Test(arguments: ["https://a.example", "HTTP://[::1]:80/x?y#z", "http://a.example:/", "https://münchen.example/ü"])
    func webAddressesAreTakenApart(text: String) throws {
        #expect(try #require(WebAddress(text)).hasUserInfo == false)
    }

    @Test(arguments: [
        "", ":", "a", "1http://a", "http://a b", "http://a:b", "http://[::1", "http://[x]/", "http://a:0/",
        "http://a\u{7F}/",
    ])
    func whatIsNoAddressIsNone(text: String) {
        #expect(WebAddress(text) == nil)
    }
}
