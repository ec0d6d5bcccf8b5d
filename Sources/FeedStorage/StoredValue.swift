// How values become columns, exactly: what is read back equals what was written, bit for bit.

import FeedModel
import FoundationEssentials
import GRDB

/// Makes column values. Columns read them back through `ColumnReader`.
enum StoredValue {
    /// Text, with the NUL that SQLite would end it at escaped; see `StoredText`.
    static func text(_ text: String) -> DatabaseValue { StoredText.escaped(text).databaseValue }

    static func text(_ text: String?) -> DatabaseValue { text.map { Self.text($0) } ?? .null }

    /// Seconds since 2001 as REAL: what a `Date` holds, so no date is rounded and none compares differently after a
    /// restart. (Seconds since 1970 would lose a bit.) SQLite has no NaN; it becomes 2001.
    static func date(_ date: Date) -> DatabaseValue { finite(date.timeIntervalSinceReferenceDate) }

    static func date(_ date: Date?) -> DatabaseValue { date.map { Self.date($0) } ?? .null }

    static func int(_ number: Int?) -> DatabaseValue { number.map { Int64($0).databaseValue } ?? .null }

    static func bool(_ flag: Bool) -> DatabaseValue { (flag ? Int64(1) : 0).databaseValue }

    static func bool(_ flag: Bool?) -> DatabaseValue { flag.map { Self.bool($0) } ?? .null }

    static func finite(_ number: Double) -> DatabaseValue { (number.isNaN ? 0 : number).databaseValue }

    /// The same 64 bits, signed.
    static func hash(_ hash: TextHash?) -> DatabaseValue {
        hash.map { Int64(bitPattern: $0.rawValue).databaseValue } ?? .null
    }

    /// A nested list as JSON; an empty one, by far the most frequent, as NULL.
    static func list(_ list: [some Encodable]) throws -> DatabaseValue {
        list.isEmpty ? .null : try json(list)
    }

    /// A nested value as JSON. Keys are sorted: the same value is the same text.
    static func json(_ value: (some Encodable)?) throws -> DatabaseValue {
        guard let value else { return .null }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self).databaseValue
    }
}

/// Text as SQLite can hold it: GRDB binds and reads C strings, which end at the first NUL.
///
/// NUL becomes ESC 0 and ESC becomes ESC 1, both ways without loss; all other text stays as it is.
enum StoredText {
    static func escaped(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 == 0 || $0 == 0x1B }) else { return text }
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case 0: bytes += [0x1B, 0x30]
            case 0x1B: bytes += [0x1B, 0x31]
            default: bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    static func unescaped(_ text: String) -> String {
        guard text.utf8.contains(0x1B) else { return text }
        var bytes: [UInt8] = []
        var isEscape = false
        for byte in text.utf8 {
            if isEscape {
                bytes.append(byte == 0x30 ? 0 : 0x1B)
                isEscape = false
            } else if byte == 0x1B {
                isEscape = true
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
