// The named character references of HTML, as libxml2 knows them (those of HTML 4, and &apos;).
// Refuses to guess: a name it does not know stays as it is written.

private import CLibXML2

/// HTML's named character references.
package enum HTMLEntities {
    /// The character that `&name;` stands for; `name` in ASCII, without `&` and `;`, case counts.
    package static func scalar(named name: some Sequence<UInt8>) -> Unicode.Scalar? {
        var terminated = Array(name.prefix(longestName + 1))
        if terminated.count > longestName || terminated.contains(0) { return nil }
        terminated.append(0)
        guard let entry = htmlEntityLookup(terminated) else { return nil }
        return Unicode.Scalar(UInt32(entry.pointee.value))
    }

    /// "thetasym", in bytes.
    private static let longestName = 8
}
