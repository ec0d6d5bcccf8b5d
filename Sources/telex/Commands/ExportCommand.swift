// `telex export`

import ArgumentParser
import FeedModel
import FeedPublishing

/// Writes the configured sources as OPML.
struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Print the configured sources as OPML, without secrets."
    )

    @OptionGroup var options: CommonOptions

    func run() async throws {
        let file = try ConfigurationFile.load(option: options.config, environment: Surroundings.environment)
        let bytes = OPML.render(sources: file.configuration.sources, title: "Telex")
        Console.write(String(decoding: bytes, as: UTF8.self))
    }
}
