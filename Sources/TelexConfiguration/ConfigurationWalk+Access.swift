// headers, username and password_file, token_file: what a source is asked with. No value of these is ever in a message.

import FeedModel

extension ConfigurationWalk {
    /// Headers the fetcher itself speaks with; setting them would break conditional requests or framing.
    private static let ownHeaders: Set<String> = [
        "host", "connection", "content-length", "transfer-encoding", "te", "upgrade", "accept-encoding", "range",
        "if-none-match", "if-modified-since",
    ]

    mutating func headers(_ section: Section) -> [HTTPHeader] {
        guard let node = section["headers"] else { return [] }
        let path = "sources.headers"
        let entries: [YAMLEntry]
        switch node.content {
        case .mapping(let found): entries = found
        case .nothing, .refused: return []
        case .text, .list:
            let found = found(node, under: path)
            mistake(at: node.place, path, "expected header names with values, found \(found); write `Name: value`")
            return []
        }
        var headers: [HTTPHeader] = []
        for entry in entries {
            guard isUsableName(entry, besides: headers),
                let value = text(entry.value, path: path, expecting: "the value of a header")
            else { continue }
            guard value.unicodeScalars.allSatisfy({ $0 == "\t" || $0.value >= 0x20 && $0.value != 0x7F }) else {
                mistake(
                    at: entry.value.place,
                    path,
                    "expected a value on one line, found a line break or control character"
                )
                continue
            }
            headers.append(HTTPHeader(name: entry.key, value: value))
        }
        warnAboutAuthorization(entries, section)
        return headers
    }

    private mutating func isUsableName(_ entry: YAMLEntry, besides headers: [HTTPHeader]) -> Bool {
        let path = "sources.headers"
        let name = entry.key.lowercased()
        // RFC 9110 section 5.6.2, token.
        let isToken = entry.key.unicodeScalars.allSatisfy {
            $0.isASCIIAlphanumeric || "!#$%&'*+-.^_`|~".unicodeScalars.contains($0)
        }
        if !isToken || name.isEmpty {
            mistake(at: entry.place, path, "expected a header name, found \(Shown.text(entry.key))")
        } else if Self.ownHeaders.contains(name) {
            mistake(
                at: entry.place,
                path,
                "expected a header Telex does not set itself, found \(Shown.text(entry.key))"
            )
        } else if headers.contains(where: { $0.name.lowercased() == name }) {
            mistake(at: entry.place, path, "expected every header once, found \(Shown.text(entry.key)) again")
        } else {
            return true
        }
        return false
    }

    private mutating func warnAboutAuthorization(_ entries: [YAMLEntry], _ section: Section) {
        guard let entry = entries.first(where: { $0.key.lowercased() == "authorization" }) else { return }
        if section["username"] != nil || section["token_file"] != nil {
            let message = "expected one way to authenticate, found Authorization besides username or token_file"
            mistake(at: entry.place, "sources.headers", message)
        } else {
            let message = "Authorization is a secret in this file; password_file or token_file keep it out"
            warn(at: entry.place, "sources.headers", message)
        }
    }

    mutating func credentials(_ section: Section) -> Credentials? {
        let username = text("username", of: section, expecting: "a user name")
        let password = secret("password_file", of: section)
        let token = secret("token_file", of: section)
        if section["token_file"] != nil, let other = ["username", "password_file"].first(where: { section[$0] != nil })
        {
            let message = "expected either token_file or username with password_file, found token_file and \(other)"
            mistake(at: section.place(of: "token_file"), "sources.token_file", message)
            return nil
        }
        switch (section["username"] != nil, section["password_file"] != nil) {
        case (true, false) where section["token_file"] == nil:
            mistake(
                at: section.place(of: "username"),
                "sources.username",
                "expected password_file beside it, found none"
            )
        case (false, true):
            mistake(
                at: section.place(of: "password_file"),
                "sources.password_file",
                "expected username beside it, found none"
            )
        default: break
        }
        if let username, username.contains(":") {
            // RFC 7617 section 2: the first colon ends the user name.
            let message = "expected a user name without a colon, found a colon in it"
            mistake(at: section.place(of: "username"), "sources.username", message)
        }
        if let token {
            guard token.unicodeScalars.allSatisfy({ (0x21...0x7E).contains($0.value) }) else {
                let message = "expected a file with one token, found spaces or other characters no token has in it"
                mistake(at: section.place(of: "token_file"), "sources.token_file", message)
                return nil
            }
            return .bearer(token: token)
        }
        guard let username, let password else { return nil }
        return .basic(username: username, password: password)
    }

    /// The content of a secret's file without the line end editors put there.
    private mutating func secret(_ key: String, of section: Section) -> String? {
        guard let written = text(key, of: section, expecting: "the path of a file") else { return nil }
        let path = paths.secret(written)
        let problem: String
        switch readSecret(path) {
        case .failure(let failure): problem = "found none at \(path): \(failure.reason)"
        case .success(let content):
            var secret = content[...]
            while let last = secret.last, last.isNewline { secret.removeLast() }
            if secret.isEmpty {
                problem = "found \(path) empty"
            } else if secret.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) {
                problem = "found \(path) with several lines or control characters"
            } else {
                return String(secret)
            }
        }
        mistake(at: section.place(of: key), section.path(of: key), "expected a file with one line, \(problem)")
        return nil
    }
}
