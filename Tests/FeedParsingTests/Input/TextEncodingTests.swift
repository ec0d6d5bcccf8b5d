import Testing

@testable import FeedParsing

@Suite struct TextEncodingTests {
    private func plan(_ text: String, _ contentType: String? = nil) -> [TextEncoding] {
        EncodingPlan(head: Array(text.utf8)[...], contentType: contentType).candidates
    }

    @Test func headerGoesBeforeDeclarationAndDefaults() {
        let text = #"<?xml version="1.0" encoding='koi8-r' standalone="yes"?><rss/>"#
        #expect(
            plan(text, #"text/xml; charset="windows-1251""#) == [
                .named("WINDOWS-1251"), .named("KOI8-R"), .utf8, .windows1252,
            ]
        )
    }

    @Test func withoutLabelsItIsUTF8ThenWindows1252() {
        #expect(plan("<rss/>", "application/rss+xml") == [.utf8, .windows1252])
    }

    @Test func encodingInAnotherPlaceIsNoDeclaration() {
        #expect(plan(#"<rss encoding="koi8-r"><?xml ?></rss>"#) == [.utf8, .windows1252])
    }

    @Test(arguments: [
        ("GB2312", TextEncoding.named("GB18030")), ("latin1", .windows1252), (" 'UTF8' ", .utf8), ("us-ascii", .utf8),
        ("Shift_JIS", .named("CP932")), ("iso-8859-15", .named("ISO-8859-15")),
    ])
    func labelsMeanWhatTheirWritersMeant(_ label: String, _ encoding: TextEncoding) {
        #expect(TextEncoding(label: label) == encoding)
    }

    @Test(arguments: ["", "utf-7", "  "])
    func someLabelsMeanNothing(_ label: String) {
        #expect(TextEncoding(label: label) == nil)
    }
}
