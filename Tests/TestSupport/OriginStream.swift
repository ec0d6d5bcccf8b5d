// An answer read piece by piece, for server-sent events and other streams that do not end.

import Synchronization

/// A connection on which one request was sent. Close it.
package final class OriginStream: Sendable {
    private let socket: OriginSocket
    private let reader: Mutex<OriginReader>
    private let isClosed = Mutex(false)

    /// Connects and sends a GET.
    package convenience init(
        port: Int,
        path: String,
        headers: [OriginHeader] = [],
        address: String = "127.0.0.1"
    ) async throws {
        let fields = [OriginHeader("Host", "\(address):\(port)")] + headers
        let head = "GET \(path) HTTP/1.1\r\n" + fields.map { "\($0)\r\n" }.joined() + "\r\n"
        try await self.init(sending: OriginHead.bytes(head), port: port, address: address)
    }

    /// Connects and sends these bytes.
    package init(sending bytes: [UInt8], port: Int, address: String = "127.0.0.1") async throws {
        let socket = try await OriginThread.run {
            let socket = try OriginSocket.connected(to: address, port: port)
            _ = socket.send(bytes)
            return socket
        }
        self.socket = socket
        reader = Mutex(OriginReader(socket: socket))
    }

    deinit {
        close()
    }

    /// The whole answer.
    package func response(hasBody: Bool = true) async throws -> OriginResponse {
        try await read { reader in
            var response = try Self.head(from: &reader)
            guard hasBody, response.status != 304, response.status != 204 else { return response }
            let isFramed = response.header("Content-Length") != nil || response.header("Transfer-Encoding") != nil
            response.body = isFramed ? reader.body(for: response.headers) : reader.rest()
            return response
        }
    }

    /// The status and header fields alone; `line` then reads the body as it comes, chunk sizes included.
    package func head() async throws -> OriginResponse {
        try await read { try Self.head(from: &$0) }
    }

    /// The next line of the body without its end; nil once the server has closed.
    package func line() async throws -> String? {
        try await read { $0.line() }
    }

    /// Ends the connection; a read that waits returns.
    package func close() {
        let isFirst = isClosed.withLock { isClosed in
            defer { isClosed = true }
            return !isClosed
        }
        guard isFirst else { return }
        socket.shutDown()
        // The reader's lock is held for as long as a read waits: the descriptor is closed after it.
        reader.withLock { _ in socket.close() }
    }

    private static func head(from reader: inout OriginReader) throws -> OriginResponse {
        guard let head = reader.head(), let (line, headers) = OriginHead.split(head),
            let status = line.split(separator: " ").dropFirst().first.flatMap({ Int($0) })
        else { throw OriginError(message: "the server closed the connection without an answer") }
        return OriginResponse(status: status, statusLine: line, headers: headers, body: [])
    }

    private func read<Value: Sendable>(
        _ body: @escaping @Sendable (inout OriginReader) throws -> Value
    ) async throws -> Value {
        try await OriginThread.run { [self] in
            try reader.withLock { reader in
                guard !isClosed.withLock({ $0 }) else { throw OriginError(message: "the stream is closed") }
                return try body(&reader)
            }
        }
    }
}
