// One fetch over http or https: the hops, what each may be told, and what the last answer means.

import CurlTransfer
import FeedModel
import FoundationEssentials

/// A fetch and what bounds it. Every hop is a request of its own, so that each is judged before it is made.
struct WebFetch: Sendable {
    let request: FetchRequest
    /// What the operator wrote: trusted with credentials, and allowed to be private.
    let configured: WebAddress
    let limits: FetchLimits
    let loop: TransferLoop
    let now: Date

    /// Fetches, following redirects. `after`: seconds of the time-out that are spent already.
    func run(from start: WebAddress, after spent: Double = 0) async -> FetchResult {
        var trail = RedirectTrail(start: start, limit: limits.redirects)
        var seconds = 0.0
        var bytesReceived = 0
        var warnings: [String] = []
        while true {
            let address = trail.current
            let transfer = await loop.perform(
                transferRequest(to: address, timeLeft: request.settings.timeout.inSeconds - spent - seconds)
            )
            seconds += transfer.seconds
            bytesReceived += transfer.receivedBytes
            var failure: FetchFailure?
            if let status = transfer.status, RedirectTrail.isRedirect(status) {
                failure = trail.follow(status: status, location: transfer.headers["Location"])
                if failure == nil {
                    if address.scheme == "https" && trail.current.scheme == "http" {
                        warnings.append("\(address.host) redirects from https to plain http")
                    }
                    continue
                }
            }
            var result =
                failure.map { FetchResult(outcome: .failed($0)) } ?? result(of: transfer, at: trail, from: start)
            result.seconds = seconds
            result.bytesReceived = bytesReceived
            result.warnings = warnings
            return result
        }
    }
}

// MARK: - What a hop is told

extension WebFetch {
    private static let acceptedTypes = [
        "application/atom+xml", "application/rss+xml", "application/feed+json", "application/rdf+xml",
        "application/xml;q=0.9", "text/xml;q=0.9", "application/json;q=0.8", "*/*;q=0.5",
    ].joined(separator: ", ")

    private func transferRequest(to address: WebAddress, timeLeft: Double) -> TransferRequest {
        let isOwn = configured.covers(address)
        var transfer = TransferRequest(address: address, userAgent: request.userAgent, limits: transferLimits(timeLeft))
        transfer.headers = headers(to: address, isOwn: isOwn)
        transfer.credentials = isOwn ? credentials : nil
        transfer.proxy = request.source.proxy
        transfer.refusesPrivateAddresses = !(isOwn || request.source.allowPrivate || request.settings.allowPrivate)
        transfer.authoritiesFile = limits.authoritiesFile
        return transfer
    }

    /// The operator's own fields stand in for ours of the same name, and go to the operator's own server alone.
    private func headers(to address: WebAddress, isOwn: Bool) -> [HeaderField] {
        let own = isOwn ? request.source.headers.map { HeaderField($0.name, $0.value) } : []
        var fields = [HeaderField("Accept", Self.acceptedTypes)]
        if sendsValidators(to: address) {
            let validators = request.state.validators
            if let etag = validators.etag { fields.append(HeaderField("If-None-Match", etag)) }
            if let date = validators.lastModified { fields.append(HeaderField("If-Modified-Since", date)) }
        }
        return fields.filter { !own.contains(name: $0.name) } + own
    }

    /// Another address's validators could be true of this one by chance, and hide its document.
    private func sendsValidators(to address: WebAddress) -> Bool {
        let origin = request.validatorsURL ?? request.state.movedTo ?? request.source.url
        return !request.state.validators.isEmpty && WebAddress(origin) == address
    }

    private var credentials: TransferCredentials? {
        switch request.source.credentials {
        case .basic(let username, let password): .basic(username: username, password: password)
        case .bearer(let token): .bearer(token: token)
        case nil: configured.credentials
        }
    }

    private func transferLimits(_ timeLeft: Double) -> TransferLimits {
        let settings = request.settings
        var limits = TransferLimits()
        limits.total = .seconds(max(0, timeLeft))
        limits.connect = min(settings.connectTimeout, limits.total)
        limits.lowSpeed = self.limits.lowSpeed
        limits.lowSpeedTime = settings.timeout / 2
        limits.body = settings.maxBody
        limits.header = self.limits.headerBytes
        return limits
    }
}

// MARK: - What the last answer means

extension WebFetch {
    private func result(of transfer: TransferResult, at trail: RedirectTrail, from start: WebAddress) -> FetchResult {
        guard let status = transfer.status else {
            return FetchResult(outcome: .failed(FetchFailure(transfer.error ?? .interrupted, status: nil)))
        }
        var result = FetchResult(outcome: outcome(status, of: transfer, at: trail))
        result.hints = ServerHints(headers: transfer.headers, now: now)
        let next = nextStart(result.outcome, from: start)
        if trail.current != next { result.validatorsURL = trail.current.text }
        return result
    }

    private func outcome(_ status: Int, of transfer: TransferResult, at trail: RedirectTrail) -> FetchOutcome {
        // Interrupted is interrupted, however far the answer had come; of an error answer the status is enough.
        if let error = transfer.error, status < 300 || error == .interrupted {
            return .failed(FetchFailure(error, status: status))
        }
        let words = StatusWords.line(status, headers: transfer.headers)
        switch status {
        case 200, 203: return documents(status, of: transfer, at: trail)
        case 304 where sendsValidators(to: trail.current):
            return .notModified(validators: validators(of: transfer, else: request.state.validators))
        case 410 where trail.isPermanent: return .gone(message: words)
        case 429: return .rateLimited(status: status, message: words)
        case 503 where transfer.headers["Retry-After"] != nil: return .rateLimited(status: status, message: words)
        default:
            let message = words + withheldCredentials(status, trail)
            return .failed(FetchFailure(kind: .http, status: status, message: message))
        }
    }

    private func documents(_ status: Int, of transfer: TransferResult, at trail: RedirectTrail) -> FetchOutcome {
        let document = FetchedDocument(
            bytes: transfer.body,
            contentType: transfer.headers["Content-Type"],
            url: trail.current.text,
            links: DocumentLinks(fields: transfer.headers.all("Link"), base: trail.current)
        )
        let movedTo = trail.permanent == configured ? nil : trail.permanent.text
        let validators = validators(of: transfer, else: HTTPValidators())
        return .documents([document], validators: validators, movedTo: movedTo, status: status)
    }

    private func validators(of transfer: TransferResult, else stored: HTTPValidators) -> HTTPValidators {
        HTTPValidators(
            etag: transfer.headers["ETag"] ?? stored.etag,
            lastModified: transfer.headers["Last-Modified"] ?? stored.lastModified
        )
    }

    /// Where the next fetch will start.
    private func nextStart(_ outcome: FetchOutcome, from start: WebAddress) -> WebAddress {
        guard case .documents(_, _, let movedTo, _) = outcome else { return start }
        return movedTo.flatMap { WebAddress($0) } ?? configured
    }

    private func withheldCredentials(_ status: Int, _ trail: RedirectTrail) -> String {
        guard status == 401, credentials != nil, !configured.covers(trail.current) else { return "" }
        return "; the source's credentials are not sent to \(trail.current.host), where \(configured.host) led us"
    }
}
