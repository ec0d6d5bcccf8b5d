// What holds for every input, checked on each: not only that nothing crashes.
// A broken property traps with its name, which libFuzzer keeps as a finding.

import FeedDesk
import FeedModel
import FeedParsing
import FoundationEssentials
import Glibc
import TelexConfiguration
import TestSupport

enum FuzzProperties {
    private static let options = ParseOptions(baseURL: "https://nieuws.example/feed")
    private static let desk = Desk(configuration: Configuration())
    /// The years 1 to 9999.
    private static let dates =
        Date(timeIntervalSince1970: -62_135_596_800)...Date(timeIntervalSince1970: 253_402_300_800)

    /// Built for speed, a precondition keeps its message to itself.
    private static func hold(_ isTrue: Bool, _ property: @autoclosure () -> String) {
        if isTrue { return }
        let message = Array("broken: \(property())\n".utf8)
        _ = write(2, message, message.count)
        abort()
    }

    /// The same result however the bytes come; what it holds is clean.
    static func parse(_ bytes: [UInt8]) {
        let whole = outcome([bytes[...]])
        // A size that differs from input to input and, for an input, never.
        let size = 1 + bytes.reduce(bytes.count) { ($0 &* 31 &+ Int($1)) & 0xFFFF } % 97
        let chunks = stride(from: 0, to: bytes.count, by: size).map { bytes[$0..<min($0 + size, bytes.count)] }
        hold(outcome(chunks) == whole, "the result depends on how the bytes came")
        guard case .success(let feed) = whole else { return }
        hold(feed.entries.count <= FeedParser.mostEntries, "too many entries")
        for entry in feed.entries { check(entry) }
        if let updated = feed.updated { hold(dates.contains(updated), "a date out of range") }
    }

    private static func outcome(_ chunks: [ArraySlice<UInt8>]) -> Result<ParsedFeed, FeedParsingError> {
        var parser = FeedParser(options: options)
        for chunk in chunks { parser.push(chunk) }
        do {
            return .success(try parser.finish())
        } catch {
            return .failure(error)
        }
    }

    private static func check(_ entry: ParsedEntry) {
        for html in [entry.summaryHTML, entry.contentHTML].compactMap({ $0 }) {
            let faults = MarkupForm(html).faults
            hold(faults.isEmpty, "an entry's HTML: \(faults)")
        }
        for date in [entry.published, entry.updated, entry.embargo].compactMap({ $0 }) {
            hold(dates.contains(date), "a date out of range")
        }
        if let title = entry.title { hold(!title.contains("\n"), "a title of more than one line") }
        for enclosure in entry.enclosures { hold(enclosure.length ?? 0 >= 0, "a length below zero") }
    }

    /// Safe, balanced, and the same when put in again.
    static func sanitise(_ html: String) {
        let once = HTMLSanitizer.sanitize(html, base: "https://nieuws.example/")
        let faults = MarkupForm(once).faults
        hold(faults.isEmpty, "\(faults)")
        hold(HTMLSanitizer.sanitize(once, base: "https://nieuws.example/") == once, "sanitising is not stable")
        _ = HTMLText.plainText(html)
    }

    /// In range, and the same when written as ISO 8601 and read again.
    static func date(_ text: String) {
        guard let date = FeedDate.parse(text) else { return }
        hold(dates.contains(date), "a date out of range")
        let whole = Date(timeIntervalSince1970: date.timeIntervalSince1970.rounded(.down))
        hold(FeedDate.parse(CivilTime(whole).rfc3339) == whole, "a date that cannot be written")
    }

    static func normalise(_ title: String) {
        let once = Headline.normalise(title)
        hold(Headline.normalise(once) == once, "normalising is not stable")
    }

    /// Absolute references stay as they are, so resolving twice changes nothing.
    static func resolve(_ reference: String) {
        for base in ["https://nieuws.example/a/b?c#d", "https://nieuws.example", "file:/a/b", "mailto:a", ""] {
            let once = URLReference.resolve(reference, base: base)
            let twice = URLReference.resolve(once, base: base)
            hold(once == twice, "resolving is not stable")
        }
    }

    static func attribute(_ copy: String) {
        var entry = ParsedEntry()
        entry.title = "Kop"
        entry.contentHTML = HTMLSanitizer.sanitize(copy, base: nil)
        _ = desk.attribute(entry, feedTitle: nil, source: nil)
    }

    /// A configuration or the reasons why there is none.
    static func configure(_ yaml: String) {
        let result = ConfigurationReader.read(
            text: yaml,
            file: "telex.yaml",
            environment: [:],
            readSecret: { _ in .success("geheim") },
            validateRule: { _ in nil }
        )
        hold((result.configuration == nil) == !result.mistakes.isEmpty, "a mistake and a configuration")
    }
}
