// From libcurl's result codes and counters to our result and our words.

import CLibCurl
import Glibc

extension Transfer {
    /// The status of the answer so far; nil before there is one.
    var status: Int? {
        var code = 0
        guard telex_easy_get_long(handle, CURLINFO_RESPONSE_CODE, &code) == CURLE_OK, code >= 200 else { return nil }
        return code
    }

    /// What has arrived.
    func result() -> TransferResult {
        var result = TransferResult()
        if head.isComplete, let status {
            result.status = status
            result.headers = head.fields
            result.body = body
            result.httpVersion = httpVersion
        }
        result.seconds = seconds
        result.receivedBytes = head.byteCount + offset(CURLINFO_SIZE_DOWNLOAD_T)
        result.remoteAddress = text(CURLINFO_PRIMARY_IP)
        return result
    }

    /// What a code other than CURLE_OK means.
    func error(for code: CURLcode, request: TransferRequest) -> TransferError {
        let host = request.address.host
        switch stopReason {
        case .tooLarge: return .tooLarge(limit: request.limits.body)
        case .headTooLarge: return .headTooLarge(limit: request.limits.header)
        case .refused(let address): return .refusedAddress(host: host, address: address)
        case .enough, nil: break
        }
        let reason = reason(for: code)
        switch code {
        case CURLE_COULDNT_RESOLVE_HOST: return .nameNotFound(host: host)
        case CURLE_COULDNT_RESOLVE_PROXY: return .noConnection(host: host, reason: "the proxy's name was not found")
        case CURLE_COULDNT_CONNECT: return .noConnection(host: host, reason: systemReason ?? reason)
        case CURLE_OPERATION_TIMEDOUT:
            return .timedOut(host: host, stage: stage, seconds: seconds)
        case CURLE_GOT_NOTHING: return .brokenOff(host: host, reason: "it was closed without an answer")
        case CURLE_PARTIAL_FILE, CURLE_RECV_ERROR, CURLE_SEND_ERROR, CURLE_HTTP2_STREAM:
            return .brokenOff(host: host, reason: systemReason ?? reason)
        case CURLE_BAD_CONTENT_ENCODING: return .undecodable(reason: reason)
        case CURLE_FILESIZE_EXCEEDED: return .tooLarge(limit: request.limits.body)
        case CURLE_UNSUPPORTED_PROTOCOL, CURLE_WEIRD_SERVER_REPLY, CURLE_HTTP2:
            return .notHTTP(host: host, reason: reason)
        case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_ISSUER_ERROR, CURLE_SSL_INVALIDCERTSTATUS:
            let words = reason.without(prefixes: ["SSL certificate problem: ", "SSL: "])
            return .badCertificate(host: host, reason: words)
        case CURLE_SSL_CACERT_BADFILE:
            return .notSecure(host: host, reason: "\(reason) (is the package ca-certificates installed?)")
        case CURLE_SSL_CONNECT_ERROR, CURLE_SSL_CERTPROBLEM, CURLE_SSL_CIPHER, CURLE_SSL_ENGINE_INITFAILED:
            return .notSecure(host: host, reason: reason)
        default: return .failed(reason: reason)
        }
    }

    private var stage: TransferError.Stage {
        if libcurlWords.hasPrefix("Operation too slow") { return .crawling }
        if head.isComplete { return .receiving }
        if offset(CURLINFO_NAMELOOKUP_TIME_T) == 0 { return .lookup }
        // With https libcurl counts the TCP connection only once TLS is up too; its words tell the two apart.
        if libcurlWords.hasPrefix("SSL") { return .securing }
        if offset(CURLINFO_CONNECT_TIME_T) == 0 { return .connecting }
        return .waiting
    }

    /// What the system said about the connection, such as "Connection refused".
    private var systemReason: String? {
        var number = 0
        guard telex_easy_get_long(handle, CURLINFO_OS_ERRNO, &number) == CURLE_OK, let number = Int32(exactly: number),
            number != 0
        else { return nil }
        var buffer = [CChar](repeating: 0, count: 256)
        guard strerror_r(number, &buffer, buffer.count) == 0 else { return nil }
        return buffer.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } }
    }

    private func reason(for code: CURLcode) -> String {
        let words = libcurlWords.isEmpty ? String(cString: curl_easy_strerror(code)) : libcurlWords
        return words.split(whereSeparator: \.isNewline).joined(separator: " ")
    }

    private var seconds: Double { Double(offset(CURLINFO_TOTAL_TIME_T)) / 1e6 }

    private var libcurlWords: String { String(cString: errorText) }

    private var httpVersion: Int? {
        var version = 0
        guard telex_easy_get_long(handle, CURLINFO_HTTP_VERSION, &version) == CURLE_OK else { return nil }
        switch version {
        case CURL_HTTP_VERSION_1_0: return 10
        case CURL_HTTP_VERSION_1_1: return 11
        case CURL_HTTP_VERSION_2_0: return 20
        case CURL_HTTP_VERSION_3: return 30
        default: return nil
        }
    }

    private func offset(_ info: CURLINFO) -> Int {
        var value: curl_off_t = 0
        return telex_easy_get_offset(handle, info, &value) == CURLE_OK ? Int(value) : 0
    }

    private func text(_ info: CURLINFO) -> String? {
        var value: UnsafeMutablePointer<CChar>?
        guard telex_easy_get_text(handle, info, &value) == CURLE_OK, let value, value.pointee != 0 else { return nil }
        return String(cString: value)
    }
}

extension String {
    fileprivate func without(prefixes: [String]) -> String {
        let prefix = prefixes.first { hasPrefix($0) } ?? ""
        return String(dropFirst(prefix.count))
    }
}
