// One request as an origin received it: kept as sent, so that a test can hold a client to the letter of it.

/// A header field, in the spelling it had on the wire.
package struct OriginHeader: Sendable, Equatable, CustomStringConvertible {
    package var name: String
    /// Without surrounding white space; each byte is one scalar (Latin-1), so nothing is lost.
    package var value: String

    package init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }

    package var description: String { "\(name): \(value)" }
}

extension [OriginHeader] {
    /// The value of the first field of that name, in any case; nil when there is none.
    package subscript(name: String) -> String? {
        first { $0.name.lowercased() == name.lowercased() }?.value
    }

    /// Every value of that name, in any case and in order.
    package func all(_ name: String) -> [String] {
        filter { $0.name.lowercased() == name.lowercased() }.map(\.value)
    }
}

/// One request.
package struct OriginRequest: Sendable, Equatable {
    package var method: String
    /// As in the request line: `/feed?x=1`, or an absolute address when the origin plays a proxy.
    package var target: String
    /// `HTTP/1.1`.
    package var version: String
    /// In the order received.
    package var headers: [OriginHeader]
    package var body: [UInt8]
    /// Which connection it came on: 1 for the first the origin accepted.
    package var connection: Int

    /// The target up to its `?`.
    package var path: String { String(target.prefix { $0 != "?" }) }

    /// The target after its `?`; empty when there is none.
    package var query: String { String(target.drop { $0 != "?" }.dropFirst()) }

    /// The value of the first header field of that name, in any case.
    package func header(_ name: String) -> String? { headers[name] }
}

extension OriginRequest {
    /// Reads a request head (request line and header lines, without the blank line); nil when it is none.
    init?(head: ArraySlice<UInt8>, connection: Int) {
        guard let (line, headers) = OriginHead.split(head) else { return nil }
        let parts = line.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3 else { return nil }
        self.init(
            method: parts[0],
            target: parts[1],
            version: parts[2],
            headers: headers,
            body: [],
            connection: connection
        )
    }
}

/// The head of a message: its first line and its fields.
enum OriginHead {
    static func split(_ head: ArraySlice<UInt8>) -> (line: String, headers: [OriginHeader])? {
        var lines = head.split(separator: 10).map { line in
            latin1(line.last == 13 ? line.dropLast() : line)
        }
        guard !lines.isEmpty else { return nil }
        let first = lines.removeFirst()
        let headers = lines.compactMap { line -> OriginHeader? in
            guard let colon = line.firstIndex(of: ":") else { return nil }
            let value = line[line.index(after: colon)...]
            return OriginHeader(String(line[..<colon]), trimmed(value))
        }
        return (first, headers)
    }

    static func latin1(_ bytes: some Sequence<UInt8>) -> String {
        var text = String.UnicodeScalarView()
        for byte in bytes { text.append(Unicode.Scalar(byte)) }
        return String(text)
    }

    /// The bytes of a head: Latin-1 where it fits, so that any byte can be scripted; else UTF-8.
    static func bytes(_ text: String) -> [UInt8] {
        let bytes = text.unicodeScalars.compactMap { UInt8(exactly: $0.value) }
        return bytes.count == text.unicodeScalars.count ? bytes : [UInt8](text.utf8)
    }

    private static func trimmed(_ text: Substring) -> String {
        let start = text.drop { $0 == " " || $0 == "\t" }
        guard let end = start.lastIndex(where: { $0 != " " && $0 != "\t" }) else { return "" }
        return String(start[...end])
    }
}
