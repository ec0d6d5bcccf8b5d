// `telex explain`

import ArgumentParser
import FeedModel
import FeedPublishing
import FeedStorage

/// Why an item is what it is: read from what was stored when it was decided.
struct ExplainCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Say what was found in an item, which story it joined and why, and which feeds carry it."
    )

    @OptionGroup var options: CommonOptions

    @Argument(help: ArgumentHelp("An id, an address, or a part of the headline.", valueName: "item"))
    var item: String

    func run() async throws {
        let file = try ConfigurationFile.load(option: options.config, environment: Surroundings.environment)
        let store = try StoreFile.openExisting(file.configuration.storage)
        let name = TagURI.storyID(in: item)?.rawValue ?? item
        let explanations = try await StoreFile.guarded { try await store.explain(name) }
        guard !explanations.isEmpty else {
            throw Failure(.failuresFound, "\(item): no stored item has this id, address or headline")
        }
        for explanation in explanations {
            for line in ExplanationText.lines(of: explanation) { Console.print(line) }
        }
    }
}
