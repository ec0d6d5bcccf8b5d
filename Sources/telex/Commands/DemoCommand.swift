// `telex demo`

import Aggregator
import ArgumentParser
import FeedModel
import FeedServer
import FeedStorage
import FoundationEssentials
import Logging
import TelexConfiguration

/// Three simulated agencies on loopback and the daemon that merges them.
struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Show the whole product on three simulated agencies; needs no network and no configuration."
    )

    @Option(
        name: [.customLong("for")],
        help: ArgumentHelp("Stop by itself after this long, such as 30s, with a summary.", valueName: "duration")
    )
    var length: String?

    @Option(name: .long, help: "The port to serve on (default: 8080, or the next that is free).")
    var port: Int?

    @Option(name: .long, help: "The folder with the demonstration's news.")
    var fixtures: String?

    @OptionGroup var log: LogOptions

    func validate() throws {
        if let port, !(1...65_535).contains(port) {
            throw ValidationError("--port: expected 1 to 65535, found \(port)")
        }
        if let length, DurationSpelling.read(length) == nil {
            throw ValidationError("--for: expected a duration such as 30s or 5m, found \"\(length)\"")
        }
    }

    func run() async throws {
        // Arguments name a program found through PATH by its bare name.
        let executable = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? "telex"
        let folder = DemoScenario.folder(option: fixtures, executable: executable)
        let demonstration = try Demonstration(
            folder: folder,
            ports: port.map { [$0] } ?? Array(8080...8099),
            limit: length.flatMap { DurationSpelling.read($0) },
            logger: Surroundings.logger(level: log.logLevel == .info ? .warning : log.logLevel.level)
        )
        let summary = try await demonstration.run()
        for line in summary { Console.print(line) }
    }
}
