// Addresses as they may be published: http and https alone, valid URIs, no credentials. Resolves nothing.

/// Makes addresses from feeds and configuration fit to be shown.
enum WebAddress {
    /// The address as a valid http or https URI without userinfo, or nil when it is none: `javascript:`, relative
    /// and `file:` addresses never reach a reader. What RFC 3986 does not allow is percent-encoded.
    static func web(_ address: String?) -> String? {
        guard let address, let (scheme, authority, rest) = split(address) else { return nil }
        let host = cutUserinfo(authority)
        guard !host.isEmpty, !host.utf8.contains(where: { $0 <= 0x20 || "<>\"\\^`{|}".utf8.contains($0) }) else {
            return nil
        }
        return "\(scheme)://\(host)\(encoded(rest))"
    }

    /// The address without userinfo, and with the values of query fields that look like keys replaced by `***`.
    /// Addresses of any scheme; the rest stays as it is.
    static func withoutSecrets(_ address: String) -> String {
        guard let separator = address.firstRange(of: "://") else { return address }
        let (authority, rest) = cutAuthority(address[separator.upperBound...])
        let start = address[..<separator.upperBound] + cutUserinfo(authority)
        let fragment = rest.utf8.firstIndex(of: UInt8(ascii: "#")) ?? rest.endIndex
        guard let question = rest[..<fragment].utf8.firstIndex(of: UInt8(ascii: "?")) else {
            return String(start + rest)
        }
        let query = rest[rest.utf8.index(after: question)..<fragment].utf8
        let fields = query.split(separator: UInt8(ascii: "&"), omittingEmptySubsequences: false).map { field in
            guard let equals = field.firstIndex(of: UInt8(ascii: "=")) else { return String(Substring(field)) }
            let name = String(Substring(field[..<equals]))
            return secretNames.contains(name.lowercased()) ? "\(name)=***" : String(Substring(field))
        }
        return "\(start)\(rest[..<question])?\(fields.joined(separator: "&"))\(rest[fragment...])"
    }

    /// Text as one segment of a path (RFC 3986 `pchar` without sub-delimiters).
    static func pathSegment(_ text: String) -> String {
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            if isUnreserved(byte) { bytes.append(byte) } else { append(percent: byte, to: &bytes) }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The host in lower case, without port and brackets; nil when there is none.
    static func host(of address: String) -> String? {
        guard let (_, authority, _) = split(address) else { return nil }
        let hostAndPort = cutUserinfo(authority)
        if hostAndPort.hasPrefix("[") {
            return hostAndPort.dropFirst().split(separator: "]").first.map { $0.lowercased() }
        }
        return hostAndPort.split(separator: ":").first.map { $0.lowercased() }
    }
}

extension WebAddress {
    private static let secretNames: Set<String> = [
        "key", "apikey", "api_key", "api-key", "token", "access_token", "auth", "authorization", "password", "passwd",
        "pwd", "pass", "secret", "client_secret", "signature", "sig", "user", "username", "login", "session", "sid",
    ]

    /// Scheme in lower case, authority, and the rest from the path on; nil unless http or https.
    private static func split(_ address: String) -> (scheme: String, authority: Substring, rest: Substring)? {
        var text = address[...]
        while let first = text.unicodeScalars.first, first.value <= 0x20 { text.unicodeScalars.removeFirst() }
        while let last = text.unicodeScalars.last, last.value <= 0x20 { text.unicodeScalars.removeLast() }
        guard let separator = text.firstRange(of: "://") else { return nil }
        let scheme = text[..<separator.lowerBound].lowercased()
        guard scheme == "http" || scheme == "https" else { return nil }
        let (authority, rest) = cutAuthority(text[separator.upperBound...])
        return (scheme, authority, rest)
    }

    // Found by their bytes: a slash with a combining mark is another Character, and to a browser still a slash.
    private static func cutAuthority(_ text: Substring) -> (authority: Substring, rest: Substring) {
        let end = text.utf8.firstIndex { "/?#".utf8.contains($0) } ?? text.endIndex
        return (text[..<end], text[end...])
    }

    private static func cutUserinfo(_ authority: Substring) -> Substring {
        guard let at = authority.utf8.lastIndex(of: UInt8(ascii: "@")) else { return authority }
        return authority[authority.utf8.index(after: at)...]
    }

    private static func encoded(_ rest: Substring) -> String {
        var bytes: [UInt8] = []
        let source = Array(rest.utf8)
        for (index, byte) in source.enumerated() {
            switch byte {
            case 0x09, 0x0A, 0x0D:
                // Browsers drop these inside an address (WHATWG URL section 4.4); feeds that wrap lines have them.
                continue
            case UInt8(ascii: "%"):
                let isEscape = source.dropFirst(index + 1).prefix(2).count { isHexDigit($0) } == 2
                if isEscape { bytes.append(byte) } else { append(percent: byte, to: &bytes) }
            case _ where isUnreserved(byte) || "!$&'()*+,;=:@/?#[]".utf8.contains(byte):
                bytes.append(byte)
            default:
                append(percent: byte, to: &bytes)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func append(percent byte: UInt8, to bytes: inout [UInt8]) {
        let digits = Array("0123456789ABCDEF".utf8)
        bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
            UInt8(ascii: "~"):
            true
        default: false
        }
    }

    private static func isHexDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
            UInt8(ascii: "A")...UInt8(ascii: "F"):
            true
        default: false
        }
    }
}
