// What the parse of many feeds leaves behind: memory that is free and still counted as ours.

import CurlTransfer

package enum FreedMemory {
    /// Gives the memory that has been freed back to the system. Takes milliseconds: after a round of polls, not after
    /// each poll.
    package static func returnToSystem() {
        ProcessHeap.trim()
    }
}
