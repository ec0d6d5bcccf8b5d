// Listen addresses as written: `127.0.0.1:8080`, `[::]:8080`, `unix:/run/telex/telex.sock`.

import FeedModel

extension ListenAddress {
    /// Why a text is no listen address.
    struct Problem: Error, Equatable {
        var expected: String
        var hint: String?
    }

    /// Reached from this machine alone.
    var isLoopback: Bool {
        switch self {
        case .tcp(let host, _): host == "localhost" || host == "::1" || host.hasPrefix("127.")
        case .unix: true
        }
    }

    static func read(_ text: String) -> Result<ListenAddress, Problem> {
        if text.hasPrefix("unix:") { return unix(String(text.dropFirst(5))) }
        let expected = "an address such as 127.0.0.1:8080, [::]:8080 or unix:/run/telex/telex.sock"
        if text.allSatisfy({ $0.isASCII && $0.isNumber }) {
            return .failure(Problem(expected: expected, hint: "write 127.0.0.1:\(text), or [::]:\(text) for everyone"))
        }
        if text.hasPrefix("/") { return .failure(Problem(expected: expected, hint: "write unix:\(text)")) }
        guard let colon = text.lastIndex(of: ":") else {
            return .failure(Problem(expected: expected, hint: "the port is missing: write \(text):8080"))
        }
        let host = String(text[..<colon])
        let portText = text[text.index(after: colon)...]
        guard let port = Int(portText), (0...65_535).contains(port), portText.allSatisfy(\.isNumber) else {
            return .failure(Problem(expected: "\(expected), with a port from 0 (any that is free) to 65535", hint: nil))
        }
        switch host {
        case "", "*": return .failure(Problem(expected: expected, hint: "write [::]:\(port) to listen for everyone"))
        case _ where host.hasPrefix("[") && host.hasSuffix("]"):
            let inner = String(host.dropFirst().dropLast())
            guard WebAddress.isIPv6(inner) else { return .failure(Problem(expected: expected, hint: nil)) }
            return .success(.tcp(host: inner, port: port))
        case _ where host.contains(":"):
            let hint = WebAddress.isIPv6(host) ? "write [\(host)]:\(port)" : nil
            return .failure(Problem(expected: expected, hint: hint))
        default:
            guard WebAddress.isHostName(host) else { return .failure(Problem(expected: expected, hint: nil)) }
            return .success(.tcp(host: host, port: port))
        }
    }

    private static func unix(_ path: String) -> Result<ListenAddress, Problem> {
        // sun_path holds 108 bytes with the NUL (unix(7)).
        guard path.hasPrefix("/"), path.utf8.count <= 107 else {
            let expected = "unix: with an absolute path of at most 107 bytes"
            return .failure(Problem(expected: expected, hint: nil))
        }
        return .success(.unix(path: path))
    }
}
