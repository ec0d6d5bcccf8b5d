// Stories of arbitrary text, with a preference for the characters that break documents.

import FeedModel
import FoundationEssentials

extension Samples {
    private static let troublesome: [Unicode.Scalar] = [
        "<", ">", "&", "\"", "'", "]", "-", "!", "/", "=", ";", "#", "%", "{", "}", "\u{0}", "\u{8}", "\t", "\n", "\r",
        "\u{B}", "\u{1F}", "\u{7F}", "\u{85}", "\u{301}", "\u{200F}", "\u{202E}", "\u{2028}", "\u{FEFF}", "\u{FFFD}",
        "\u{FFFE}", "\u{FFFF}", "\u{1F30D}", "\u{10FFFF}", "a", " ",
    ]

    static func randomText(using generator: inout some RandomNumberGenerator, length: Int) -> String {
        var text = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 0...length, using: &generator) {
            if Bool.random(using: &generator) {
                text.append(troublesome.randomElement(using: &generator) ?? "a")
            } else {
                text.append(Unicode.Scalar(UInt32.random(in: 0...0x10_FFFF, using: &generator)) ?? "b")
            }
        }
        return String(text)
    }

    /// XML 1.0 section 2.2, less U+007F, which helps nobody.
    static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x9, 0xA, 0xD, 0x20...0x7E, 0x80...0xFFFD, 0x1_0000...0x10_FFFF: true
        default: false
        }
    }

    static func random(using generator: inout some RandomNumberGenerator) -> Story {
        func text(_ length: Int = 30) -> String { randomText(using: &generator, length: length) }
        let reports = (0..<Int.random(in: 1...3, using: &generator)).map { index in
            report(
                SourceID(rawValue: text(5)),
                text(),
                title: text(),
                places: [text(8)],
                agencies: [AgencyCode(rawValue: text(5))],
                lead: text(80),
                published: now.addingTimeInterval(Double(index) * -100)
            ) { report in
                report.attribution.contentHTML = text(60)
                report.entry.url = "https://example.org/" + text()
                report.entry.image = Bool.random(using: &generator) ? "https://example.org/" + text() : text()
                report.entry.categories = [Category(term: text(), scheme: text(), label: text())]
                report.entry.enclosures = [Enclosure(url: "http://example.org/" + text(), type: text(), length: -1)]
                report.entry.rights = text()
                report.entry.language = text(3)
            }
        }
        return story(StoryID(rawValue: text(16)), reports)
    }
}
