// Media types for enclosures: RSS and JSON Feed require one where feeds often give none.

import FeedModel

/// Finds the media type of an enclosure.
enum MediaType {
    /// The enclosure with a web address and a media type, or nil when it has no address a reader could open.
    static func published(_ enclosure: Enclosure) -> Enclosure? {
        guard let url = WebAddress.web(enclosure.url) else { return nil }
        let given = enclosure.type.map { $0.lowercased() }.flatMap { isWellFormed($0) ? $0 : nil }
        let length = enclosure.length.flatMap { $0 >= 0 ? $0 : nil }
        return Enclosure(url: url, type: given ?? guessed(from: url), length: length)
    }

    private static let byExtension = [
        "jpg": "image/jpeg", "jpeg": "image/jpeg", "png": "image/png", "gif": "image/gif", "webp": "image/webp",
        "avif": "image/avif", "svg": "image/svg+xml", "mp3": "audio/mpeg", "m4a": "audio/mp4", "ogg": "audio/ogg",
        "opus": "audio/opus", "wav": "audio/wav", "mp4": "video/mp4", "m4v": "video/mp4", "webm": "video/webm",
        "mov": "video/quicktime", "pdf": "application/pdf",
    ]

    private static func guessed(from url: String) -> String {
        let path = url.prefix { $0 != "?" && $0 != "#" }
        let name = path.split(separator: "/").last ?? ""
        let ending = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
        return byExtension[ending] ?? "application/octet-stream"
    }

    /// `type/subtype` of token characters (RFC 6838 section 4.2); parameters are refused.
    private static func isWellFormed(_ type: String) -> Bool {
        let parts = type.split(separator: "/", omittingEmptySubsequences: false)
        return parts.count == 2
            && parts.allSatisfy { part in
                !part.isEmpty
                    && part.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"\"(),/:;<=>?@[\\]{}".utf8.contains($0) }
            }
    }
}
