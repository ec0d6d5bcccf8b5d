// HTTP's status codes in words that a newsroom understands.

import CurlTransfer
import FeedModel

enum StatusWords {
    /// `HTTP 404: nothing at this address`.
    static func line(_ status: Int, headers: [HeaderField]) -> String {
        // Cloudflare's own mark of an answer that is a test for browsers and not the page that was asked for.
        if headers["cf-mitigated"]?.lowercased() == "challenge" {
            return "HTTP \(status): a Cloudflare challenge for browsers stands before the feed"
        }
        return "HTTP \(status): \(words(status))\(retry(status, headers))"
    }

    private static func words(_ status: Int) -> String {
        switch status {
        case 204, 205: "the server sent no document"
        case 200..<300: "not an answer that carries a whole document"
        case 304: "the server says nothing has changed, though it was not asked that"
        case 300..<400: "a redirect of a kind that is not followed"
        case 400: "the server does not understand the request"
        case 401: "the server wants valid credentials"
        case 402: "the server wants to be paid"
        case 403: "the server refuses access to this address"
        case 404: "nothing at this address"
        case 405: "the server does not allow this address to be read"
        case 406: "the server has no version of this document for us"
        case 407: "the proxy wants valid credentials"
        case 408: "the server waited too long for the request"
        case 410: "the feed is gone for good"
        case 421: "the server does not know this site"
        case 429: "the server has been asked too often"
        case 451: "withheld for legal reasons"
        case 500: "the server has an error of its own"
        case 502, 504: "the site's gateway got no answer from the server behind it"
        case 503: "the server is not available at the moment"
        case 520..<530: "Cloudflare got no answer from the server behind it"
        case 400..<500: "the server refuses the request"
        default: "the server failed"
        }
    }

    private static func retry(_ status: Int, _ headers: [HeaderField]) -> String {
        guard status == 429 || status == 503, let after = headers["Retry-After"] else { return "" }
        if after.utf8.allSatisfy({ (48...57).contains($0) }) { return ", try again in \(after.prefix(12))s" }
        // It goes into logs and onto terminals: what is no date is not repeated.
        return HTTPDate.parse(after).map { ", try again after \(HTTPDate.format($0))" } ?? ""
    }
}
