// One include or exclude rule: words, or a /regular expression/.

/// A rule as an operator writes it.
package struct Rule: Sendable, Equatable {
    /// As written.
    package let text: String
    private let test: Test

    private enum Test: Sendable, Equatable {
        /// Folded, in order, next to each other.
        case words([String])
        case pattern(Pattern)
    }

    /// `klimaat top` matches these words next to each other, whole, whatever their case and accents; `/klimaat.*top/`
    /// matches as a regular expression, whatever the case. Throws when nothing could ever match.
    package init(_ text: String) throws(RuleError) {
        self.text = text
        if let expression = Self.expression(in: text) {
            do {
                test = .pattern(try Pattern(expression))
            } catch {
                throw RuleError(rule: text, patternError: error)
            }
        } else {
            let words = Folding.words(text)
            guard !words.isEmpty else { throw RuleError.empty(text) }
            test = .words(words)
        }
    }

    /// Whether the rule matches in a text.
    package func matches(_ text: String) -> Bool {
        switch test {
        case .words(let words): Self.contains(Folding.words(text), words)
        case .pattern(let pattern): pattern.matches(text)
        }
    }

    private static func expression(in text: String) -> String? {
        let trimmed = text.trimmingSpaces
        guard trimmed.utf8.count > 2, trimmed.hasPrefix("/") else { return nil }
        for ending in ["/i", "/"] where trimmed.hasSuffix(ending) && trimmed.utf8.count > 1 + ending.utf8.count {
            return String(trimmed.dropFirst().dropLast(ending.count))
        }
        return nil
    }

    private static func contains(_ text: [String], _ words: [String]) -> Bool {
        guard text.count >= words.count else { return false }
        return (0...(text.count - words.count)).contains { text[$0..<($0 + words.count)].elementsEqual(words) }
    }
}

/// Why a rule of the configuration cannot be used.
package enum RuleError: Error, Equatable, Sendable, CustomStringConvertible {
    /// Neither a letter nor a digit in it.
    case empty(String)
    /// `offset` counts characters of the expression from 0.
    case expression(String, offset: Int, problem: String)

    init(rule: String, patternError: PatternError) {
        let problem =
            switch patternError.problem {
            case .tooLong: "longer than \(Pattern.longestExpression) characters"
            case .tooLarge: "repeats too often; use smaller counts"
            case .tooDeep: "groups are nested too deep"
            case .nothingToRepeat: "nothing to repeat"
            case .unclosed(let sign): "\(sign) is not closed"
            case .unexpected(let sign): "unexpected \(sign)"
            case .unsupported(let what): "\(what) is not supported: look-around and back-references are left out"
            case .badRange(let range): "the range \(range) ends before it begins"
            case .unknownEscape(let escape): "unknown escape \(escape)"
            case .endsInBackslash: "ends in a backslash"
            }
        self = .expression(rule, offset: patternError.offset, problem: problem)
    }

    package var description: String {
        switch self {
        case .empty(let rule): "rule \"\(rule)\" has no word in it; write a word or /an expression/"
        case .expression(let rule, let offset, let problem): "rule \(rule): \(problem) (character \(offset + 1))"
        }
    }
}
