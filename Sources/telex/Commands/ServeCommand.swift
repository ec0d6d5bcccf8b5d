// `telex serve`

import ArgumentParser
import FeedModel
import FeedServer
import FeedStorage
import FoundationEssentials
import Logging
import UnixSignals

/// The daemon, in the foreground.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Poll, merge and serve until told to stop.",
        discussion: "SIGTERM or SIGINT stops it within five seconds, SIGHUP reads the configuration anew."
    )

    @OptionGroup var options: CommonOptions

    func run() async throws {
        // Before the file is read: a SIGHUP that comes meanwhile has it read again instead of ending the process.
        let hangups = await UnixSignalsSequence(trapping: .sighup)
        let environment = Surroundings.environment
        let logger = Surroundings.logger(level: options.log.logLevel.level)
        let file = try ConfigurationFile.load(option: options.config, environment: environment)
        report(file.warnings, to: logger)
        let store = try StoreFile.open(file.configuration.storage)
        let daemon = Daemon(
            configuration: file.configuration,
            store: store,
            environment: environment,
            logger: logger
        )
        let option = options.config
        do {
            let reloading = Daemon.Reloading(hangups: hangups) {
                reload(option: option, environment: environment, old: file, logger: logger)
            }
            try await daemon.run(reloading: reloading)
        } catch let error as ListenError {
            throw Failure(.unavailable, "\(error)")
        } catch let error as StoreError {
            throw StoreFile.failure(error)
        }
    }
}

/// Reads the file again; nil, and the reasons in the log, when it cannot be used.
private func reload(
    option: String?,
    environment: [String: String],
    old: ConfigurationFile,
    logger: Logger
) -> Configuration? {
    do {
        let file = try ConfigurationFile.load(option: option, environment: environment)
        report(file.warnings, to: logger)
        if file.configuration.server.listen != old.configuration.server.listen
            || file.configuration.storage.path != old.configuration.storage.path
        {
            logger.warning("server.listen and storage.path change with a restart alone")
        }
        return file.configuration
    } catch let failure as Failure {
        for line in failure.lines {
            logger.error("the configuration was not taken over", metadata: ["mistake": "\(line)"])
        }
    } catch {
        logger.error("the configuration was not taken over", metadata: ["error": "\(error)"])
    }
    return nil
}

private func report(_ warnings: [String], to logger: Logger) {
    for warning in warnings { logger.warning("configuration", metadata: ["warning": "\(warning)"]) }
}
