// libFuzzer's entry: one binary, one target chosen by $TELEX_FUZZ_TARGET. Everything that reads bytes must take any.

import FeedDesk
import FeedModel
import FeedParsing
import FoundationEssentials
import TelexConfiguration

/// What is fuzzed.
private enum FuzzTarget: String {
    case feed, html, date, dateline, headline, url, configuration

    static let chosen: FuzzTarget = {
        let name = ProcessInfo.processInfo.environment["TELEX_FUZZ_TARGET"] ?? "feed"
        return FuzzTarget(rawValue: name) ?? .feed
    }()

    func run(_ bytes: [UInt8]) {
        switch self {
        case .feed: _ = try? FeedParser.parse(bytes, options: ParseOptions(baseURL: "https://nieuws.example/feed"))
        case .html: sanitise(text(bytes))
        case .date: _ = FeedDate.parse(text(bytes))
        case .dateline: attribute(text(bytes))
        case .headline: normalise(text(bytes))
        case .url: _ = URLReference.resolve(text(bytes), base: "https://nieuws.example/a/b?c#d")
        case .configuration: configure(text(bytes))
        }
    }

    private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

    private func sanitise(_ html: String) {
        let once = HTMLSanitizer.sanitize(html, base: "https://nieuws.example/")
        precondition(HTMLSanitizer.sanitize(once, base: "https://nieuws.example/") == once, "sanitising is not stable")
    }

    private func normalise(_ title: String) {
        let once = Headline.normalise(title)
        precondition(Headline.normalise(once) == once, "normalising is not stable")
    }

    private func attribute(_ copy: String) {
        var entry = ParsedEntry()
        entry.title = "Kop"
        entry.contentHTML = HTMLSanitizer.sanitize(copy, base: nil)
        _ = Desk(configuration: Configuration()).attribute(entry, feedTitle: nil, source: nil)
    }

    private func configure(_ yaml: String) {
        let result = ConfigurationReader.read(
            text: yaml,
            file: "telex.yaml",
            environment: [:],
            readSecret: { _ in .success("geheim") },
            validateRule: { _ in nil }
        )
        precondition((result.configuration == nil) == !result.mistakes.isEmpty, "a mistake and a configuration")
    }
}

/// Called by libFuzzer for each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    FuzzTarget.chosen.run(Array(UnsafeBufferPointer(start: start, count: count)))
    return 0
}
