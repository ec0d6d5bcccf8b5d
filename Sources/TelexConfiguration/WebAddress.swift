// Addresses in the configuration, checked for the form each key takes. Nothing is resolved, decoded or looked up.

/// A URL taken apart as far as a configuration needs it (RFC 3986 section 3).
struct WebAddress: Equatable {
    /// Why a text is not the address a key takes.
    struct Problem: Error, Equatable {
        var expected: String
        var hint: String?
    }

    /// In lower case.
    var scheme: String
    var hasUserInfo: Bool
    /// Without brackets, in lower case; empty when there is none.
    var host: String
    var port: Int?
    /// Path, query and fragment as written.
    var rest: String

    /// Nil when the text has no scheme, has spaces or control characters, or has an authority that is none.
    init?(_ text: String) {
        guard !text.unicodeScalars.contains(where: { $0.value <= 0x20 || $0.value == 0x7F }),
            let colon = text.firstIndex(of: ":"), let first = text.unicodeScalars.first, first.isASCIILetter,
            text[..<colon].unicodeScalars.allSatisfy({ $0.isASCIIAlphanumeric || "+-.".unicodeScalars.contains($0) })
        else { return nil }
        scheme = text[..<colon].lowercased()
        var remainder = text[text.index(after: colon)...]
        hasUserInfo = false
        host = ""
        if remainder.hasPrefix("//") {
            remainder = remainder.dropFirst(2)
            var authority = remainder.prefix { !"/?#\\".contains($0) }
            remainder = remainder.dropFirst(authority.count)
            if let at = authority.lastIndex(of: "@") {
                hasUserInfo = true
                authority = authority[authority.index(after: at)...]
            }
            guard let (host, port) = Self.hostAndPort(authority) else { return nil }
            self.host = host
            self.port = port
        }
        rest = String(remainder)
    }

    private static func hostAndPort(_ authority: Substring) -> (host: String, port: Int?)? {
        var host = authority
        var portText: Substring?
        if authority.hasPrefix("[") {
            guard let close = authority.firstIndex(of: "]") else { return nil }
            let inner = authority[authority.index(after: authority.startIndex)..<close]
            let after = authority[authority.index(after: close)...]
            guard isIPv6(String(inner)), after.isEmpty || after.hasPrefix(":") else { return nil }
            host = inner
            portText = after.isEmpty ? nil : after.dropFirst()
        } else if let colon = authority.firstIndex(of: ":") {
            host = authority[..<colon]
            portText = authority[authority.index(after: colon)...]
        }
        guard authority.hasPrefix("[") || host.isEmpty || isHostName(String(host)) else { return nil }
        // RFC 3986 section 3.2.3 allows an empty port, which means none.
        guard let portText, !portText.isEmpty else { return (host.lowercased(), nil) }
        guard portText.allSatisfy({ $0.isASCII && $0.isNumber }), let port = Int(portText), (1...65_535).contains(port)
        else { return nil }
        return (host.lowercased(), port)
    }

    /// A registered name or IPv4 address; other alphabets are libcurl's to encode.
    static func isHostName(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.count <= 253
            && text.unicodeScalars.allSatisfy {
                $0.isASCIIAlphanumeric || $0 == "-" || $0 == "." || $0 == "_" || $0.properties.isAlphabetic
            }
    }

    /// Near enough to an IPv6 address for the system to say the rest.
    static func isIPv6(_ text: String) -> Bool {
        text.unicodeScalars.filter { $0 == ":" }.count >= 2
            && text.unicodeScalars.allSatisfy { $0.properties.isASCIIHexDigit || $0 == ":" || $0 == "." || $0 == "%" }
    }
}

extension Unicode.Scalar {
    var isASCIILetter: Bool { ("a"..."z").contains(self) || ("A"..."Z").contains(self) }
    var isASCIIAlphanumeric: Bool { isASCIILetter || ("0"..."9").contains(self) }
}
