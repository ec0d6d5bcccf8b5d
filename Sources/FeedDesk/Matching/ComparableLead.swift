// Whether two reports of one source under one headline say the same: a second edition does, the next advertisement
// "Te koop: fiets" does not. Compares words, judges no meaning.

import FeedModel

/// The first words of a lead, folded.
struct ComparableLead {
    /// What comes later tells nothing new; it also bounds the work.
    private static let reach = 24

    /// A hash for each word.
    private let words: [UInt64]

    init(_ lead: String) {
        var words = Folding.words(String(lead.prefix(Self.reach * 24)))
        // The last word of a lead that was cut off may be half a word.
        if Self.cuts.contains(where: lead.hasSuffix) { words = words.dropLast() }
        self.words = words.prefix(Self.reach).map { word in
            var hash = StableHash()
            hash.combine(word)
            return hash.value
        }
    }

    private static let cuts = ["…", "...", "[…]", "[...]", "(…)", "(...)"]

    /// Two leads agree when they are equal, or one is empty, or one is found within the other. Of a list ordered by
    /// date, the pairs of neighbours that agree: every lead with the nearest one before it and after it that is the same
    /// as a part of it. Takes time linear in the list, whatever its leads say.
    static func agreeing(_ leads: [ComparableLead]) -> [(earlier: Int, later: Int)] {
        var pairs: [(earlier: Int, later: Int)] = []
        let lengths = Set(leads.map(\.words.count))
        for order in [Array(leads.indices), leads.indices.reversed()] {
            var last: [Run: Int] = [:]
            for index in order {
                let lead = leads[index]
                for run in lead.runs(of: lengths) {
                    if let other = last[run] { pairs.append((min(index, other), max(index, other))) }
                }
                last[lead.whole] = index
            }
        }
        return pairs
    }

    /// Every stretch of words of one of these lengths, the empty one and the whole lead included, each once.
    private func runs(of lengths: Set<Int>) -> Set<Run> {
        var runs: Set<Run> = lengths.contains(0) ? [Run()] : []
        for start in words.indices {
            var run = Run()
            for word in words[start...] {
                run.append(word)
                if lengths.contains(run.count) { runs.insert(run) }
            }
        }
        return runs
    }

    private var whole: Run {
        var run = Run()
        for word in words { run.append(word) }
        return run
    }

    /// Words in a row, by a hash over them.
    private struct Run: Hashable {
        private(set) var count = 0
        private var hash: UInt64 = 0

        mutating func append(_ word: UInt64) {
            hash = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15 &+ (hash >> 29)
            count += 1
        }
    }
}
