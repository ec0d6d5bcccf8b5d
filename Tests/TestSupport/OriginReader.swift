// Cuts the bytes of a connection into heads and bodies, for the origin and for its client.

/// Reads messages from a socket, keeping what came too early.
struct OriginReader {
    let socket: OriginSocket
    private var pending: [UInt8] = []

    init(socket: OriginSocket) {
        self.socket = socket
    }

    /// The next head without the blank line that ends it; nil when the stream ends before one is complete.
    mutating func head() -> ArraySlice<UInt8>? {
        var searched = 0
        while true {
            if let end = endOfHead(from: searched) {
                defer { pending.removeFirst(end.upperBound) }
                return pending[..<end.lowerBound]
            }
            searched = max(0, pending.count - 3)
            guard more() else { return nil }
        }
    }

    /// The body that goes with these fields: chunked, of a given length, or none.
    mutating func body(for headers: [OriginHeader]) -> [UInt8] {
        if headers["Transfer-Encoding"]?.lowercased() == "chunked" { return chunks() }
        return bytes(headers["Content-Length"].flatMap { Int($0) } ?? 0)
    }

    /// So many bytes, or fewer when the stream ends.
    mutating func bytes(_ count: Int) -> [UInt8] {
        while pending.count < count, more() {}
        let taken = Array(pending.prefix(max(0, count)))
        pending.removeFirst(taken.count)
        return taken
    }

    /// Everything up to the end of the stream.
    mutating func rest() -> [UInt8] {
        while more() {}
        return bytes(pending.count)
    }

    /// The next line without its end; nil when the stream ends first.
    mutating func line() -> String? {
        while true {
            if let end = pending.firstIndex(of: 10) {
                let line = pending[..<end]
                defer { pending.removeFirst(end + 1) }
                return String(decoding: line.last == 13 ? line.dropLast() : line, as: UTF8.self)
            }
            guard more() else { return nil }
        }
    }

    private mutating func chunks() -> [UInt8] {
        var body: [UInt8] = []
        while let size = line().flatMap({ Int($0.prefix { $0 != ";" }, radix: 16) }), size > 0 {
            body += bytes(size)
            _ = line()
        }
        _ = line()
        return body
    }

    private mutating func more() -> Bool {
        let received = socket.receive()
        pending += received
        return !received.isEmpty
    }

    private func endOfHead(from start: Int) -> Range<Int>? {
        guard pending.count >= 4 else { return nil }
        for index in start...(pending.count - 4) where pending[index..<(index + 4)].elementsEqual([13, 10, 13, 10]) {
            return index..<(index + 4)
        }
        return nil
    }
}
