// This test program once more, for one hostile document, with little memory and time: what hangs or swells ends there.

import Glibc
import TestSupport

/// What a child reported.
struct HostileReport {
    var status: Int32
    var lines: [String]
}

enum HostileChild {
    /// Names the document; set in the child alone.
    static let variable = "TELEX_HOSTILE_DOCUMENT"

    static var documentName: String? { getenv(variable).map { String(cString: $0) } }

    /// Reads the document in a child that the system ends at 2 GB of memory or at 60 seconds of work.
    static func read(_ name: String) async throws -> HostileReport {
        let nothing = open("/dev/null", O_RDWR | O_CLOEXEC)
        let output = try ChildProcess.pipe()
        defer {
            close(nothing)
            close(output.writing)
        }
        let filter = ["--testing-library", "swift-testing", "--filter", "HostileTests/theDocumentOfThisProcess"]
        let child = try ChildProcess(
            "/bin/sh",
            arguments: ["-c", "ulimit -v 2000000; ulimit -t 60; exec \"$@\"", "sh", program()] + filter,
            environment: [variable: name, "PATH": "/usr/bin:/bin", "SWIFT_BACKTRACE": "enable=no"],
            input: nothing,
            output: output.writing,
            errors: output.writing
        )
        close(output.writing)
        var lines: [String] = []
        for await line in ChildProcess.lines(of: output.reading) { lines.append(line) }
        return HostileReport(status: await child.status(), lines: lines)
    }

    private static func program() -> String {
        var path = [CChar](repeating: 0, count: 4096)
        let count = readlink("/proc/self/exe", &path, path.count)
        guard count > 0 else { return CommandLine.arguments[0] }
        return String(decoding: path.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// The most memory this process ever had, in KiB.
    static func peakMemory() -> Int {
        guard let file = fopen("/proc/self/status", "r") else { return 0 }
        defer { fclose(file) }
        var line = [CChar](repeating: 0, count: 256)
        while fgets(&line, 256, file) != nil {
            let text = String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
            if text.hasPrefix("VmHWM:") {
                return text.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Int($0) } ?? 0
            }
        }
        return 0
    }
}
