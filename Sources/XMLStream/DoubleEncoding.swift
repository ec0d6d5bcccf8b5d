// UTF-8 that was taken for Latin-1 and encoded once more: "Ã©" for "é". Undone only where the whole text says so.

import Glibc

/// Text that went through an encoder twice.
package enum DoubleEncoding {
    /// The text as it was before the second encoding; nil when it was encoded once.
    ///
    /// Certain when every character is below U+0100, and those characters as bytes are UTF-8 again.
    package static func undone(_ text: ArraySlice<UInt8>) -> [UInt8]? {
        guard hasSuspect(text) else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count)
        var high: UInt8 = 0
        for byte in text {
            switch byte {
            case 0xC2, 0xC3: high = (byte & 3) << 6
            case 0x80...0xBF:
                bytes.append(high | byte & 0x3F)
            case 0x00...0x7F: bytes.append(byte)
            // A character beyond Latin-1.
            default: return nil
            }
        }
        return String(validating: bytes, as: UTF8.self) == nil ? nil : bytes
    }

    /// Whether a first byte of UTF-8 as a character is followed by another byte of UTF-8 as one.
    private static func hasSuspect(_ text: ArraySlice<UInt8>) -> Bool {
        text.withUnsafeBytes { bytes in
            var start = 2
            // Few texts hold a byte C2 at all, and nothing finds it faster.
            while start < bytes.count, let base = bytes.baseAddress,
                let found = memchr(base + start, 0xC2, bytes.count - start)
            {
                let place = UnsafeRawPointer(found) - base
                if bytes[place - 2] == 0xC3, (0x82...0xB4).contains(bytes[place - 1]) { return true }
                start = place + 1
            }
            return false
        }
    }
}
