// The named character references of HTML: from the name to the text it stands for.
// Refuses to guess: a name HTML does not have stays as it is written.

/// HTML's named character references.
package enum HTMLEntities {
    /// The text that `&name;` stands for, one character or two; `name` in ASCII, without `&` and `;`, case counts.
    package static func text(named name: some Sequence<UInt8>) -> String? {
        let name = Array(name.prefix(longestName + 1))
        guard name.count <= longestName else { return nil }
        return HTMLEntityNames.characters[String(decoding: name, as: UTF8.self)]
    }

    /// Whether HTML takes the name without a semicolon too (HTML standard, section 13.2.5.73).
    static func mayLackSemicolon(_ name: some Collection<UInt8>) -> Bool {
        (2...6).contains(name.count) && HTMLEntityNames.withoutSemicolon.contains(String(decoding: name, as: UTF8.self))
    }

    /// "CounterClockwiseContourIntegral", in bytes.
    static let longestName = 31
}
