// Regular expressions of the configuration, matched in time linear in the text whatever the expression: Thompson's
// construction, all states stepped at once, so there is nothing to back-track. No captures, look-around or
// back-references; the parser refuses them by name.

/// A compiled expression.
struct Pattern: Sendable, Equatable {
    /// Expressions longer than this are refused.
    static let longestExpression = 1_000
    /// Expressions that compile to more steps than this (`{1000}` nested) are refused.
    static let mostSteps = 5_000
    /// Characters of a text that are looked at; titles and summaries are far shorter.
    static let longestText = 20_000

    enum Condition: Sendable, Equatable {
        case start, end, wordBoundary, noWordBoundary
    }

    enum Step: Sendable, Equatable {
        case character(ScalarSet)
        case either(Int, Int)
        case go(Int)
        case only(Condition)
        case found
    }

    let steps: [Step]

    init(_ expression: String) throws(PatternError) {
        var parser = try PatternParser(expression)
        var compiler = PatternCompiler()
        try compiler.compile(parser.parse())
        steps = compiler.steps + [.found]
    }

    /// Whether the expression matches anywhere in the text.
    func matches(_ text: String) -> Bool {
        let characters = text.unicodeScalars.prefix(Self.longestText).map(FoldedScalar.init)
        var states = StateList(count: steps.count)
        for place in 0...characters.count {
            // The search may begin at every place.
            if follow(from: 0, at: place, in: characters, into: &states) { return true }
            guard place < characters.count else { return false }
            var next = StateList(count: steps.count)
            for state in states.members {
                if case .character(let set) = steps[state], set.contains(characters[place]),
                    follow(from: state + 1, at: place + 1, in: characters, into: &next)
                {
                    return true
                }
            }
            states = next
        }
        return false
    }

    /// Adds every state reachable without taking a character; true when the end of the expression is among them.
    private func follow(from first: Int, at place: Int, in text: [FoldedScalar], into states: inout StateList) -> Bool {
        var waiting = [first]
        while let state = waiting.popLast() {
            guard states.insert(state) else { continue }
            switch steps[state] {
            case .found: return true
            case .go(let target): waiting.append(target)
            case .either(let one, let other): waiting += [other, one]
            case .only(let condition): if holds(condition, at: place, in: text) { waiting.append(state + 1) }
            case .character: break
            }
        }
        return false
    }

    private func holds(_ condition: Condition, at place: Int, in text: [FoldedScalar]) -> Bool {
        switch condition {
        case .start: place == 0
        case .end: place == text.count
        case .wordBoundary: isBoundary(place, in: text)
        case .noWordBoundary: !isBoundary(place, in: text)
        }
    }

    private func isBoundary(_ place: Int, in text: [FoldedScalar]) -> Bool {
        let before = place > 0 && ScalarSet.words.contains(text[place - 1])
        let after = place < text.count && ScalarSet.words.contains(text[place])
        return before != after
    }
}

/// A set of states that remembers the order of insertion.
private struct StateList {
    private(set) var members: [Int] = []
    private var isMember: [Bool]

    init(count: Int) {
        isMember = Array(repeating: false, count: count)
    }

    /// False when it was a member already.
    mutating func insert(_ state: Int) -> Bool {
        guard !isMember[state] else { return false }
        isMember[state] = true
        members.append(state)
        return true
    }
}
