// The command line: one executable, one subcommand for each thing a user does.

import ArgumentParser
import Glibc

/// `telex`
struct TelexCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "telex",
        abstract: "A wire desk you can subscribe to: polls news feeds, merges the same story, credits every agency.",
        version: TelexVersion.number,
        subcommands: [
            ServeCommand.self, PollCommand.self, CheckCommand.self, ParseCommand.self, StatusCommand.self,
            ExplainCommand.self, ExportCommand.self, DemoCommand.self,
        ]
    )
}

@main
enum Main {
    static func main() async {
        // A reader that closes its end must not end us: writes report it instead.
        signal(SIGPIPE, SIG_IGN)
        do {
            var command = try TelexCommand.parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch let failure as Failure {
            for line in failure.lines { Console.complain("telex: \(line.onOneLine)") }
            exit(failure.status.rawValue)
        } catch {
            // What is not of the command line's making is a failure that nobody foresaw.
            guard TelexCommand.exitCode(for: error) == .failure else { TelexCommand.exit(withError: error) }
            Console.complain("telex: \(String(describing: error).onOneLine)")
            exit(ExitStatus.internalError.rawValue)
        }
    }
}

/// Options of every command that reads the configuration.
struct CommonOptions: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp(
            "The configuration (default: $TELEX_CONFIG, $CONFIGURATION_DIRECTORY/telex.yaml, /etc/telex/telex.yaml).",
            valueName: "file"
        )
    )
    var config: String?

    @OptionGroup var log: LogOptions
}

/// Options of every command that logs.
struct LogOptions: ParsableArguments {
    @Option(name: .long, help: "trace, debug, info, notice, warning, error or critical.")
    var logLevel: LogLevel = .info
}
