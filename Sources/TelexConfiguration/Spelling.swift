// The known name nearest to a mistyped one.

/// Answers "did you mean …?".
enum Spelling {
    /// The candidate nearest to `word`, or nil when none is near enough to be what was meant.
    static func nearest(to word: String, among candidates: [String]) -> String? {
        let typed = folded(word)
        guard !typed.isEmpty, typed.count <= 40 else { return nil }
        var best: (candidate: String, distance: Int)?
        for candidate in candidates {
            let known = folded(candidate)
            let found = distance(typed, known)
            guard found <= max(1, min(typed.count, known.count) / 3), found < best?.distance ?? .max else { continue }
            best = (candidate, found)
        }
        return best?.candidate
    }

    /// Without case and separators: `maxInterval` and `max-interval` are `max_interval` mistyped.
    private static func folded(_ word: String) -> [Character] {
        word.lowercased().filter { $0 != "_" && $0 != "-" && $0 != " " }
    }

    /// Optimal string alignment: insertions, deletions, substitutions, swaps of neighbours.
    private static func distance(_ left: [Character], _ right: [Character]) -> Int {
        var beforeLast: [Int] = []
        var last = Array(0...right.count)
        for (row, character) in left.enumerated() {
            var current = [row + 1]
            for (column, other) in right.enumerated() {
                var cost = min(last[column + 1] + 1, current[column] + 1, last[column] + (character == other ? 0 : 1))
                if row > 0, column > 0, character == right[column - 1], left[row - 1] == other {
                    cost = min(cost, beforeLast[column - 1] + 1)
                }
                current.append(cost)
            }
            beforeLast = last
            last = current
        }
        return last.last ?? 0
    }
}
