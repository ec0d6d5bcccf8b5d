// A hash that is the same in every process, which Swift's own is not. It tells values apart; it guards nothing.

/// 64-bit FNV-1a with a final mix, so that similar texts land far apart.
struct StableHash: Sendable {
    private var bits: UInt64 = 0xCBF2_9CE4_8422_2325

    init(_ text: String = "") {
        add(text)
    }

    /// Adds a text and its end, so that ("ab", "c") differs from ("a", "bc").
    mutating func add(_ text: String) {
        for byte in text.utf8 {
            bits = (bits ^ UInt64(byte)) &* 0x100_0000_01B3
        }
        bits = (bits ^ 0xFF) &* 0x100_0000_01B3
    }

    var value: UInt64 {
        var mixed = bits
        mixed = (mixed ^ (mixed >> 33)) &* 0xFF51_AFD7_ED55_8CCD
        mixed = (mixed ^ (mixed >> 33)) &* 0xC4CE_B9FE_1A85_EC53
        return mixed ^ (mixed >> 33)
    }

    /// 0 or more, less than 1.
    var fraction: Double {
        Double(value >> 11) / Double(UInt64(1) << 53)
    }

    /// 16 lower-case hex digits.
    var hex: String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
