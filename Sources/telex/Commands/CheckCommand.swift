// `telex check`

import ArgumentParser
import FeedModel
import TelexConfiguration

/// Says what the configuration means, or everything that is wrong with it.
struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Read the configuration and say what it means."
    )

    @OptionGroup var options: CommonOptions

    func run() async throws {
        let file = try ConfigurationFile.load(option: options.config, environment: Surroundings.environment)
        Console.print("\(file.path): no mistakes")
        for warning in file.warnings { Console.print("warning: \(warning)") }
        for line in ConfigurationSummary.lines(of: file.configuration) { Console.print(line) }
    }
}
