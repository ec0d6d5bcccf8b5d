// Reading Cache-Control, Age, Expires, Date and Retry-After (RFC 9110 and 9111).

import CurlTransfer
import FeedModel
import FoundationEssentials

extension ServerHints {
    /// No promise of a server reaches further than a year, in seconds.
    private static let longest = 31_536_000

    init(headers: [HeaderField], now: Date) {
        self.init()
        let age = headers["Age"].flatMap(Self.seconds) ?? 0
        let date = headers["Date"].flatMap(HTTPDate.parse)
        let directives = Self.directives(headers.all("Cache-Control"))
        let isFreshForNone = directives.contains { $0.name == "no-cache" || $0.name == "no-store" }
        if let maxAge = directives.first(where: { $0.name == "max-age" }) {
            if !isFreshForNone { maxAgeSeconds = Self.seconds(maxAge.value).map { max(0, $0 - age) } }
        } else if !isFreshForNone, let expires = headers["Expires"].flatMap(HTTPDate.parse) {
            // What counts is how long after its own Date: the server's clock need not be ours (RFC 9111 4.2.1).
            let lifetime = expires.timeIntervalSince(date ?? now)
            self.expires = now + Self.bounded(lifetime - (date == nil ? 0 : Double(age)))
        }
        retryAfter = headers["Retry-After"].flatMap { field in
            if let seconds = Self.seconds(field) { return now + Double(seconds) }
            return HTTPDate.parse(field).map { now + Self.bounded($0.timeIntervalSince(date ?? now)) }
        }
    }

    private static func bounded(_ interval: TimeInterval) -> TimeInterval {
        min(max(interval, -Double(longest)), Double(longest))
    }

    /// delta-seconds; more than we can count, or than a year, is a year. nil when it is not all digits.
    private static func seconds(_ text: String) -> Int? {
        guard !text.isEmpty, text.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
        return min(Int(text) ?? longest, longest)
    }

    private static func directives(_ fields: [String]) -> [(name: String, value: String)] {
        fields.flatMap { $0.split(separator: ",") }.map { directive in
            let parts = directive.split(separator: "=", maxSplits: 1).map {
                $0.trimming { $0 == " " || $0 == "\t" || $0 == "\"" }
            }
            return (parts.first?.lowercased() ?? "", parts.count > 1 ? String(parts[1]) : "")
        }
    }
}

extension Substring {
    func trimming(_ isTrimmed: (Character) -> Bool) -> Substring {
        var rest = drop(while: isTrimmed)
        while let last = rest.last, isTrimmed(last) { rest.removeLast() }
        return rest
    }
}
