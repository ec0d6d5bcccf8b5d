// Which server a source puts to work.

import FeedModel
import FoundationEssentials

/// The host that a poll of a source asks.
enum PollHost {
    /// The host of the remembered address, else of the configured one, in lower case; for a file or an address without
    /// a host the address itself, so that it counts against nobody else.
    static func name(of source: Source, state: PollState) -> String {
        let address = state.movedTo ?? source.url
        if !source.isFile, let host = URL(string: address)?.host(), !host.isEmpty { return host.lowercased() }
        return address
    }

    /// How many different servers the enabled sources are on.
    static func count(in sources: [Source]) -> Int {
        let servers = sources.filter { $0.isEnabled && !$0.isFile }
        return Set(servers.map { name(of: $0, state: PollState(sourceID: $0.id)) }).count
    }
}
