// References resolved against a base, over bytes and without judging them.
//
// Neither library at hand fits feeds: libxml2's xmlBuildURI refuses what RFC 3986 does not allow (spaces, IRIs), and
// Foundation's URL percent-encodes it. Here everything that needs no change stays byte for byte.

/// References resolved against a base (RFC 3986, section 5).
package enum URLReference {
    /// `reference` made absolute against `base`, without the white space around it.
    ///
    /// It stays as it is where it has a scheme of its own (`mailto:`, `tag:`, `data:` too), where `base` is unknown,
    /// relative, or has no path to resolve against. An absolute reference keeps even its dot segments.
    package static func resolve(_ reference: String, base: String?) -> String {
        let reference = trimmed(reference)
        guard let base, schemeEnd(of: reference.utf8) == nil else { return reference }
        let target = Components(reference)
        let context = Components(trimmed(base))
        guard context.scheme != nil, context.authority != nil || context.path.first == slash else { return reference }
        return String(decoding: resolved(target, against: context), as: UTF8.self)
    }

    /// RFC 3986, section 5.2.2, for references without a scheme.
    private static func resolved(_ target: Components, against base: Components) -> [UInt8] {
        var result = base
        result.fragment = target.fragment
        if target.authority != nil {
            result.authority = target.authority
            result.path = removingDotSegments(target.path)
            result.query = target.query
        } else if target.path.isEmpty {
            if target.query != nil { result.query = target.query }
        } else {
            let path = target.path.first == slash ? target.path : merged(target.path, base)
            result.path = removingDotSegments(path)
            result.query = target.query
        }
        return result.bytes
    }

    /// RFC 3986, section 5.2.3.
    private static func merged(_ path: ArraySlice<UInt8>, _ base: Components) -> ArraySlice<UInt8> {
        if base.path.isEmpty { return [slash] + path }
        let folder = base.path.lastIndex(of: slash).map { base.path[...$0] } ?? []
        return folder + path
    }

    /// RFC 3986, section 5.2.4, segment by segment.
    private static func removingDotSegments(_ path: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard path.contains(UInt8(ascii: ".")) else { return path }
        var kept: [ArraySlice<UInt8>] = []
        let segments = path.split(separator: slash, omittingEmptySubsequences: false)
        for (index, segment) in segments.enumerated() {
            let isLast = index == segments.count - 1
            if segment.elementsEqual(".".utf8) {
                if isLast { kept.append([]) }
            } else if segment.elementsEqual("..".utf8) {
                // The empty segment before the first slash is not one to leave.
                if kept.count > 1 { kept.removeLast() }
                if isLast { kept.append([]) }
            } else {
                kept.append(segment)
            }
        }
        return Array(kept.joined(separator: [slash]))[...]
    }

    private static let slash = UInt8(ascii: "/")

    // MARK: - Components

    /// RFC 3986, appendix B, as slices; nil is undefined, empty is empty.
    private struct Components {
        var scheme: ArraySlice<UInt8>?
        var authority: ArraySlice<UInt8>?
        var path: ArraySlice<UInt8>
        var query: ArraySlice<UInt8>?
        var fragment: ArraySlice<UInt8>?

        init(_ text: String) {
            var rest = Array(text.utf8)[...]
            if let end = URLReference.schemeEnd(of: rest) {
                scheme = rest[..<end]
                rest = rest[(end + 1)...]
            }
            if let hash = rest.firstIndex(of: UInt8(ascii: "#")) {
                fragment = rest[(hash + 1)...]
                rest = rest[..<hash]
            }
            if let mark = rest.firstIndex(of: UInt8(ascii: "?")) {
                query = rest[(mark + 1)...]
                rest = rest[..<mark]
            }
            if rest.starts(with: "//".utf8) {
                rest = rest.dropFirst(2)
                let end = rest.firstIndex(of: URLReference.slash) ?? rest.endIndex
                authority = rest[..<end]
                rest = rest[end...]
            }
            path = rest
        }

        /// RFC 3986, section 5.3.
        var bytes: [UInt8] {
            var bytes: [UInt8] = []
            if let scheme { bytes += scheme + [UInt8(ascii: ":")] }
            if let authority { bytes += "//".utf8 + authority }
            bytes += path
            if let query { bytes += [UInt8(ascii: "?")] + query }
            if let fragment { bytes += [UInt8(ascii: "#")] + fragment }
            return bytes
        }
    }

    /// Where the colon after a scheme stands (RFC 3986, section 3.1); nil where there is no scheme.
    private static func schemeEnd<Bytes: Collection<UInt8>>(of bytes: Bytes) -> Bytes.Index? {
        guard let first = bytes.first, isLetter(first) else { return nil }
        let end = bytes.firstIndex { !isLetter($0) && !(0x30...0x39).contains($0) && !"+-.".utf8.contains($0) }
        guard let end, bytes[end] == UInt8(ascii: ":") else { return nil }
        return end
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20)
    }

    private static func trimmed(_ text: String) -> String {
        let bytes = text.utf8
        guard let first = bytes.first, let last = bytes.last, first <= 0x20 || last <= 0x20 else { return text }
        let start = bytes.firstIndex { $0 > 0x20 } ?? bytes.endIndex
        let end = bytes.lastIndex { $0 > 0x20 }.map { bytes.index(after: $0) } ?? start
        return String(decoding: bytes[start..<end], as: UTF8.self)
    }
}
