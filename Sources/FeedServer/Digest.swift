// The digest behind entity tags. It tells versions apart; it does not guard against forgery.

import FeedModel

/// 128 bits over rendered bytes: two passes of FNV-1a with different offsets, and the length.
enum Digest {
    /// 32 lower-case hex digits.
    static func hex(of bytes: [UInt8]) -> String {
        var first: UInt64 = 0xCBF2_9CE4_8422_2325
        var second: UInt64 = 0x9AE1_6A3B_2F90_404F
        for byte in bytes {
            first = (first ^ UInt64(byte)) &* 0x100_0000_01B3
            second = (second ^ UInt64(byte)) &* 0x9E37_79B9_7F4A_7C15
            second ^= second >> 29
        }
        return TextHash(rawValue: first).hex + TextHash(rawValue: second ^ UInt64(bytes.count)).hex
    }
}
