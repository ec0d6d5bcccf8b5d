// A JSON object read without trust in its types: a field of the wrong one is noted and counts as absent.
// Refuses to fail: what cannot be read is nil.

/// One object of a document, with a note for each field that was not what it should be.
struct JSONObject {
    /// Further faults of one object say nothing new.
    private static let mostNotes = 20

    let value: JSONValue
    /// Names are asked for in lower case; capitals in the document do not count.
    let ignoresCase: Bool
    /// "date_published: not a string".
    private(set) var notes: [String] = []

    /// Nil when the value is no object.
    init?(_ value: JSONValue, ignoringCase: Bool = false) {
        guard value.kind == .object else { return nil }
        self.value = value
        ignoresCase = ignoringCase
    }

    /// The value of a member; nil when absent or null.
    subscript(_ name: String) -> JSONValue? {
        value.member(name, ignoringCase: ignoresCase).flatMap { $0.kind == .null ? nil : $0 }
    }

    func has(_ name: String) -> Bool {
        self[name] != nil
    }

    /// A string; nil when absent, null, or (noted) of another type.
    mutating func string(_ name: String) -> String? {
        guard let value = self[name] else { return nil }
        if value.string == nil { note("\(name): not a string") }
        return value.string
    }

    /// A string, or (noted) a number as it is written.
    mutating func scalar(_ name: String) -> String? {
        guard let value = self[name] else { return nil }
        if let number = value.number {
            note("\(name): a number, taken as text")
            return number
        }
        if value.string == nil { note("\(name): not a string") }
        return value.string
    }

    /// A whole number of zero or more, also one written as text.
    mutating func count(_ name: String) -> Int? {
        guard let value = self[name] else { return nil }
        if let whole = value.wholeNumber, whole >= 0 { return whole }
        note("\(name): not a number of bytes")
        return nil
    }

    /// A list of strings; others in it are skipped (noted). A single string is a list of one.
    mutating func strings(_ name: String) -> [String] {
        guard let value = self[name] else { return [] }
        if let string = value.string { return [string] }
        guard value.kind == .list else {
            note("\(name): not a list")
            return []
        }
        return list(value, name, "a string") { $0.string }
    }

    /// An object; nil when absent, null, or (noted) of another type.
    mutating func object(_ name: String) -> JSONObject? {
        guard let value = self[name] else { return nil }
        let object = JSONObject(value, ignoringCase: ignoresCase)
        if object == nil { note("\(name): not an object") }
        return object
    }

    /// A list of objects, at most as many as asked for; others in it are skipped (noted).
    mutating func objects(_ name: String, atMost most: Int = .max) -> [JSONObject] {
        guard let value = self[name] else { return [] }
        guard value.kind == .list else {
            note("\(name): not a list")
            return []
        }
        let ignoresCase = ignoresCase
        return list(value, name, "an object", atMost: most) { JSONObject($0, ignoringCase: ignoresCase) }
    }

    mutating func note(_ text: String) {
        if notes.count < Self.mostNotes { notes.append(text) }
    }

    private mutating func list<Value>(
        _ value: JSONValue,
        _ name: String,
        _ expected: String,
        atMost most: Int = .max,
        _ read: (JSONValue) -> Value?
    ) -> [Value] {
        var values: [Value] = []
        for (index, element) in value.elements.prefix(most).enumerated() {
            if let value = read(element) {
                values.append(value)
            } else {
                note("\(name)[\(index)]: not \(expected), skipped")
            }
        }
        return values
    }
}

extension JSONValue {
    /// Longer numbers count nothing that exists.
    private static let longestNumber = 32

    /// A number without a remainder, rounded where it has one, also written as text; nil when out of range.
    var wholeNumber: Int? {
        if let text = string { return text.utf8.count <= Self.longestNumber ? Int(text) : nil }
        guard let number, number.utf8.count <= Self.longestNumber, let value = Double(number) else { return nil }
        return Int(exactly: value.rounded())
    }
}
