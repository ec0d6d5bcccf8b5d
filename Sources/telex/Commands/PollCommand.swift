// `telex poll`

import Aggregator
import ArgumentParser
import FeedFetching
import FeedModel
import FeedServer
import FeedStorage
import FoundationEssentials
import Glibc
import Logging

/// One round over the sources, then exit.
struct PollCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "poll",
        abstract: "Poll the sources that are due once, and exit.",
        discussion: "Exit 1 when a source failed. With --output it suits cron and a static web server."
    )

    @OptionGroup var options: CommonOptions

    @Flag(name: .long, help: "Every source, due or not.")
    var all = false

    @Option(name: .long, help: ArgumentHelp("Write the merged feeds as files into this folder.", valueName: "dir"))
    var output: String?

    func run() async throws {
        let logger = Surroundings.logger(level: quieter(options.log.logLevel.level))
        let file = try ConfigurationFile.load(option: options.config, environment: Surroundings.environment)
        for warning in file.warnings { Console.complain("telex: warning: \(warning)") }
        let store = try StoreFile.open(file.configuration.storage)
        let totals = try await poll(file.configuration, store: store, logger: logger)
        if let output { try await write(file.configuration, store: store, to: output) }
        if totals.failures > 0 {
            throw Failure(
                .failuresFound,
                "\(totals.failures) of \(totals.polls) sources failed; the log above says why"
            )
        }
    }

    // MARK: - Steps

    private func poll(_ configuration: Configuration, store: FeedStore, logger: Logger) async throws -> PollTotals {
        let fetcher = FeedFetcher()
        defer { fetcher.shutdown() }
        let round = PollRound(
            configuration: configuration,
            store: store,
            fetcher: fetcher,
            surroundings: PollSurroundings(now: Surroundings.now, userAgent: Surroundings.userAgent(contact:)),
            owner: "poll-\(getpid())",
            logger: logger
        )
        let bar = ProgressBar(isShown: Console.isErrorTerminal)
        var table = PollTable()
        let totals = try await StoreFile.guarded {
            try await round.poll(all: all) { done, total, summary in
                bar.show(done: done, total: total, label: summary.sourceID.rawValue)
                table.add(summary)
            }
        }
        bar.end()
        for line in table.lines(totals: totals) { Console.print(line) }
        return totals
    }

    private func write(_ configuration: Configuration, store: FeedStore, to folder: String) async throws {
        let files = try await StoreFile.guarded {
            try await FeedFiles(store: store, site: Site(configuration: configuration)).render(now: Surroundings.now())
        }
        let written = try OutputFolder(path: folder).write(files)
        Console.print("\(folder): \(written) of \(files.count) files changed")
    }

    /// The table at the end says what a log line for each poll would.
    private func quieter(_ level: Logger.Level) -> Logger.Level {
        level == .info ? .warning : level
    }
}
