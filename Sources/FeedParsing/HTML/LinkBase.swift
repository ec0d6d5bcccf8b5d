// What links are relative to, read once for many: most links are absolute, or begin at the root of a web site.
// Refuses to judge any other: those are LinkPolicy's and URLReference's.

/// A base address, and what stands before the path of a link that begins with a slash.
struct LinkBase {
    let text: String?
    /// Scheme and authority in UTF-8; nil where the base is no web address.
    private let origin: [UInt8]?

    init(_ text: String?) {
        self.text = text
        origin = text.flatMap(Self.origin)
    }

    /// What goes before `link` to make it absolute, where that is all it takes and LinkPolicy allows it everywhere: a web
    /// address in small letters, or a path on the base's own site without dot segments. Nil for every other.
    func origin(ofPlain link: ArraySlice<UInt8>) -> [UInt8]? {
        let bytes = link.span
        guard bytes.count > 1 else { return nil }
        var hasDotSegment = false
        for index in bytes.indices {
            let byte = bytes[index]
            // White space and control characters are taken out of addresses.
            if byte <= 0x20 || byte == 0x7F { return nil }
            if byte == UInt8(ascii: "."), index > 0, bytes[index - 1] == UInt8(ascii: "/") { hasDotSegment = true }
        }
        if bytes[0] == UInt8(ascii: "/") {
            return bytes[1] == UInt8(ascii: "/") || hasDotSegment ? nil : origin
        }
        return link.starts(with: "http://".utf8) || link.starts(with: "https://".utf8) ? [] : nil
    }

    private static func origin(_ base: String) -> [UInt8]? {
        // Resolved against the base, the root is its origin and a slash.
        let root = Array(URLReference.resolve("/", base: base).utf8)
        guard root.last == UInt8(ascii: "/"), root.starts(with: "http://".utf8) || root.starts(with: "https://".utf8)
        else { return nil }
        return root.dropLast()
    }
}
