// A 64-bit hash that means the same on every machine, in every release: stored and compared for years. It tells values
// apart; it guards nothing.

/// FNV-1a over UTF-8 bytes (64 bits: offset basis cbf29ce484222325, prime 100000001b3), its end mixed with MurmurHash3's
/// 64-bit finaliser so that near texts differ in every bit. Each field ends in the byte FF, which UTF-8 never holds.
/// Frozen: a recipe built on it names its version as its first field.
package struct StableHash: Sendable {
    private var state: UInt64 = 0xCBF2_9CE4_8422_2325

    /// A hash of no fields.
    package init() {}

    /// A hash whose first fields are a recipe's name and version.
    package init(recipe: String, version: Int) {
        combine(recipe)
        combine(String(version))
    }

    package mutating func combine(_ field: String) {
        for byte in field.utf8 { combine(byte: byte) }
        combine(byte: 0xFF)
    }

    /// Nil and the empty text differ.
    package mutating func combine(_ field: String?) {
        guard let field else { return combine(byte: 0xFE) }
        combine(field)
    }

    /// A list: its length is part of it.
    package mutating func combine(_ fields: [String]) {
        combine(String(fields.count))
        for field in fields { combine(field) }
    }

    /// Bytes as they are, as one field.
    package mutating func combine(_ bytes: [UInt8]) {
        for byte in bytes { combine(byte: byte) }
        combine(byte: 0xFF)
    }

    /// What has been combined so far; more may follow.
    package var value: UInt64 {
        var mixed = state
        mixed = (mixed ^ (mixed >> 33)) &* 0xFF51_AFD7_ED55_8CCD
        mixed = (mixed ^ (mixed >> 33)) &* 0xC4CE_B9FE_1A85_EC53
        return mixed ^ (mixed >> 33)
    }

    package var textHash: TextHash { TextHash(rawValue: value) }

    private mutating func combine(byte: UInt8) {
        state = (state ^ UInt64(byte)) &* 0x100_0000_01B3
    }
}
