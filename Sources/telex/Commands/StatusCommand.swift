// `telex status`

import ArgumentParser
import FeedFetching
import FeedModel
import FeedPublishing
import FoundationEssentials

/// The running daemon's sources as a table.
struct StatusCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Show the running daemon's sources; exit 1 when one is failing."
    )

    @OptionGroup var options: CommonOptions

    @Option(name: .long, help: "The daemon's address (default: the configuration's server.listen).")
    var url: String?

    @Flag(name: .long, help: "Print the daemon's answer as it is.")
    var json = false

    func run() async throws {
        let address = try url ?? configuredAddress()
        let documents = try await OneFetch.documents(at: address + "/status.json")
        guard let bytes = documents.first?.bytes else {
            throw Failure(.unavailable, "\(address)/status.json: the answer is empty")
        }
        let report = try decode(bytes, from: address)
        if json {
            Console.write(String(decoding: bytes, as: UTF8.self))
        } else {
            for line in StatusTable.lines(of: report) { Console.print(line) }
        }
        let failing = report.sources.filter { $0.state == .failing || $0.state == .gone }
        if !failing.isEmpty {
            let names = failing.map(\.id.rawValue).joined(separator: ", ")
            throw Failure(.failuresFound, "\(failing.count) of \(report.sources.count) sources failing: \(names)")
        }
    }

    /// The first TCP address the daemon listens on, seen from this machine.
    private func configuredAddress() throws -> String {
        let file = try ConfigurationFile.load(option: options.config, environment: Surroundings.environment)
        for case .tcp(let host, let port) in file.configuration.server.listen {
            let reachable = ["0.0.0.0": "127.0.0.1", "::": "::1"][host] ?? host
            return "http://\(ListenAddress.tcp(host: reachable, port: port))"
        }
        return file.configuration.server.baseURL
    }

    private func decode(_ bytes: [UInt8], from address: String) throws -> StatusReport {
        guard let report = StatusReport.read(bytes) else {
            throw Failure(.badData, "\(address)/status.json: this is not a Telex daemon's answer")
        }
        return report
    }
}
