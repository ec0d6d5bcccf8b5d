// A tiny raw HTTP/1.1 client for tests of our own server: it shows the answer as it was on the wire, nothing decoded
// but chunks. Its waits happen on threads of their own, so that a server in the same process can work.

/// An answer as received.
package struct OriginResponse: Sendable {
    package var status: Int
    /// The status line.
    package var statusLine: String
    /// In the order received.
    package var headers: [OriginHeader]
    /// Not decompressed.
    package var body: [UInt8]

    /// The value of the first header field of that name, in any case.
    package func header(_ name: String) -> String? { headers[name] }

    package var text: String { String(decoding: body, as: UTF8.self) }
}

/// One request on one connection.
package enum OriginClient {
    /// GET; the connection is closed afterwards.
    package static func get(
        port: Int,
        path: String,
        headers: [OriginHeader] = [],
        address: String = "127.0.0.1"
    ) async throws -> OriginResponse {
        try await request("GET", port: port, path: path, headers: headers, address: address)
    }

    /// Any method; the connection is closed afterwards. Host and Connection are added unless given.
    package static func request(
        _ method: String,
        port: Int,
        path: String,
        headers: [OriginHeader] = [],
        body: [UInt8] = [],
        address: String = "127.0.0.1"
    ) async throws -> OriginResponse {
        var head = "\(method) \(path) HTTP/1.1\r\n"
        var fields = headers
        if fields["Host"] == nil { fields.append(OriginHeader("Host", "\(address):\(port)")) }
        if fields["Connection"] == nil { fields.append(OriginHeader("Connection", "close")) }
        if !body.isEmpty { fields.append(OriginHeader("Content-Length", "\(body.count)")) }
        head += fields.map { "\($0)\r\n" }.joined() + "\r\n"
        let bytes = OriginHead.bytes(head) + body
        return try await exchange(bytes, port: port, address: address, hasBody: method != "HEAD")
    }

    /// Sends these bytes as they are and reads one answer.
    package static func exchange(
        _ bytes: [UInt8],
        port: Int,
        address: String = "127.0.0.1",
        hasBody: Bool = true
    ) async throws -> OriginResponse {
        let stream = try await OriginStream(sending: bytes, port: port, address: address)
        defer { stream.close() }
        return try await stream.response(hasBody: hasBody)
    }
}
