// Reads the regular expressions people write in a configuration: literals, classes, groups, alternatives, repetition
// and anchors. What cannot be matched in linear time is refused by name.

/// Where an expression is wrong, and how.
struct PatternError: Error, Equatable, Sendable {
    enum Problem: Equatable, Sendable {
        case tooLong, tooLarge, tooDeep, nothingToRepeat
        case unclosed(String)
        case unexpected(String)
        case unsupported(String)
        case badRange(String)
        case unknownEscape(String)
        case endsInBackslash
    }

    /// Characters from the start of the expression.
    var offset: Int
    var problem: Problem
}

/// A recursive-descent parser over one expression.
struct PatternParser {
    private static let deepest = 50
    private static let mostRepeats = 200

    private let scalars: [Unicode.Scalar]
    private var index = 0
    private var depth = 0

    init(_ expression: String) throws(PatternError) {
        scalars = Array(expression.unicodeScalars)
        guard scalars.count <= Pattern.longestExpression else { throw PatternError(offset: 0, problem: .tooLong) }
    }

    /// The tree of the whole expression.
    mutating func parse() throws(PatternError) -> PatternNode {
        // Case is ignored anyway; people write the flag out of habit.
        _ = take("(?i)")
        let node = try parseAlternatives()
        if let rest = peek { throw error(.unexpected(String(rest))) }
        return node
    }

    private var peek: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

    private mutating func next() -> Unicode.Scalar? {
        guard let scalar = peek else { return nil }
        index += 1
        return scalar
    }

    private mutating func take(_ text: String) -> Bool {
        let wanted = Array(text.unicodeScalars)
        guard scalars[index...].starts(with: wanted) else { return false }
        index += wanted.count
        return true
    }

    private func error(_ problem: PatternError.Problem, at place: Int? = nil) -> PatternError {
        PatternError(offset: place ?? index, problem: problem)
    }

    private mutating func parseAlternatives() throws(PatternError) -> PatternNode {
        var alternatives = [try parseSequence()]
        while take("|") { alternatives.append(try parseSequence()) }
        return alternatives.count == 1 ? alternatives[0] : .alternatives(alternatives)
    }

    private mutating func parseSequence() throws(PatternError) -> PatternNode {
        var nodes: [PatternNode] = []
        while let scalar = peek, scalar != "|", scalar != ")" {
            nodes.append(try parseRepeated())
        }
        return nodes.isEmpty ? .nothing : .sequence(nodes)
    }

    private mutating func parseRepeated() throws(PatternError) -> PatternNode {
        if let scalar = peek, scalar == "*" || scalar == "+" || scalar == "?" { throw error(.nothingToRepeat) }
        let start = index
        var node = try parseAtom()
        while let (least, most) = try parseCount() {
            if case .repeated = node { throw error(.nothingToRepeat, at: start) }
            node = .repeated(node, least: least, most: most)
            // Lazy repetition finds the same matches.
            _ = take("?")
        }
        return node
    }

    private mutating func parseCount() throws(PatternError) -> (Int, Int?)? {
        if take("*") { return (0, nil) }
        if take("+") { return (1, nil) }
        if take("?") { return (0, 1) }
        let start = index
        guard take("{") else { return nil }
        guard let least = parseNumber() else {
            // A brace that opens no count is a brace.
            index = start
            return nil
        }
        var most: Int? = least
        if take(",") { most = parseNumber() }
        guard take("}") else { throw error(.unclosed("{"), at: start) }
        guard least <= Self.mostRepeats, most ?? 0 <= Self.mostRepeats else { throw error(.tooLarge, at: start) }
        guard most ?? least >= least else { throw error(.badRange("{\(least),\(most ?? 0)}"), at: start) }
        return (least, most)
    }

    private mutating func parseNumber() -> Int? {
        var digits = ""
        while let scalar = peek, (48...57).contains(scalar.value), digits.count < 6 {
            digits.unicodeScalars.append(scalar)
            index += 1
        }
        return Int(digits)
    }

    private mutating func parseAtom() throws(PatternError) -> PatternNode {
        let start = index
        guard let scalar = next() else { return .nothing }
        switch scalar {
        case ".": return .character(.any)
        case "^": return .only(.start)
        case "$": return .only(.end)
        case "(": return try parseGroup(from: start)
        case "[": return .character(try parseClass(from: start))
        case "\\": return try parseEscape(from: start)
        default: return .character(ScalarSet(scalar))
        }
    }

    private mutating func parseGroup(from start: Int) throws(PatternError) -> PatternNode {
        if take("?") {
            guard take(":") else { throw error(.unsupported("(?\(peek.map(String.init) ?? "")"), at: start) }
        }
        guard depth < Self.deepest else { throw error(.tooDeep, at: start) }
        depth += 1
        let node = try parseAlternatives()
        depth -= 1
        guard take(")") else { throw error(.unclosed("("), at: start) }
        return node
    }

    private mutating func parseEscape(from start: Int) throws(PatternError) -> PatternNode {
        switch peek {
        case "b":
            index += 1
            return .only(.wordBoundary)
        case "B":
            index += 1
            return .only(.noWordBoundary)
        default:
            return .character(try parseEscapedSet(from: start))
        }
    }

    /// What follows a backslash, inside a class or out.
    private mutating func parseEscapedSet(from start: Int) throws(PatternError) -> ScalarSet {
        guard let scalar = next() else { throw error(.endsInBackslash, at: start) }
        switch scalar {
        case "d": return .digits
        case "D": return ScalarSet.digits.negated()
        case "w": return .words
        case "W": return ScalarSet.words.negated()
        case "s": return .spaces
        case "S": return ScalarSet.spaces.negated()
        case "n": return ScalarSet("\n")
        case "r": return ScalarSet("\r")
        case "t": return ScalarSet("\t")
        case "1"..."9", "k": throw error(.unsupported("\\\(scalar)"), at: start)
        case _ where scalar.properties.isAlphabetic || scalar == "0":
            throw error(.unknownEscape("\\\(scalar)"), at: start)
        default: return ScalarSet(scalar)
        }
    }

    private mutating func parseClass(from start: Int) throws(PatternError) -> ScalarSet {
        var set = ScalarSet()
        set.isNegated = take("^")
        var isFirst = true
        while let scalar = next() {
            // A bracket that comes first is one of the characters.
            if scalar == "]", !isFirst { return set }
            isFirst = false
            let place = index - 1
            if scalar == "\\" {
                set.formUnion(try parseEscapedSet(from: place))
            } else if peek == "-", index + 1 < scalars.count, scalars[index + 1] != "]" {
                index += 1
                let end = next() ?? scalar
                guard end != "\\", scalar.value <= end.value else {
                    throw error(.badRange("\(scalar)-\(end)"), at: place)
                }
                set.insert(scalar.value...end.value)
            } else {
                set.insert(scalar.value...scalar.value)
            }
        }
        throw error(.unclosed("["), at: start)
    }
}
