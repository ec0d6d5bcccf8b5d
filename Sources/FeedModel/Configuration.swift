// The whole configuration as values, every default filled in. Reading it from YAML is TelexConfiguration's work.

/// Everything the operator decides.
package struct Configuration: Sendable, Equatable {
    package var server = ServerSettings()
    package var storage = StorageSettings()
    package var polling = PollingSettings()
    package var dedup = DedupSettings()
    package var attribution = AttributionSettings()
    package var sources: [Source] = []
    /// Never empty.
    package var feeds: [MergedFeed] = [.buitenland]

    package init() {}
}

/// `server:`
package struct ServerSettings: Sendable, Equatable {
    package var listen: [ListenAddress] = [.tcp(host: "127.0.0.1", port: 8080)]
    /// Without a trailing slash.
    package var baseURL = "http://localhost:8080"

    package init() {}
}

/// Where the server listens.
package enum ListenAddress: Sendable, Equatable, CustomStringConvertible {
    /// IPv6 hosts without brackets.
    case tcp(host: String, port: Int)
    case unix(path: String)

    package var description: String {
        switch self {
        case .tcp(let host, let port): host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
        case .unix(let path): "unix:\(path)"
        }
    }
}

/// `storage:`
package struct StorageSettings: Sendable, Equatable {
    /// Resolved against $STATE_DIRECTORY, else the folder of the config file.
    package var path = "telex.db"
    package var retention: Duration = .seconds(90 * 86_400)

    package init() {}
}

/// `polling:`
package struct PollingSettings: Sendable, Equatable {
    package var interval: Duration = .seconds(300)
    package var maxInterval: Duration = .seconds(6 * 3600)
    package var timeout: Duration = .seconds(30)
    package var connectTimeout: Duration = .seconds(10)
    /// Bytes, after decompression.
    package var maxBody = 10 * 1_048_576
    package var maxConcurrent = 64
    package var maxPerHost = 2
    /// A web or mail address for the User-Agent; empty: none.
    package var contact = ""
    package var allowPrivate = false

    package init() {}
}

/// `dedup:`
package struct DedupSettings: Sendable, Equatable {
    /// Which headlines count as the same.
    package enum Match: String, Sendable, Codable, CaseIterable {
        case headline, similar
    }

    package var window: Duration = .seconds(48 * 3600)
    package var match: Match = .similar

    package init() {}
}

/// `attribution:`
package struct AttributionSettings: Sendable, Equatable {
    /// ISO 3166-1 alpha-2: the country whose datelines are domestic.
    package var home = "NL"

    package init() {}
}
