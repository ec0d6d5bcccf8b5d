// Reads a row's columns in order. A column that does not hold what it should is damage, never a trap.

import FeedModel
import FoundationEssentials
import GRDB

/// A row that does not say what its table promises.
struct RowDamage: Error, Equatable, CustomStringConvertible {
    /// From 0, in the order read.
    var column: Int

    var description: String { "column \(column)" }
}

/// Walks along the columns of one row.
struct ColumnReader {
    private let row: Row
    private var index: Int

    init(_ row: Row, from index: Int = 0) {
        self.row = row
        self.index = index
    }

    /// A reader further along the same row.
    func skipping(_ count: Int) -> ColumnReader { ColumnReader(row, from: index + count) }

    mutating func text() throws(RowDamage) -> String { try required(optionalText()) }

    mutating func optionalText() throws(RowDamage) -> String? {
        switch try next() {
        case .null: nil
        case .string(let text): StoredText.unescaped(text)
        default: throw damage
        }
    }

    mutating func int64() throws(RowDamage) -> Int64 { try required(optionalInt64()) }

    mutating func optionalInt64() throws(RowDamage) -> Int64? {
        switch try next() {
        case .null: nil
        case .int64(let number): number
        default: throw damage
        }
    }

    mutating func int() throws(RowDamage) -> Int { try required(optionalInt()) }

    mutating func optionalInt() throws(RowDamage) -> Int? {
        guard let number = try optionalInt64() else { return nil }
        return try required(Int(exactly: number))
    }

    mutating func bool() throws(RowDamage) -> Bool { try int64() != 0 }

    mutating func optionalBool() throws(RowDamage) -> Bool? { try optionalInt64().map { $0 != 0 } }

    mutating func double() throws(RowDamage) -> Double { try required(optionalDouble()) }

    mutating func optionalDouble() throws(RowDamage) -> Double? {
        switch try next() {
        case .null: nil
        case .double(let number): number
        case .int64(let number): Double(number)
        default: throw damage
        }
    }

    mutating func date() throws(RowDamage) -> Date { try required(optionalDate()) }

    mutating func optionalDate() throws(RowDamage) -> Date? {
        try optionalDouble().map { Date(timeIntervalSinceReferenceDate: $0) }
    }

    mutating func hash() throws(RowDamage) -> TextHash { try required(optionalHash()) }

    mutating func optionalHash() throws(RowDamage) -> TextHash? {
        try optionalInt64().map { TextHash(rawValue: UInt64(bitPattern: $0)) }
    }

    /// A value of a closed set of words.
    mutating func word<Word: RawRepresentable<String>>(_: Word.Type) throws(RowDamage) -> Word {
        try required(Word(rawValue: text()))
    }

    mutating func optionalWord<Word: RawRepresentable<String>>(_: Word.Type) throws(RowDamage) -> Word? {
        guard let text = try optionalText() else { return nil }
        return try required(Word(rawValue: text))
    }

    mutating func list<Element: Decodable>(of _: Element.Type) throws(RowDamage) -> [Element] {
        try optionalJSON([Element].self) ?? []
    }

    mutating func optionalJSON<Value: Decodable>(_: Value.Type) throws(RowDamage) -> Value? {
        switch try next() {
        case .null: return nil
        case .string(let json):
            do {
                return try JSONDecoder().decode(Value.self, from: Data(json.utf8))
            } catch {
                throw damage
            }
        default: throw damage
        }
    }

    private var damage: RowDamage { RowDamage(column: index - 1) }

    private func required<Value>(_ value: Value?) throws(RowDamage) -> Value {
        guard let value else { throw damage }
        return value
    }

    private mutating func next() throws(RowDamage) -> DatabaseValue.Storage {
        guard index < row.count else { throw RowDamage(column: index) }
        let value: DatabaseValue = row[index]
        index += 1
        return value.storage
    }
}
