// Every option a transfer sets, in one place. What is not set here is libcurl's default.

import CLibCurl

extension Transfer {
    /// False when libcurl refused an option.
    func setOptions(for request: TransferRequest) -> Bool {
        let limits = request.limits
        var codes = [
            set(CURLOPT_URL, request.address.text),
            set(CURLOPT_PROTOCOLS_STR, "http,https"),
            // Redirects are the caller's: it must see each hop to judge it.
            set(CURLOPT_FOLLOWLOCATION, 0),
            set(CURLOPT_NOSIGNAL, 1),
            // A name look-up that is given up is left to end by itself; else removing the handle would wait for it, and
            // one slow name server would hold up every transfer.
            set(CURLOPT_QUICK_EXIT, 1),
            // All that this libcurl can: gzip, deflate, br, zstd.
            set(CURLOPT_ACCEPT_ENCODING, ""),
            set(CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_2TLS),
            set(CURLOPT_USERAGENT, request.userAgent),
            set(CURLOPT_TIMEOUT_MS, limits.total.milliseconds),
            set(CURLOPT_CONNECTTIMEOUT_MS, limits.connect.milliseconds),
            set(CURLOPT_LOW_SPEED_LIMIT, limits.lowSpeed),
            set(CURLOPT_LOW_SPEED_TIME, max(1, limits.lowSpeedTime.milliseconds / 1000)),
            telex_easy_set_pointer(handle, CURLOPT_ERRORBUFFER, errorText),
            // Empty, not unset: an unset proxy would be looked for in the environment.
            set(CURLOPT_PROXY, request.proxy ?? ""),
            set(CURLOPT_NOPROXY, ""),
            // libcurl keeps the parsed authorities for all transfers only when there is no directory of them, and
            // parsing the system's bundle takes 26 ms a connection.
            set(CURLOPT_CAPATH, nil),
        ]
        if let file = request.authoritiesFile { codes.append(set(CURLOPT_CAINFO, file)) }
        codes += credentials(request.credentials)
        codes += callbacks(guarded: request.refusesPrivateAddresses && request.proxy == nil)
        codes.append(headers(of: request))
        return codes.allSatisfy { $0 == CURLE_OK }
    }

    private func credentials(_ credentials: TransferCredentials?) -> [CURLcode] {
        guard case .basic(let username, let password) = credentials else { return [] }
        return [set(CURLOPT_USERNAME, username), set(CURLOPT_PASSWORD, password)]
    }

    private func headers(of request: TransferRequest) -> CURLcode {
        var fields = request.headers
        if case .bearer(let token) = request.credentials {
            fields.append(HeaderField("Authorization", "Bearer \(token)"))
        }
        for line in fields.compactMap(\.line) {
            guard let longer = curl_slist_append(headerList, line) else { return CURLE_OUT_OF_MEMORY }
            headerList = longer
        }
        return telex_easy_set_list(handle, CURLOPT_HTTPHEADER, headerList)
    }

    private func set(_ option: CURLoption, _ value: Int) -> CURLcode { telex_easy_set_long(handle, option, value) }

    private func set(_ option: CURLoption, _ value: String?) -> CURLcode {
        telex_easy_set_text(handle, option, value)
    }
}

extension Duration {
    /// Whole milliseconds, at least 1: libcurl reads 0 as "no limit".
    fileprivate var milliseconds: Int {
        let (seconds, attoseconds) = components
        guard seconds < 2_000_000 else { return 2_000_000_000 }
        return max(1, Int(seconds) * 1000 + Int(attoseconds / 1_000_000_000_000_000))
    }
}
