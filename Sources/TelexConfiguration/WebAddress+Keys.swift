// What each key that takes an address asks of it.

extension WebAddress {
    /// `server.base_url`, without a trailing slash.
    static func baseURL(_ text: String) -> Result<String, Problem> {
        let expected = "an http or https address with a host, such as https://nieuws.example.nl"
        guard let address = WebAddress(text), ["http", "https"].contains(address.scheme), !address.host.isEmpty else {
            return .failure(Problem(expected: expected, hint: missingScheme(text)))
        }
        if address.hasUserInfo { return .failure(Problem(expected: "an address without user name and password")) }
        if address.rest.contains(where: { "?#\\".contains($0) }) {
            return .failure(Problem(expected: "an address without query and fragment"))
        }
        var url = text
        while url.hasSuffix("/") { url.removeLast() }
        return .success(url)
    }

    /// `sources.url`: what is polled.
    static func source(_ text: String) -> Result<WebAddress, Problem> {
        let expected = "an http, https or file address"
        guard let address = WebAddress(text) else {
            let isWeb = text.hasPrefix("https://") || text.hasPrefix("http://")
            let form = "an address with a valid host, a port from 1 to 65535 if any, and no spaces"
            return .failure(Problem(expected: isWeb ? form : expected, hint: missingScheme(text)))
        }
        switch address.scheme {
        case "http", "https":
            if address.host.isEmpty { return .failure(Problem(expected: "an address with a host")) }
            if address.hasUserInfo {
                let hint = "give them as username and password_file"
                return .failure(Problem(expected: "an address without user name and password", hint: hint))
            }
            return .success(address)
        case "file":
            guard address.host.isEmpty || address.host == "localhost", !address.hasUserInfo,
                address.rest.hasPrefix("/")
            else { return .failure(Problem(expected: "file: with an absolute path, such as file:///var/spool/anp")) }
            return .success(address)
        case "feed":
            let rest = text.dropFirst(5)
            let hint = rest.hasPrefix("//") ? "write https:\(rest)" : "write \(rest)"
            return .failure(Problem(expected: expected, hint: address.hasUserInfo ? nil : hint))
        default: return .failure(Problem(expected: expected, hint: missingScheme(text)))
        }
    }

    /// `sources.proxy`.
    static func proxy(_ text: String) -> Problem? {
        let schemes = ["http", "https", "socks4", "socks4a", "socks5", "socks5h"]
        guard let address = WebAddress(text), schemes.contains(address.scheme), !address.host.isEmpty,
            address.rest.isEmpty || address.rest == "/"
        else { return Problem(expected: "a proxy such as http://proxy.example.nl:3128 or socks5h://127.0.0.1:1080") }
        return address.hasUserInfo ? Problem(expected: "a proxy without user name and password") : nil
    }

    /// `feeds.hub`.
    static func hub(_ text: String) -> Problem? {
        guard let address = WebAddress(text), ["http", "https"].contains(address.scheme), !address.host.isEmpty,
            !address.hasUserInfo
        else { return Problem(expected: "an http or https address, or empty text", hint: missingScheme(text)) }
        return nil
    }

    /// `polling.contact`: it goes into a header, so visible ASCII alone, and parentheses would end its comment.
    static func isContact(_ text: String) -> Bool {
        guard text.unicodeScalars.allSatisfy({ (0x21...0x7E).contains($0.value) && $0 != "(" && $0 != ")" }) else {
            return false
        }
        if let address = WebAddress(text), ["http", "https"].contains(address.scheme) {
            return !address.host.isEmpty && !address.hasUserInfo
        }
        let mail = text.hasPrefix("mailto:") ? text.dropFirst(7) : text[...]
        let parts = mail.split(separator: "@", omittingEmptySubsequences: false)
        return parts.count == 2 && parts.allSatisfy { !$0.isEmpty } && isHostName(String(parts.last ?? ""))
    }

    private static func missingScheme(_ text: String) -> String? {
        let host = text.prefix { !"/?#:@ ".contains($0) }
        guard host.contains("."), isHostName(String(host)), !text.contains("@"), !text.contains(" "),
            WebAddress("https://\(text)") != nil
        else { return nil }
        return "write https://\(text)"
    }
}
