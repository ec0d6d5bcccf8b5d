// UTF-8 that belongs to the parser, lent to a handler for the length of one call.

/// A view of UTF-8 bytes inside the parser. Valid only during the event it came with: copy what is to be kept.
package struct XMLBytes: Sequence {
    let buffer: UnsafeBufferPointer<UInt8>

    /// In bytes.
    package var count: Int { buffer.count }
    /// True when there is no byte.
    package var isEmpty: Bool { buffer.isEmpty }

    /// The byte at `index`, or nil past the end.
    package func byte(at index: Int) -> UInt8? {
        index >= 0 && index < buffer.count ? buffer[index] : nil
    }

    /// Adds a copy of the bytes to `bytes`.
    package func append(to bytes: inout [UInt8]) {
        bytes.append(contentsOf: buffer)
    }

    /// A copy as text; illegal sequences become U+FFFD.
    package var string: String { String(decoding: buffer, as: UTF8.self) }

    /// True when nothing but XML white space is here.
    package var isWhiteSpace: Bool {
        buffer.allSatisfy { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }
    }

    /// True when these are the bytes of `text`, ASCII letters compared without case.
    package func matches(_ text: StaticString) -> Bool {
        guard text.hasPointerRepresentation, text.utf8CodeUnitCount == buffer.count else { return false }
        return zip(buffer, UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
            .allSatisfy { Self.lowered($0) == Self.lowered($1) }
    }

    /// The bytes in order.
    package func makeIterator() -> UnsafeBufferPointer<UInt8>.Iterator { buffer.makeIterator() }

    private static func lowered(_ byte: UInt8) -> UInt8 {
        byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
    }
}

extension XMLBytes {
    init(start: UnsafePointer<UInt8>?, count: Int) {
        buffer = UnsafeBufferPointer(start: start, count: start == nil ? 0 : Swift.max(0, count))
    }

    /// A C string; nil counts as empty.
    init(terminated start: UnsafePointer<UInt8>?) {
        var count = 0
        if let start {
            while start[count] != 0 { count += 1 }
        }
        self.init(start: start, count: count)
    }
}
