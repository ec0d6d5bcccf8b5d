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
import UnixSignals

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
        let totals = try await Self.pollUntilSignal(file.configuration, store: store, all: all, logger: logger)
        try await write(file.configuration, store: store)
        if totals.failures > 0 {
            throw Failure(
                .failuresFound,
                "\(totals.failures) of \(totals.polls) sources failed; the log above says why"
            )
        }
    }

    // MARK: - Steps

    /// A round that is broken off gives its leases back: else nobody could poll its sources before they end.
    private static func pollUntilSignal(
        _ configuration: Configuration,
        store: FeedStore,
        all: Bool,
        logger: Logger
    ) async throws -> PollTotals {
        let signals = await UnixSignalsSequence(trapping: .sigint, .sigterm)
        let round = Task { try await poll(configuration, store: store, all: all, logger: logger) }
        let watch = Task {
            for await _ in signals { round.cancel() }
        }
        defer { watch.cancel() }
        do {
            return try await round.value
        } catch is CancellationError {
            throw Failure(.failuresFound, "broken off; what had been polled is stored, the rest is due as before")
        }
    }

    private static func poll(
        _ configuration: Configuration,
        store: FeedStore,
        all: Bool,
        logger: Logger
    ) async throws -> PollTotals {
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

    /// The folders the feeds name, and the one of the command line for all of them.
    private func write(_ configuration: Configuration, store: FeedStore) async throws {
        let feeds = FeedFiles(store: store, site: Site(configuration: configuration))
        var outputs = try await StoreFile.guarded { try await feeds.renderOutputs(now: Surroundings.now()) }
        if let output {
            outputs.append((output, try await StoreFile.guarded { try await feeds.render(now: Surroundings.now()) }))
        }
        for (folder, files) in outputs {
            let written = try OutputFolder(path: folder).write(files)
            Console.print("\(folder): \(written) of \(files.count) files changed")
        }
    }

    /// The table at the end says what a log line for each poll would.
    private func quieter(_ level: Logger.Level) -> Logger.Level {
        level == .info ? .warning : level
    }
}
