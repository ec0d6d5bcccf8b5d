// The C heap of this process: glibc keeps what is freed, which after a large poll is most of the memory in use.

import CLibCurl

package enum ProcessHeap {
    /// Gives freed memory back to the system. Milliseconds of work: after a round of polls, not after each.
    package static func trim() {
        malloc_trim(0)
    }
}
