// A JSON object read without trust in its types: a field of the wrong one is noted and counts as absent.
// Refuses to throw for anything but not being an object.

import FoundationEssentials

/// One object of a document, with a note for each field that was not what it should be.
struct JSONObject: Decodable {
    private struct Key: CodingKey {
        var stringValue: String
        var intValue: Int? { nil }

        init(_ name: String) { stringValue = name }
        init?(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    /// Takes its place in a list without being looked at.
    private struct Anything: Decodable {
        init(from decoder: any Decoder) {}
    }

    /// Further faults of one object say nothing new.
    private static let mostNotes = 20

    private let fields: KeyedDecodingContainer<Key>
    /// "date_published: not a string".
    private(set) var notes: [String] = []

    init(from decoder: any Decoder) throws {
        fields = try decoder.container(keyedBy: Key.self)
    }

    func has(_ name: String) -> Bool {
        isPresent(Key(name))
    }

    /// A string; nil when absent, null, or (noted) of another type.
    mutating func string(_ name: String) -> String? {
        guard isPresent(Key(name)) else { return nil }
        if let value = try? fields.decode(String.self, forKey: Key(name)) { return value }
        note("\(name): not a string")
        return nil
    }

    /// A string, or (noted) a number or truth value written as one.
    mutating func scalar(_ name: String) -> String? {
        let key = Key(name)
        guard isPresent(key) else { return nil }
        if let value = try? fields.decode(String.self, forKey: key) { return value }
        if let value = try? fields.decode(Int64.self, forKey: key) {
            note("\(name): a number, taken as text")
            return String(value)
        }
        if let value = try? fields.decode(Double.self, forKey: key) {
            note("\(name): a number, taken as text")
            return "\(value)"
        }
        note("\(name): not a string")
        return nil
    }

    /// A whole number of zero or more, also one written as text.
    mutating func count(_ name: String) -> Int? {
        let key = Key(name)
        guard isPresent(key) else { return nil }
        if let value = try? fields.decode(Double.self, forKey: key), let whole = Int(exactly: value.rounded()),
            whole >= 0
        {
            return whole
        }
        if let text = try? fields.decode(String.self, forKey: key), let whole = Int(text), whole >= 0 { return whole }
        note("\(name): not a number of bytes")
        return nil
    }

    /// A list of strings; others in it are skipped (noted). A single string is a list of one.
    mutating func strings(_ name: String) -> [String] {
        let key = Key(name)
        guard isPresent(key) else { return [] }
        if let values = try? fields.decode([String].self, forKey: key) { return values }
        if let value = try? fields.decode(String.self, forKey: key) { return [value] }
        return list(name, of: String.self, "a string")
    }

    /// An object; nil when absent, null, or (noted) of another type.
    mutating func object(_ name: String) -> JSONObject? {
        guard isPresent(Key(name)) else { return nil }
        if let value = try? fields.decode(JSONObject.self, forKey: Key(name)) { return value }
        note("\(name): not an object")
        return nil
    }

    /// A list of objects, at most as many as asked for; others in it are skipped (noted).
    mutating func objects(_ name: String, atMost most: Int = .max) -> [JSONObject] {
        guard isPresent(Key(name)) else { return [] }
        return list(name, of: JSONObject.self, "an object", atMost: most)
    }

    /// How many values a list has; nil when it is none.
    func countOfList(_ name: String) -> Int? {
        (try? fields.nestedUnkeyedContainer(forKey: Key(name)))?.count
    }

    private mutating func list<Value: Decodable>(
        _ name: String,
        of type: Value.Type,
        _ expected: String,
        atMost most: Int = .max
    ) -> [Value] {
        guard var list = try? fields.nestedUnkeyedContainer(forKey: Key(name)) else {
            note("\(name): not a list")
            return []
        }
        var values: [Value] = []
        while !list.isAtEnd, list.currentIndex < most {
            let index = list.currentIndex
            if let value = try? list.decode(type) {
                values.append(value)
            } else {
                note("\(name)[\(index)]: not \(expected), skipped")
                // A failed attempt does not move on.
                _ = try? list.decode(Anything.self)
                if list.currentIndex == index { break }
            }
        }
        return values
    }

    private mutating func note(_ text: String) {
        if notes.count < Self.mostNotes { notes.append(text) }
    }

    private func isPresent(_ key: Key) -> Bool {
        fields.contains(key) && (try? fields.decodeNil(forKey: key)) != true
    }
}
