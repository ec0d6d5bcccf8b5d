// A leased source on its way through the queue.

package import FeedModel
package import FeedStorage
package import FoundationEssentials

/// One poll to be made: the lease, where it goes, and when it may start.
package struct PollTicket: Sendable, Equatable {
    package var leased: LeasedSource
    /// Whose limit it counts against: the host asked, or the address itself when there is none.
    package var host: String
    /// When the lease ends.
    package var until: Date
    /// When it is due: as stored, or later where a start is spread.
    package var due: Date

    package init(leased: LeasedSource, host: String, until: Date, due: Date? = nil) {
        self.leased = leased
        self.host = host
        self.until = until
        self.due = due ?? leased.due
    }

    package var sourceID: SourceID { leased.sourceID }
}
