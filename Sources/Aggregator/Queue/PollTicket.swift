// A leased source on its way through the queue.

import FeedModel
import FeedStorage
import FoundationEssentials

/// One poll to be made: the lease, where it goes, and when it may start.
struct PollTicket: Sendable, Equatable {
    var leased: LeasedSource
    /// Whose limit it counts against: the host asked, or the address itself when there is none.
    var host: String
    /// When the lease ends.
    var until: Date
    /// When it is due: as stored, or later where a start is spread.
    var due: Date

    init(leased: LeasedSource, host: String, until: Date, due: Date? = nil) {
        self.leased = leased
        self.host = host
        self.until = until
        self.due = due ?? leased.due
    }

    var sourceID: SourceID { leased.sourceID }
}
