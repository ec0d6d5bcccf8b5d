// What libxml2 needs once per process, and the refusal that keeps it off files and the network.

import CLibXML2

enum LibXML2 {
    /// Call before any parser is made. Idempotent and thread-safe: a static is initialised once.
    static func prepare() { _ = prepared }

    private static let prepared: Void = {
        xmlInitParser()
        // No document of ours may pull in another: not a DTD, not an entity, from nowhere.
        xmlSetExternalEntityLoader { _, _, _ in nil }
    }()
}
