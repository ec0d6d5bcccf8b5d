// The configuration in force and what follows from it, looked up at the moment it is needed.

import FeedDesk
import FeedModel
import Synchronization

/// One configuration with the policy and the desk made from it.
struct PollRules: Sendable {
    let configuration: Configuration
    let policy: PollPolicy
    let desk: Desk
    private let sources: [SourceID: Source]

    init(_ configuration: Configuration) {
        self.configuration = configuration
        policy = PollPolicy(settings: configuration.polling)
        desk = Desk(configuration: configuration)
        sources = Dictionary(configuration.sources.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The source of that id, enabled or not; nil when there is none.
    func source(_ id: SourceID) -> Source? { sources[id] }

    /// How many different servers are polled.
    var hostCount: Int { PollHost.count(in: configuration.sources) }

    /// Everything that decides which merged feeds carry a story. Whoever has stored stories under another digest has to
    /// decide on them again.
    var digest: String {
        var hash = StableHash()
        hash.combine("1")
        for feed in configuration.feeds {
            for part in [feed.id, feed.scope.rawValue] { hash.combine(part) }
            for list in [feed.sources, feed.include, feed.exclude] {
                for part in list { hash.combine(part) }
                hash.combine("\(list.count)")
            }
        }
        return hash.textHash.hex
    }
}

/// The rules that polls go by; replaced as a whole by a reload.
final class RulesInForce: Sendable {
    private let rules: Mutex<PollRules>

    init(_ rules: PollRules) {
        self.rules = Mutex(rules)
    }

    var current: PollRules { rules.withLock { $0 } }

    func replace(by new: PollRules) {
        rules.withLock { $0 = new }
    }
}
