// Source ids: the syntax of those written, and the making of those left out.

import FeedModel

/// Makes and checks source ids.
struct SourceNaming {
    private var taken: Set<SourceID>
    /// The number to try next for a base that is taken.
    private var next: [String: Int] = [:]

    init(taken: Set<SourceID>) {
        self.taken = taken
    }

    static let syntax = "lower-case letters, digits, -, _ and ., at most 64, the first a letter or digit"

    static func isID(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first, isIDScalar(first), !"-_.".unicodeScalars.contains(first) else {
            return false
        }
        return text.utf8.count <= 64 && text.unicodeScalars.allSatisfy(isIDScalar)
    }

    /// From the host without `www.`, or the last folder or file of a file address: `feeds-example-nl`.
    static func base(for address: WebAddress) -> String {
        if address.scheme == "file" {
            let path = address.rest.prefix { $0 != "?" && $0 != "#" }
            let name = path.split(separator: "/").last ?? ""
            let stem = name.lastIndex(of: ".").map { name[..<$0] } ?? name
            return slug(String(stem.isEmpty ? name : stem))
        }
        return slug(address.host.hasPrefix("www.") ? String(address.host.dropFirst(4)) : address.host)
    }

    /// `base`, or `base-2`, `base-3` … when taken.
    mutating func take(_ base: String) -> SourceID {
        var id = SourceID(rawValue: base)
        while !taken.insert(id).inserted {
            let number = next[base, default: 2]
            next[base] = number + 1
            id = SourceID(rawValue: "\(base)-\(number)")
        }
        return id
    }

    /// What is near `text` and has the syntax, or nil.
    static func suggestion(for text: String) -> String? {
        let slug = slug(text)
        // What lost most of its letters is no suggestion.
        return slug == text || slug.count * 2 < text.count ? nil : slug
    }

    private static func slug(_ text: String) -> String {
        var slug = ""
        for scalar in text.lowercased().unicodeScalars {
            if scalar.isASCIIAlphanumeric {
                slug.unicodeScalars.append(scalar)
            } else if !slug.isEmpty, !slug.hasSuffix("-") {
                slug.append("-")
            }
        }
        slug = String(slug.prefix(56))
        while slug.hasSuffix("-") { slug.removeLast() }
        return slug.isEmpty ? "source" : slug
    }

    private static func isIDScalar(_ scalar: Unicode.Scalar) -> Bool {
        ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) || "-_.".unicodeScalars.contains(scalar)
    }
}
