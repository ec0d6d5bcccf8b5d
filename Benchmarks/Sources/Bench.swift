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
    var file: String
    /// Of what is read, in bytes.
    var size: Int
    var work: () -> Tally
}

/// One round as printed. Every driver under Benchmarks prints these fields.
struct Round: Encodable {
    /// Processor time of the process.
    var seconds: Double
    /// Bytes read, those of lost files left out.
    var bytes: Int
    var items: Int
    /// Bytes of text produced.
    var output: Int
    /// Files in which nothing was found; they are not timed.
    var lost: [String]
}

/// A workload that has been gone through once.
struct Bench {
    private let pieces: [Piece]
    private let expected: Tally
    private let lost: [String]

    init(mode: Mode, documents: [Document]) {
        let tallied = mode.pieces(documents).map { (piece: $0, tally: $0.work()) }
        pieces = tallied.filter { $0.tally.items > 0 }.map(\.piece)
        lost = tallied.filter { $0.tally.items == 0 }.map(\.piece.file)
        expected = tallied.reduce(into: Tally()) { $0 += $1.tally }
    }

    /// Goes through everything once more.
    func round() throws -> Round {
        let start = Self.processorSeconds()
        var tally = Tally()
        for piece in pieces { tally += piece.work() }
        let seconds = Self.processorSeconds() - start
        guard tally == expected else { throw Unsteady(expected: expected, found: tally) }
        let bytes = pieces.reduce(0) { $0 + $1.size }
        return Round(seconds: seconds, bytes: bytes, items: tally.items, output: tally.output, lost: lost)
    }

    private static func processorSeconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}

/// Two rounds of the same work differed.
struct Unsteady: Error {
    var expected: Tally
    var found: Tally
}
