// server, storage, polling, dedup and attribution: keys, ranges, and the defaults that follow other keys.

import FeedModel

extension ConfigurationWalk {
    static let second: Duration = .seconds(1)
    static let year: Duration = .seconds(365 * 86_400)
    static let decade: Duration = .seconds(3650 * 86_400)

    mutating func server(_ section: Section) -> ServerSettings {
        var settings = ServerSettings()
        if let written = texts("listen", of: section, expecting: "an address such as 127.0.0.1:8080") {
            settings.listen = addresses(written, section)
        }
        if let text = text("base_url", of: section, expecting: "an http or https address") {
            switch WebAddress.baseURL(text) {
            case .success(let url): settings.baseURL = url
            case .failure(let problem): invalidURL("base_url", of: section, text, problem)
            }
        } else if section["base_url"] == nil, let open = settings.listen.first(where: { !$0.isLoopback }) {
            let place = section.place(of: "listen")
            warn(at: place, "server.base_url", "is not set: links lead to localhost, though \(open) is open to others")
        }
        return settings
    }

    private mutating func addresses(_ written: [PlacedText], _ section: Section) -> [ListenAddress] {
        let path = section.path(of: "listen")
        switch section["listen"]?.content {
        case .list(let items) where items.isEmpty:
            mistake(at: section.place(of: "listen"), path, "expected at least one address, found an empty list")
        case .nothing:
            let hint = "leave the key out for its default"
            mistake(at: section.place(of: "listen"), path, "expected at least one address, found nothing; \(hint)")
        default: break
        }
        var addresses: [ListenAddress] = []
        for item in written {
            switch ListenAddress.read(item.text) {
            case .failure(let problem):
                let hint = problem.hint.map { "; \($0)" } ?? ""
                mistake(at: item.place, path, "expected \(problem.expected), found \(Shown.text(item.text))\(hint)")
            case .success(let address) where addresses.contains(address):
                mistake(at: item.place, path, "expected every address once, found \(Shown.text(item.text)) again")
            case .success(let address): addresses.append(address)
            }
        }
        return addresses
    }

    mutating func storage(_ section: Section) -> StorageSettings {
        var settings = StorageSettings()
        settings.path = paths.state(text("path", of: section, expecting: "a path") ?? settings.path)
        let range = .seconds(3600)...Self.decade
        settings.retention = duration("retention", of: section, in: range) ?? settings.retention
        return settings
    }

    mutating func polling(_ section: Section) -> PollingSettings {
        var settings = PollingSettings()
        let anyTime = Self.second...Self.year
        settings.interval = duration("interval", of: section, in: anyTime) ?? settings.interval
        let longer = settings.interval...Self.year
        settings.maxInterval =
            duration("max_interval", of: section, in: longer, lower: "interval")
            ?? max(settings.maxInterval, settings.interval)
        let timeouts = Self.second...Duration.seconds(3600)
        settings.timeout = duration("timeout", of: section, in: timeouts) ?? settings.timeout
        let shorter = Self.second...settings.timeout
        settings.connectTimeout =
            duration("connect_timeout", of: section, in: shorter, upper: "timeout")
            ?? min(settings.connectTimeout, settings.timeout)
        settings.maxBody = byteCount("max_body", of: section, in: 1024...1_073_741_824) ?? settings.maxBody
        settings.maxConcurrent = number("max_concurrent", of: section, in: 1...1000) ?? settings.maxConcurrent
        let fewer = 1...settings.maxConcurrent
        settings.maxPerHost =
            number("max_per_host", of: section, in: fewer, upper: "max_concurrent")
            ?? min(settings.maxPerHost, settings.maxConcurrent)
        settings.contact = contact(section) ?? settings.contact
        settings.allowPrivate = flag("allow_private", of: section) ?? settings.allowPrivate
        return settings
    }

    private mutating func contact(_ section: Section) -> String? {
        let expected = "a web or mail address"
        guard let text = optionalText("contact", of: section, expecting: expected) else { return nil }
        if text.isEmpty || WebAddress.isContact(text) { return text }
        wrong("contact", of: section, expected, text)
        return nil
    }

    mutating func dedup(_ section: Section) -> DedupSettings {
        var settings = DedupSettings()
        let range = Self.second...Duration.seconds(30 * 86_400)
        settings.window = duration("window", of: section, in: range) ?? settings.window
        settings.match = choice("match", of: section, among: DedupSettings.Match.allCases) ?? settings.match
        return settings
    }

    mutating func attribution(_ section: Section) -> AttributionSettings {
        var settings = AttributionSettings()
        let expected = "a country code of ISO 3166-1 such as NL"
        guard let text = text("home", of: section, expecting: expected) else { return settings }
        if CountryCode.isKnown(text) {
            settings.home = text
        } else {
            wrong("home", of: section, expected, text, hint: CountryCode.suggestion(for: text).map { "write \($0)" })
        }
        return settings
    }

    /// Reports an address that is none, without what may be a password in it.
    mutating func invalidURL(_ key: String, of section: Section, _ text: String, _ problem: WebAddress.Problem) {
        let hint = problem.hint.map { "; \($0)" } ?? ""
        let message = "expected \(problem.expected), found \(Shown.url(text))\(hint)"
        mistake(at: section.place(of: key), section.path(of: key), message)
    }
}
