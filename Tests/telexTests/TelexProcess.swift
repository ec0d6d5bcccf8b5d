// Runs the built executable as a user would: arguments in, output, exit status and signals out.

import Foundation
import Glibc
import Synchronization
import TestSupport

/// What a finished run of `telex` left.
struct TelexResult {
    var status: Int32
    var output: String
    var errors: String
}

/// A running `telex` whose standard error is read line by line.
final class TelexProcess: Sendable {
    private let child: ChildProcess
    private let errorLines: AsyncStream<String>
    private let seen = Mutex<[String]>([])
    private let exit: Task<Int32, Never>

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
        let nothing = open("/dev/null", O_RDWR | O_CLOEXEC)
        let errors = try ChildProcess.pipe()
        defer {
            close(nothing)
            close(errors.writing)
        }
        let child = try ChildProcess(
            Self.executable,
            arguments: arguments,
            environment: environment,
            input: nothing,
            output: nothing,
            errors: errors.writing
        )
        self.child = child
        errorLines = ChildProcess.lines(of: errors.reading)
        // Waited for in any case: a child that nobody waits for stays as a zombie.
        exit = Task { await child.status() }
    }

    deinit {
        child.send(signal: SIGKILL)
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

    /// What was written to standard error so far, for messages.
    var linesSoFar: [String] { seen.withLock { $0 } }

    func send(signal number: Int32) {
        child.send(signal: number)
    }

    /// Waits for the end and returns the exit status.
    func status() async -> Int32 {
        await exit.value
    }

    /// Runs a program to its end; no thread of the pool waits for it.
    static func run(
        _ arguments: [String],
        program: String = executable,
        input: String = "",
        environment: [String: String] = [:]
    ) async throws -> TelexResult {
        let folder = try TemporaryFolder()
        // Files, not pipes: nothing has to be read while the program runs.
        let written = try folder.write(input, to: "in")
        let descriptors = [
            open(written, O_RDONLY | O_CLOEXEC),
            open("\(folder.path)/out", O_CREAT | O_WRONLY | O_CLOEXEC, 0o600),
            open("\(folder.path)/err", O_CREAT | O_WRONLY | O_CLOEXEC, 0o600),
        ]
        defer { for descriptor in descriptors { close(descriptor) } }
        let child = try ChildProcess(
            program,
            arguments: arguments,
            environment: environment,
            input: descriptors[0],
            output: descriptors[1],
            errors: descriptors[2]
        )
        return TelexResult(
            status: await child.status(),
            output: try folder.read("out"),
            errors: try folder.read("err")
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

    /// The text of a file.
    func read(_ name: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(filePath: "\(path)/\(name)")), as: UTF8.self)
    }

    /// Writes a file and returns its path.
    func write(_ text: String, to name: String) throws -> String {
        let file = "\(path)/\(name)"
        try Data(text.utf8).write(to: URL(filePath: file))
        return file
    }
}
