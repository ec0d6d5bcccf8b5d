// Which address sent a source's validators, where a temporary redirect led away from the address asked. Kept in memory
// alone: after a restart such a source costs one full document.

import FeedModel
import Synchronization

/// The addresses to which validators are returned.
final class ValidatorOrigins: Sendable {
    private let addresses = Mutex<[SourceID: String]>([:])

    subscript(sourceID: SourceID) -> String? {
        get { addresses.withLock { $0[sourceID] } }
        set { addresses.withLock { $0[sourceID] = newValue } }
    }
}
