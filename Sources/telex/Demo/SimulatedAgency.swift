// One simulated agency: its feed document at any moment of the demonstration. Pure; serving it is FeedServer's work.

import FeedModel
import FoundationEssentials
import Mustache

/// An agency of the demonstration, with the template of its feed.
struct SimulatedAgency: Sendable {
    /// How an agency writes its feed.
    struct Style: Sendable {
        let code: String
        let path: String
        let template: String
        let contentType: String
    }

    static let styles = [
        Style(code: "ANP", path: "/buitenland.rss", template: "anp.rss", contentType: "application/rss+xml"),
        Style(code: "RTR", path: "/wereld.atom", template: "rtr.atom", contentType: "application/atom+xml"),
        Style(code: "AFP", path: "/monde.json", template: "afp.json", contentType: "application/feed+json"),
    ]

    let style: Style
    private let template: MustacheTemplate
    private let items: [Item]
    private let started: Date

    private struct Item {
        let number: Int
        let story: DemoScenario.Story
        let carried: DemoScenario.Carried
    }

    /// Reads the agency's template from `folder`. Throws a `Failure` that names the file.
    init(_ style: Style, scenario: DemoScenario, folder: String, started: Date) throws {
        let path = "\(folder)/\(style.template).mustache"
        guard let data = FileManager.default.contents(atPath: path) else {
            throw Failure(.inputMissing, "\(path): the agency's template is missing")
        }
        do {
            template = try MustacheTemplate(string: String(decoding: data, as: UTF8.self))
        } catch {
            throw Failure(.badData, "\(path): not a template: \(error)")
        }
        self.style = style
        self.started = started
        items = scenario.stories.enumerated().compactMap { index, story in
            story.agencies[style.code].map { Item(number: 1000 + index, story: story, carried: $0) }
        }
    }

    /// How many items the agency has published at `now`.
    func publishedCount(at now: Date) -> Int {
        published(at: now).count
    }

    /// The agency's feed at `now`, newest first; the same bytes until it publishes again.
    func document(at now: Date, base: String) -> [UInt8] {
        let published = published(at: now)
        let context: [String: Any] = [
            "base": base,
            "updated": rfc3339(date(of: published.first)),
            "items": published.map { fields(of: $0) },
        ]
        return Array(template.render(context).utf8)
    }

    private func published(at now: Date) -> [Item] {
        let elapsed = now.timeIntervalSince(started)
        return items.filter { $0.carried.at <= elapsed }.sorted {
            ($1.carried.at, $1.number) < ($0.carried.at, $0.number)
        }
    }

    /// An item is dated a little before it is carried, as real copy is.
    private func date(of item: Item?) -> Date {
        let moment = started.addingTimeInterval((item?.carried.at ?? 0) - 1)
        return Date(timeIntervalSince1970: moment.timeIntervalSince1970.rounded(.down))
    }

    private func fields(of item: Item) -> [String: Any] {
        [
            "number": "\(item.number)",
            "headline": escaped(item.carried.headline ?? item.story.headline),
            "place": escaped(item.story.place),
            "credit": style.code,
            "lead": escaped(item.story.lead),
            "paragraphs": item.story.paragraphs.map { escaped($0) },
            "rfc822": HTTPDate.format(date(of: item)),
            "rfc3339": rfc3339(date(of: item)),
        ]
    }

    /// XML templates escape by themselves; in JSON only quotes and backslashes would break out of a string.
    private func escaped(_ text: String) -> String {
        guard style.template.hasSuffix(".json") else { return text }
        return String(text.flatMap { $0 == "\"" || $0 == "\\" ? ["\\", $0] : [$0] })
    }

    private func rfc3339(_ date: Date) -> String {
        date.formatted(Date.ISO8601FormatStyle())
    }
}
