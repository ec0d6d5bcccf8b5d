// UTF-8 looked at a word at a time: what is plainly legal is passed over, what is not is left to who asked.

enum UTF8Scan {
    /// The high bit of each byte of a word.
    static let highBits: UInt64 = 0x8080_8080_8080_8080

    /// The length of the sequence at `position` when it is one of two or three bytes and plainly legal, else 0: the
    /// rarer ones need a closer look (RFC 3629 section 4).
    @inline(__always)
    static func commonLength(_ raw: UnsafeRawBufferPointer, at position: Int) -> Int {
        guard position + 2 < raw.count, raw[position + 1] & 0xC0 == 0x80 else { return 0 }
        let first = raw[position]
        if first < 0xE0 { return first >= 0xC2 ? 2 : 0 }
        guard first > 0xE0, first < 0xEF, first != 0xED else { return 0 }
        return raw[position + 2] & 0xC0 == 0x80 ? 3 : 0
    }

    /// Whether all of it is ASCII; nil when not all of it is plainly legal.
    static func isASCII(_ raw: UnsafeRawBufferPointer) -> Bool? {
        var position = 0
        var isASCII = true
        while position < raw.count {
            if raw[position] < 0x80 {
                while position + 8 <= raw.count {
                    let found = raw.loadUnaligned(fromByteOffset: position, as: UInt64.self).littleEndian & highBits
                    position += found == 0 ? 8 : found.trailingZeroBitCount / 8
                    if found != 0 { break }
                }
                while position < raw.count, raw[position] < 0x80 { position += 1 }
            } else {
                isASCII = false
                let length = commonLength(raw, at: position)
                // The end of the text, and what is rare, is looked at as closely as it takes.
                guard length > 0 else { return restIsLegal(raw, from: position) ? false : nil }
                position += length
            }
        }
        return isASCII
    }

    private static func restIsLegal(_ raw: UnsafeRawBufferPointer, from position: Int) -> Bool {
        String(validating: UnsafeRawBufferPointer(rebasing: raw[position...]), as: UTF8.self) != nil
    }
}

/// Strings out of bytes.
package enum UTF8Text {
    /// A copy as text; illegal sequences become U+FFFD. For long texts beyond ASCII, faster than `String(decoding:)`.
    package static func string(_ bytes: ArraySlice<UInt8>) -> String {
        #if compiler(>=6.2)
            bytes.withUnsafeBufferPointer { buffer in
                guard let isASCII = UTF8Scan.isASCII(UnsafeRawBufferPointer(buffer)) else {
                    return String(decoding: buffer, as: UTF8.self)
                }
                // Every byte has just been checked.
                return String(copying: UTF8Span(unchecked: buffer.span, isKnownASCII: isASCII))
            }
        #else
            String(decoding: bytes, as: UTF8.self)
        #endif
    }
}
