// A door in a script: a reply waits before it until the test opens it. Nothing sleeps.

import Glibc
import Synchronization

/// Opens once and stays open.
package final class OriginGate: Sendable {
    /// Readable once open: the write end is closed then.
    let descriptor: Int32
    private let writeEnd: Mutex<Int32?>

    package init() throws {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { throw OriginError("pipe") }
        descriptor = ends[0]
        writeEnd = Mutex(ends[1])
    }

    deinit {
        open()
        close(descriptor)
    }

    /// Lets everything that waits, and whatever comes later, go on.
    package func open() {
        writeEnd.withLock { end in
            if let descriptor = end { close(descriptor) }
            end = nil
        }
    }
}
