// What to answer to a GET or HEAD for a document: pure, so that every rule of RFC 9110 section 13 is tested bare.

import FeedModel
import FoundationEssentials

/// The parts of a request that decide how a document is sent.
package struct DocumentRequest: Sendable {
    package var isHead: Bool
    package var ifNoneMatch: String?
    package var ifModifiedSince: String?
    package var acceptEncoding: String?

    package init(
        isHead: Bool = false,
        ifNoneMatch: String? = nil,
        ifModifiedSince: String? = nil,
        acceptEncoding: String? = nil
    ) {
        self.isHead = isHead
        self.ifNoneMatch = ifNoneMatch
        self.ifModifiedSince = ifModifiedSince
        self.acceptEncoding = acceptEncoding
    }
}

/// The answer: a status, header fields in order, and a body that HEAD and 304 do without.
package struct DocumentResponse: Sendable {
    package var status: Int
    package var fields: [(name: String, value: String)]
    /// Nil for 304 and HEAD.
    package var body: [UInt8]?
    /// What Content-Length says: the size a GET would have; nil for 304.
    package var contentLength: Int?
}

extension RenderedDocument {
    /// The answer to `request`.
    package func response(to request: DocumentRequest) -> DocumentResponse {
        let preferred = ContentCoding.preferred(for: request.acceptEncoding)
        let coding: ContentCoding = forms[preferred] == nil ? .identity : preferred
        let bytes = forms[coding] ?? []
        let etag = "\"\(tag)\(coding.tagSuffix)\""
        var fields: [(name: String, value: String)] = [
            ("ETag", etag), ("Cache-Control", cacheControl), ("Vary", "Accept-Encoding"),
        ]
        if let lastModified { fields.append(("Last-Modified", HTTPDate.format(lastModified))) }
        fields += self.fields
        if isUnchanged(for: request) {
            return DocumentResponse(status: 304, fields: fields, body: nil, contentLength: nil)
        }
        fields.append(("Content-Type", contentType))
        if coding != .identity { fields.append(("Content-Encoding", coding.rawValue)) }
        return DocumentResponse(
            status: 200,
            fields: fields,
            body: request.isHead ? nil : bytes,
            contentLength: bytes.count
        )
    }

    /// If-None-Match decides alone when it is there (RFC 9110 section 13.2.2).
    private func isUnchanged(for request: DocumentRequest) -> Bool {
        if let list = request.ifNoneMatch { return matches(list) }
        guard let text = request.ifModifiedSince, let since = HTTPDate.parse(text), let lastModified else {
            return false
        }
        return lastModified.timeIntervalSince1970.rounded(.down) <= since.timeIntervalSince1970
    }

    /// Weak comparison: a tag of any of the document's forms tells that the client has this version.
    private func matches(_ list: String) -> Bool {
        if Substring(list).trimmed() == "*" { return true }
        let own = Set(ContentCoding.allCases.map { tag + $0.tagSuffix })
        return list.split(separator: ",").contains { item in
            var name = Substring(item.trimmed())
            if name.hasPrefix("W/") { name = name.dropFirst(2) }
            guard name.count >= 2, name.hasPrefix("\""), name.hasSuffix("\"") else { return false }
            return own.contains(String(name.dropFirst().dropLast()))
        }
    }
}
