// One workload, warmed up, and rounds of it. Refuses to time what does not do the same work in every round.

import FoundationEssentials
import Glibc

/// What some work produced: proof that it was done.
struct Tally: Equatable {
    /// Entries, or what else the mode counts.
    var items = 0
    /// Bytes of text in what was produced.
    var output = 0

    static func += (sum: inout Tally, more: Tally) {
        sum.items += more.items
        sum.output += more.output
    }
}

/// The part of a workload that comes from one file.
struct Piece {
    /// Of what is read, in bytes.
    var size: Int
    var work: () -> Tally
}

/// What the warm-up found. Every driver under Benchmarks prints this when asked for no rounds.
struct Survey: Encodable {
    /// Items in each file, in the order given.
    var found: [Int]
}

/// One round as printed. Every driver under Benchmarks prints these fields.
struct Round: Encodable {
    /// Processor time of the process.
    var seconds: Double
    /// Bytes read.
    var bytes: Int
    var items: Int
    /// Bytes of text produced.
    var output: Int
}

/// A workload that has been gone through once.
struct Bench {
    private let pieces: [Piece]
    private let expected: Tally
    let survey: Survey

    init(mode: Mode, documents: [Document]) {
        pieces = mode.pieces(documents)
        let tallies = pieces.map { $0.work() }
        expected = tallies.reduce(into: Tally()) { $0 += $1 }
        survey = Survey(found: tallies.map(\.items))
    }

    /// Goes through everything once more.
    func round() throws(BenchError) -> Round {
        let start = Self.processorSeconds()
        var tally = Tally()
        for piece in pieces { tally += piece.work() }
        let seconds = Self.processorSeconds() - start
        guard tally == expected else { throw .unsteady(expected: expected, found: tally) }
        let bytes = pieces.reduce(0) { $0 + $1.size }
        return Round(seconds: seconds, bytes: bytes, items: tally.items, output: tally.output)
    }

    private static func processorSeconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}

/// Why there is no figure.
enum BenchError: Error {
    /// The file at this path cannot be read.
    case unreadable(String)
    /// Two rounds of the same work differed.
    case unsteady(expected: Tally, found: Tally)
}
