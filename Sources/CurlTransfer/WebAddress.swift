// http and https addresses, taken apart and resolved by libcurl, so that what is checked is what is connected to.

import CLibCurl

/// An absolute http or https address without user information and fragment.
package struct WebAddress: Sendable, Hashable, CustomStringConvertible {
    /// As libcurl normalises it: numeric hosts as dotted quads, blanks and bytes above ASCII percent-encoded.
    package let text: String
    /// `http` or `https`.
    package let scheme: String
    /// Lower case; IPv6 addresses in brackets.
    package let host: String
    package let port: Int
    /// The user information that stood in the address, decoded; nil without a user name.
    package let credentials: TransferCredentials?

    /// nil when the text is no absolute http or https address.
    package init?(_ text: String) {
        self.init(parts: [Array(text.utf8)])
    }

    /// The address a reference (a Location or Link field's text) leads to from here (RFC 3986 section 5); nil when it
    /// is none or not http or https.
    package func resolving(_ reference: String) -> WebAddress? {
        WebAddress(parts: [Array(text.utf8), Latin1.bytes(reference)])
    }

    /// Where something sent to this address's server may be sent too: the same scheme, host and port, or the
    /// same host's https where this is plain http, both on their usual ports.
    package func covers(_ other: WebAddress) -> Bool {
        guard host == other.host else { return false }
        if scheme == other.scheme { return port == other.port }
        return scheme == "http" && port == 80 && other.scheme == "https" && other.port == 443
    }

    package var description: String { text }

    package static func == (left: WebAddress, right: WebAddress) -> Bool { left.text == right.text }

    package func hash(into hasher: inout Hasher) { hasher.combine(text) }

    /// Each part is resolved against those before it.
    private init?(parts: [[UInt8]]) {
        guard let handle = curl_url() else { return nil }
        defer { curl_url_cleanup(handle) }
        // Blanks and raw bytes occur in the Location fields of real servers; browsers encode them too.
        let flags = UInt32(CURLU_URLENCODE | CURLU_ALLOW_SPACE)
        for part in parts {
            let trimmed = part.drop { $0 <= 32 }
            let zeroTerminated = trimmed.prefix { $0 != 0 }.map(CChar.init(bitPattern:)) + [0]
            guard !trimmed.contains(0), curl_url_set(handle, CURLUPART_URL, zeroTerminated, flags) == CURLUE_OK
            else { return nil }
        }
        guard let scheme = Self.part(CURLUPART_SCHEME, of: handle)?.lowercased(), ["http", "https"].contains(scheme),
            let host = Self.part(CURLUPART_HOST, of: handle), !host.isEmpty,
            let port = Self.part(CURLUPART_PORT, of: handle, CURLU_DEFAULT_PORT).flatMap({ Int($0) })
        else { return nil }
        credentials = Self.part(CURLUPART_USER, of: handle, CURLU_URLDECODE).map { user in
            let password = Self.part(CURLUPART_PASSWORD, of: handle, CURLU_URLDECODE) ?? ""
            return .basic(username: user, password: password)
        }
        for removed in [CURLUPART_USER, CURLUPART_PASSWORD, CURLUPART_FRAGMENT] {
            curl_url_set(handle, removed, nil, 0)
        }
        guard let text = Self.part(CURLUPART_URL, of: handle) else { return nil }
        self.text = text
        self.scheme = scheme
        self.host = host.lowercased()
        self.port = port
    }

    private static func part(_ part: CURLUPart, of handle: OpaquePointer, _ flags: Int32 = 0) -> String? {
        var text: UnsafeMutablePointer<CChar>?
        guard curl_url_get(handle, part, &text, UInt32(flags)) == CURLUE_OK, let text else { return nil }
        defer { curl_free(text) }
        return String(cString: text)
    }
}
