// From the tree of a regular expression to the steps that match it.

/// The tree of an expression.
indirect enum PatternNode: Equatable {
    case nothing
    case character(ScalarSet)
    case only(Pattern.Condition)
    case sequence([PatternNode])
    case alternatives([PatternNode])
    /// `most` nil: without end.
    case repeated(PatternNode, least: Int, most: Int?)
}

/// Writes steps; counted repetitions are written out, so it refuses what would grow too long.
struct PatternCompiler {
    private(set) var steps: [Pattern.Step] = []
    /// Nodes written so far: repeating nothing writes no step, and takes time all the same.
    private var visits = 0

    mutating func compile(_ node: PatternNode) throws(PatternError) {
        visits += 1
        guard steps.count < Pattern.mostSteps, visits < 4 * Pattern.mostSteps else {
            throw PatternError(offset: 0, problem: .tooLarge)
        }
        switch node {
        case .nothing: break
        case .character(let set): steps.append(.character(set))
        case .only(let condition): steps.append(.only(condition))
        case .sequence(let nodes): for node in nodes { try compile(node) }
        case .alternatives(let nodes): try compile(alternatives: nodes)
        case .repeated(let node, let least, let most):
            for _ in 0..<least { try compile(node) }
            guard let most else { return try compileLoop(node) }
            for _ in least..<max(least, most) { try compileOptional(node) }
        }
    }

    private mutating func compile(alternatives nodes: [PatternNode]) throws(PatternError) {
        var jumps: [Int] = []
        for (index, node) in nodes.enumerated() {
            guard index < nodes.count - 1 else {
                try compile(node)
                break
            }
            let fork = steps.count
            steps.append(.either(fork + 1, fork + 1))
            try compile(node)
            jumps.append(steps.count)
            steps.append(.go(0))
            steps[fork] = .either(fork + 1, steps.count)
        }
        for jump in jumps { steps[jump] = .go(steps.count) }
    }

    private mutating func compileLoop(_ node: PatternNode) throws(PatternError) {
        let fork = steps.count
        steps.append(.either(fork + 1, fork + 1))
        try compile(node)
        steps.append(.go(fork))
        steps[fork] = .either(fork + 1, steps.count)
    }

    private mutating func compileOptional(_ node: PatternNode) throws(PatternError) {
        let fork = steps.count
        steps.append(.either(fork + 1, fork + 1))
        try compile(node)
        steps[fork] = .either(fork + 1, steps.count)
    }
}
