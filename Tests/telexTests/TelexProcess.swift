// Runs the built executable as a user would: arguments in, output, exit status and signals out.

import Foundation
import Synchronization

/// What a finished run of `telex` left.
struct TelexResult {
    var status: Int32
    var output: String
    var errors: String
}

/// A running `telex`, or any other program, whose standard error is read line by line.
final class TelexProcess: Sendable {
    private let process: Process
    private let errorLines: AsyncStream<String>
    private let seen = Mutex<[String]>([])
    private let exit: AsyncStream<Int32>

    /// The executable that `swift build` put beside the tests.
    static let executable: String = {
        let beside = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
        var folder = beside
        // The tests run from a bundle's folder on some toolchains.
        for _ in 0..<4 {
            let candidate = folder.appending(path: "telex").path
            if FileManager.default.isExecutableFile(atPath: candidate) { return candidate }
            folder = folder.deletingLastPathComponent()
        }
        return beside.appending(path: "telex").path
    }()

    /// Starts `telex` with only these variables in its environment.
    init(_ arguments: [String], environment: [String: String] = [:]) throws {
        let process = Process()
        process.executableURL = URL(filePath: Self.executable)
        process.arguments = arguments
        process.environment = environment
        let pipe = Pipe()
        process.standardError = pipe
        process.standardOutput = FileHandle.nullDevice
        process.standardInput = FileHandle.nullDevice
        let (errorLines, lineSink) = AsyncStream.makeStream(of: String.self)
        let (exit, exitSink) = AsyncStream.makeStream(of: Int32.self)
        process.terminationHandler = { process in
            exitSink.yield(process.terminationStatus)
            exitSink.finish()
        }
        let rest = Mutex("")
        pipe.fileHandleForReading.readabilityHandler = { handle in
            let data = handle.availableData
            if data.isEmpty {
                handle.readabilityHandler = nil
                lineSink.finish()
                return
            }
            let lines = rest.withLock { rest -> [String] in
                rest += String(decoding: data, as: UTF8.self)
                var lines = rest.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
                rest = lines.removeLast()
                return lines
            }
            for line in lines { lineSink.yield(line) }
        }
        try process.run()
        self.process = process
        self.errorLines = errorLines
        self.exit = exit
    }

    deinit {
        if process.isRunning { process.terminate() }
    }

    /// The first line of standard error that contains `text`, past or to come; nil when the program ends without one.
    func line(containing text: String) async -> String? {
        if let past = seen.withLock({ lines in lines.first { $0.contains(text) } }) { return past }
        for await line in errorLines {
            seen.withLock { $0.append(line) }
            if line.contains(text) { return line }
        }
        return nil
    }

    func send(signal number: Int32) {
        _ = kill(process.processIdentifier, number)
    }

    /// Waits for the end and returns the exit status.
    func status() async -> Int32 {
        for await status in exit { return status }
        return process.terminationStatus
    }

    /// Runs a program to its end; no thread waits for it.
    static func run(
        _ arguments: [String],
        program: String = executable,
        input: String = "",
        environment: [String: String] = [:]
    ) async throws -> TelexResult {
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = arguments
        process.environment = environment
        let folder = FileManager.default.temporaryDirectory.appending(path: "telex-run-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        // Files, not pipes: nothing has to be read while the program runs.
        let paths = ["in", "out", "err"].map { folder.appending(path: $0) }
        try Data(input.utf8).write(to: paths[0])
        for path in paths[1...] { try Data().write(to: path) }
        process.standardInput = try FileHandle(forReadingFrom: paths[0])
        process.standardOutput = try FileHandle(forWritingTo: paths[1])
        process.standardError = try FileHandle(forWritingTo: paths[2])
        let (exit, sink) = AsyncStream.makeStream(of: Void.self)
        process.terminationHandler = { _ in sink.finish() }
        try process.run()
        for await _ in exit {}
        return TelexResult(
            status: process.terminationStatus,
            output: String(decoding: try Data(contentsOf: paths[1]), as: UTF8.self),
            errors: String(decoding: try Data(contentsOf: paths[2]), as: UTF8.self)
        )
    }
}

/// A folder of a test's own, removed with it.
final class TemporaryFolder: Sendable {
    let path: String

    init() throws {
        let url = FileManager.default.temporaryDirectory.appending(path: "telex-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        path = url.path
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    /// Writes a file and returns its path.
    func write(_ text: String, to name: String) throws -> String {
        let file = "\(path)/\(name)"
        try Data(text.utf8).write(to: URL(filePath: file))
        return file
    }
}
