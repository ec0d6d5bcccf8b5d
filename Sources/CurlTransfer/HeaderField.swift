// Header fields as libcurl hands them over and takes them. Nothing is interpreted here.

/// A header field. Its text is Latin-1: one scalar for each byte on the wire, so that a value can be returned to the
/// server byte for byte whatever it was.
package struct HeaderField: Sendable, Equatable {
    package var name: String
    /// Without surrounding white space.
    package var value: String

    package init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }
}

extension [HeaderField] {
    /// The value of the first field of that name, in any case; nil when there is none or it is empty.
    package subscript(name: String) -> String? {
        let value = first { $0.isNamed(name) }?.value
        return value == "" ? nil : value
    }

    /// The values of all fields of that name, in order.
    package func all(_ name: String) -> [String] {
        filter { $0.isNamed(name) }.map(\.value)
    }

    package func contains(name: String) -> Bool {
        contains { $0.isNamed(name) }
    }
}

extension HeaderField {
    /// Names are compared without regard to case (RFC 9110 section 5.1).
    package func isNamed(_ other: String) -> Bool {
        name.utf8.count == other.utf8.count && name.lowercased() == other.lowercased()
    }

    /// The line as sent, zero-terminated; nil when it would end the field early (a line break or NUL in it).
    var line: [CChar]? {
        // libcurl drops a field written "Name:"; "Name;" is how it sends one without a value.
        let text = value.isEmpty ? "\(name);" : "\(name): \(value)"
        let bytes = Latin1.bytes(text)
        guard !name.isEmpty, !bytes.contains(where: { $0 == 0 || $0 == 10 || $0 == 13 }) else { return nil }
        return bytes.map(CChar.init(bitPattern:)) + [0]
    }
}

/// Bytes as text and back without loss.
enum Latin1 {
    static func text(_ bytes: some Sequence<UInt8>) -> String {
        var scalars = String.UnicodeScalarView()
        for byte in bytes { scalars.append(Unicode.Scalar(byte)) }
        return String(scalars)
    }

    /// One byte a scalar where all fit, else UTF-8: text of an operator may hold more than Latin-1.
    static func bytes(_ text: String) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            guard let byte = UInt8(exactly: scalar.value) else { return [UInt8](text.utf8) }
            bytes.append(byte)
        }
        return bytes
    }
}

/// The header fields of one response as they come in, line by line.
struct HeaderCollector {
    private(set) var fields: [HeaderField] = []
    /// All heads of the transfer, 1xx answers included.
    private(set) var byteCount = 0
    /// True once the blank line has come that ends the head.
    private(set) var isComplete = false

    /// Takes one line as libcurl gives it, line end included.
    mutating func take(_ line: UnsafeRawBufferPointer) {
        byteCount += line.count
        if line.starts(with: Array("HTTP/".utf8)) {
            fields = []
            isComplete = false
            return
        }
        // What comes after the blank line are trailers, which must not pass for fields of the head (RFC 9110 6.5.1).
        guard !isComplete else { return }
        guard let first = line.first, first != 10, first != 13 else {
            isComplete = true
            return
        }
        if first == 32 || first == 9 { return fold(line) }
        guard let colon = line.firstIndex(of: 58) else { return }
        let value = Self.trimmed(line[(colon + 1)...])
        fields.append(HeaderField(Latin1.text(line[..<colon]), Latin1.text(value)))
    }

    /// A line that goes on with the field before it (obs-fold, RFC 9112 section 5.2).
    private mutating func fold(_ line: UnsafeRawBufferPointer) {
        guard var last = fields.popLast() else { return }
        last.value += " " + Latin1.text(Self.trimmed(line[...]))
        fields.append(last)
    }

    private static func trimmed(_ bytes: Slice<UnsafeRawBufferPointer>) -> Slice<UnsafeRawBufferPointer> {
        let isBlank = { (byte: UInt8) in byte == 32 || byte == 9 || byte == 10 || byte == 13 }
        let start = bytes.drop(while: isBlank)
        guard let last = start.lastIndex(where: { !isBlank($0) }) else { return start[start.endIndex...] }
        return start[...last]
    }
}
