// The entry of telex-bench: times Telex in its own process. Compares nothing: Benchmarks/run does that.

import FoundationEssentials
import Glibc

/// `telex-bench MODE ROUNDS FILE…`: one JSON line a round.
@main
struct TelexBench {
    private static let usage = """
        usage: telex-bench MODE ROUNDS FILE...
        MODE    \(Mode.allCases.map(\.rawValue).joined(separator: ", "))
        ROUNDS  a number, or - for one round for each line read from standard input
        """

    static func main() {
        let arguments = Array(CommandLine.arguments.dropFirst())
        guard arguments.count > 2, let mode = Mode(rawValue: arguments[0]) else { end(usage, status: 64) }
        guard arguments[1] == "-" || Int(arguments[1]) ?? 0 > 0 else { end(usage, status: 64) }
        do {
            let bench = Bench(mode: mode, documents: try arguments[2...].map(Document.init(path:)))
            if let count = Int(arguments[1]) {
                for _ in 0..<count { try report(bench) }
            } else {
                while readLine() != nil { try report(bench) }
            }
        } catch {
            end("telex-bench: \(error)", status: 70)
        }
    }

    private static func report(_ bench: Bench) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let line = try encoder.encode(bench.round())
        print(String(decoding: line, as: UTF8.self))
        // Whoever waits for the line gets it, through a pipe too.
        fflush(nil)
    }

    private static func end(_ message: String, status: Int32) -> Never {
        let text = Array((message + "\n").utf8)
        write(STDERR_FILENO, text, text.count)
        exit(status)
    }
}
