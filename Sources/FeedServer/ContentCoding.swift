// Which of the encoded forms of a document a client wants (RFC 9110 section 12.5.3).

/// The forms in which a rendered document is kept.
package enum ContentCoding: String, Sendable, CaseIterable {
    case identity
    case gzip
    case brotli = "br"

    /// What is appended to an entity tag, so that each form has a tag of its own.
    var tagSuffix: String {
        self == .identity ? "" : "-\(rawValue)"
    }

    /// The smallest form the header accepts; identity when there is no header, and when nothing else is acceptable:
    /// a body that can be read beats a 406.
    package static func preferred(for acceptEncoding: String?) -> ContentCoding {
        guard let acceptEncoding else { return .identity }
        var weights: [String: Double] = [:]
        for part in acceptEncoding.split(separator: ",") {
            let fields = part.split(separator: ";").map { $0.trimmed().lowercased() }
            guard let name = fields.first, !name.isEmpty else { continue }
            weights[name == "x-gzip" ? "gzip" : name] = quality(in: fields.dropFirst())
        }
        let candidates: [ContentCoding] = [.brotli, .gzip]
        let accepted = candidates.map { coding in
            (coding: coding, weight: weights[coding.rawValue] ?? weights["*"] ?? 0)
        }
        let best = accepted.max { $0.weight < $1.weight }
        guard let best, best.weight > 0, best.weight >= (weights["identity"] ?? 0) else { return .identity }
        // Of equals the first is the smaller.
        return accepted.first { $0.weight == best.weight }?.coding ?? .identity
    }

    private static func quality(in parameters: ArraySlice<String>) -> Double {
        for parameter in parameters where parameter.hasPrefix("q=") {
            return min(max(Double(parameter.dropFirst(2)) ?? 0, 0), 1)
        }
        return 1
    }
}

extension Substring {
    /// Without the white space HTTP allows around values (OWS).
    func trimmed() -> String {
        String(drop(while: { $0 == " " || $0 == "\t" }).reversed().drop(while: { $0 == " " || $0 == "\t" }).reversed())
    }
}
