// The include and exclude rules of one source or feed, read once and asked often.

import FeedModel

/// A text field that rules look at, named as the reason prints it.
struct RuleField {
    var name: String
    var text: String
}

/// Include and exclude together.
struct RuleSet: Sendable {
    private let include: [Rule]
    private let exclude: [Rule]
    /// There are include rules, even if none of them can be read: then nothing passes, rather than everything.
    private let isRestricted: Bool

    /// What keeps an entry out, in words; or the include rule that let it in.
    enum Answer: Equatable {
        case passes(because: String?)
        case keptOut(because: String)
    }

    init(include: [String], exclude: [String]) {
        self.include = include.compactMap { try? Rule($0) }
        self.exclude = exclude.compactMap { try? Rule($0) }
        isRestricted = !include.isEmpty
    }

    var isEmpty: Bool { !isRestricted && exclude.isEmpty }

    /// Exclude wins over include.
    func answer(_ fields: [RuleField]) -> Answer {
        if let (rule, field) = Self.first(of: exclude, in: fields) {
            return .keptOut(because: "exclude \(rule.text) matches in \(field.name)")
        }
        guard isRestricted else { return .passes(because: nil) }
        if let (rule, field) = Self.first(of: include, in: fields) {
            return .passes(because: "include \(rule.text) matches in \(field.name)")
        }
        return .keptOut(because: "no include rule matches")
    }

    private static func first(of rules: [Rule], in fields: [RuleField]) -> (Rule, RuleField)? {
        for rule in rules {
            if let field = fields.first(where: { rule.matches($0.text) }) { return (rule, field) }
        }
        return nil
    }
}
