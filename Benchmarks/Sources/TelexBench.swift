// The entry of telex-bench: times Telex in its own process. Compares nothing: Benchmarks/run does that.

import FoundationEssentials
import Glibc

/// `telex-bench MODE ROUNDS FILE…`: one JSON line a round.
@main
struct TelexBench {
    private static let usage = """
        usage: telex-bench MODE ROUNDS FILE...
        MODE    \(Mode.allCases.map(\.rawValue).joined(separator: ", "))
        ROUNDS  a number; 0 tells what is found in each file; - makes a round for each line read from standard input
        """

    static func main() {
        let arguments = Array(CommandLine.arguments.dropFirst())
        guard arguments.count > 2, let mode = Mode(rawValue: arguments[0]) else { end(usage, status: 64) }
        guard arguments[1] == "-" || Int(arguments[1]) ?? -1 >= 0 else { end(usage, status: 64) }
        do {
            let bench = Bench(mode: mode, documents: try arguments[2...].map(Document.init(path:)))
            switch Int(arguments[1]) {
            case 0: try report(bench.survey)
            case let count?: for _ in 0..<count { try report(bench.round()) }
            case nil: while readLine() != nil { try report(bench.round()) }
            }
        } catch {
            end("telex-bench: \(error)", status: 70)
        }
    }

    private static func report(_ result: some Encodable) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        print(String(decoding: try encoder.encode(result), as: UTF8.self))
        // Whoever waits for the line gets it, through a pipe too.
        fflush(nil)
    }

    private static func end(_ message: String, status: Int32) -> Never {
        let text = Array((message + "\n").utf8)
        write(STDERR_FILENO, text, text.count)
        exit(status)
    }
}
