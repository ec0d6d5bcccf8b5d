// What an origin answers: a list of steps on the socket, so that it can misbehave in every way a server can.

/// One thing done with the connection.
package enum OriginStep: Sendable {
    case send([UInt8])
    /// Sends the bytes again and again until the client closes or the origin stops.
    case sendForever([UInt8])
    /// Waits, but ends at once when the client closes or the origin stops.
    case pause(milliseconds: Int)
    /// Waits until the gate opens, the client closes or the origin stops.
    case wait(OriginGate)
    /// Reads nothing, says nothing, until the client closes or the origin stops.
    case hang
    /// Closes in good order; what follows is not done.
    case close
    /// Closes with a TCP reset; what follows is not done.
    case reset
}

/// An answer. Unless a step closes it, the connection stays open for the next request.
package struct OriginReply: Sendable {
    package var steps: [OriginStep]

    package init(steps: [OriginStep]) {
        self.steps = steps
    }

    /// A complete answer. Content-Length is added unless `headers` has one, or the status has no body.
    package static func status(_ code: Int, headers: [OriginHeader] = [], body: [UInt8] = []) -> OriginReply {
        var fields = headers
        let hasBody = code >= 200 && code != 204 && code != 304
        if hasBody, fields["Content-Length"] == nil, fields["Transfer-Encoding"] == nil {
            fields.append(OriginHeader("Content-Length", "\(body.count)"))
        }
        return OriginReply(steps: [.send(head(code, fields) + (hasBody ? body : []))])
    }

    /// 200 with text as its body.
    package static func ok(
        _ text: String,
        type: String = "application/rss+xml",
        headers: [OriginHeader] = []
    ) -> OriginReply {
        ok([UInt8](text.utf8), type: type, headers: headers)
    }

    /// 200 with bytes as its body; say `Content-Encoding` in `headers` when they are compressed.
    package static func ok(
        _ body: [UInt8],
        type: String = "application/rss+xml",
        headers: [OriginHeader] = []
    ) -> OriginReply {
        status(200, headers: [OriginHeader("Content-Type", type)] + headers, body: body)
    }

    /// A redirect with an empty body.
    package static func redirect(_ code: Int, to location: String) -> OriginReply {
        status(code, headers: [OriginHeader("Location", location)])
    }

    /// The pieces as chunks of a chunked body.
    package static func chunked(
        _ pieces: [[UInt8]],
        status code: Int = 200,
        headers: [OriginHeader] = []
    ) -> OriginReply {
        let fields = headers + [OriginHeader("Transfer-Encoding", "chunked")]
        return OriginReply(steps: [.send(head(code, fields))] + pieces.map { .send(chunk($0)) } + [.send(chunk([]))])
    }

    /// The head, then the pieces with a pause before each; the body ends when the connection closes.
    package static func drip(
        _ pieces: [[UInt8]],
        every milliseconds: Int,
        headers: [OriginHeader] = []
    ) -> OriginReply {
        let body = pieces.flatMap { [.pause(milliseconds: milliseconds), OriginStep.send($0)] }
        return OriginReply(steps: [.send(head(200, headers))] + body + [.close])
    }

    /// A head that promises `claimed` bytes, then `body`, then the connection closes.
    package static func wrongLength(claimed: Int, body: [UInt8], headers: [OriginHeader] = []) -> OriginReply {
        let fields = headers + [OriginHeader("Content-Length", "\(claimed)")]
        return OriginReply(steps: [.send(head(200, fields) + body), .close])
    }

    /// A body without length or end.
    package static func endless(_ piece: [UInt8], status code: Int = 200, headers: [OriginHeader] = []) -> OriginReply {
        OriginReply(steps: [.send(head(code, headers)), .sendForever(piece)])
    }

    /// These bytes instead of HTTP, then the connection closes.
    package static func garbage(_ bytes: [UInt8]) -> OriginReply {
        OriginReply(steps: [.send(bytes), .close])
    }

    /// Closes without a byte.
    package static let noAnswer = OriginReply(steps: [.close])

    /// Resets the connection without a byte.
    package static let reset = OriginReply(steps: [.reset])

    /// Never answers.
    package static let hang = OriginReply(steps: [.hang])

    /// 404.
    package static let notFound = OriginReply.status(404, body: [UInt8]("not found\n".utf8))

    /// The same answer, begun when the gate opens.
    package func after(_ gate: OriginGate) -> OriginReply {
        OriginReply(steps: [.wait(gate)] + steps)
    }

    /// The same answer, then the connection closes.
    package func thenClose() -> OriginReply {
        OriginReply(steps: steps + [.close])
    }

    /// The status line and fields, with the blank line that ends them.
    package static func head(_ code: Int, _ headers: [OriginHeader]) -> [UInt8] {
        let lines = ["HTTP/1.1 \(code) \(reason(code))"] + headers.map(\.description)
        return OriginHead.bytes(lines.map { $0 + "\r\n" }.joined() + "\r\n")
    }

    /// One chunk of a chunked body; the last one for no bytes.
    package static func chunk(_ bytes: [UInt8]) -> [UInt8] {
        [UInt8]("\(String(bytes.count, radix: 16))\r\n".utf8) + bytes + [13, 10]
    }

    private static func reason(_ code: Int) -> String {
        switch code {
        case 200: "OK"
        case 301: "Moved Permanently"
        case 304: "Not Modified"
        case 404: "Not Found"
        case 410: "Gone"
        case 429: "Too Many Requests"
        default: "Status \(code)"
        }
    }
}

/// A document served the polite way: with validators, and 304 to whoever returns one of them.
package struct ConditionalFile: Sendable, Equatable {
    package var body: [UInt8]
    /// Compared byte for byte with If-None-Match; nil: none is sent.
    package var etag: String?
    /// Compared byte for byte with If-Modified-Since when no If-None-Match came; nil: none is sent.
    package var lastModified: String?
    package var contentType: String
    /// Further fields of both the 200 and the 304.
    package var headers: [OriginHeader]

    package init(
        _ body: [UInt8],
        etag: String?,
        lastModified: String? = nil,
        contentType: String = "application/rss+xml",
        headers: [OriginHeader] = []
    ) {
        self.body = body
        self.etag = etag
        self.lastModified = lastModified
        self.contentType = contentType
        self.headers = headers
    }

    /// 304 when the request returns the validators in force, else 200.
    package func reply(to request: OriginRequest) -> OriginReply {
        var fields = headers
        if let etag { fields.append(OriginHeader("ETag", etag)) }
        if let lastModified { fields.append(OriginHeader("Last-Modified", lastModified)) }
        return isCurrent(for: request)
            ? .status(304, headers: fields)
            : .ok(body, type: contentType, headers: fields)
    }

    private func isCurrent(for request: OriginRequest) -> Bool {
        if let asked = request.header("If-None-Match") { return asked == etag }
        if let asked = request.header("If-Modified-Since") { return asked == lastModified }
        return false
    }
}
