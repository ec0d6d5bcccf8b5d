// The keys by which sources, entries and stories are recognised.

/// A source's `id` in the configuration: lower-case letters, digits, `-`, `_` and `.`.
package struct SourceID: RawRepresentable, Sendable, Hashable, Comparable, Codable, ExpressibleByStringLiteral,
    CustomStringConvertible
{
    package var rawValue: String

    package init(rawValue: String) {
        self.rawValue = rawValue
    }

    package init(stringLiteral value: String) {
        self.rawValue = value
    }

    package var description: String { rawValue }

    package static func < (left: SourceID, right: SourceID) -> Bool {
        left.rawValue.utf8.lexicographicallyPrecedes(right.rawValue.utf8)
    }
}

extension SourceID {
    /// Whether a pattern of the configuration names this source; `*` in it matches any run of characters.
    ///
    /// Greedy matching with one point to go back to: linear in practice, never worse than length times length.
    package func matches(_ pattern: String) -> Bool {
        let wanted = Array(pattern.utf8)
        let name = Array(rawValue.utf8)
        var (place, index) = (0, 0)
        var star: (after: Int, from: Int)?
        while index < name.count {
            if place < wanted.count, wanted[place] == UInt8(ascii: "*") {
                star = (place + 1, index)
                place += 1
            } else if place < wanted.count, wanted[place] == name[index] {
                place += 1
                index += 1
            } else if let last = star {
                star = (last.after, last.from + 1)
                place = last.after
                index = last.from + 1
            } else {
                return false
            }
        }
        return wanted[place...].allSatisfy { $0 == UInt8(ascii: "*") }
    }
}

/// An entry's identity: which source, and a key that stays the same while the entry does.
package struct EntryIdentity: Sendable, Hashable, Comparable, Codable {
    package var sourceID: SourceID
    /// Made by the desk's frozen recipe from guid, link or content; opaque to every other room.
    package var key: String

    package init(sourceID: SourceID, key: String) {
        self.sourceID = sourceID
        self.key = key
    }

    package static func < (left: EntryIdentity, right: EntryIdentity) -> Bool {
        if left.sourceID != right.sourceID { return left.sourceID < right.sourceID }
        return left.key.utf8.lexicographicallyPrecedes(right.key.utf8)
    }
}

/// A story's public identity, 16 lower-case hex digits; never changes and is never given to another story.
package struct StoryID: RawRepresentable, Sendable, Hashable, Comparable, Codable, ExpressibleByStringLiteral,
    CustomStringConvertible
{
    package var rawValue: String

    package init(rawValue: String) {
        self.rawValue = rawValue
    }

    package init(stringLiteral value: String) {
        self.rawValue = value
    }

    package var description: String { rawValue }

    package static func < (left: StoryID, right: StoryID) -> Bool {
        left.rawValue.utf8.lexicographicallyPrecedes(right.rawValue.utf8)
    }
}

/// 64 bits over a normalised text. Stored as a signed integer with the same bits.
package struct TextHash: RawRepresentable, Sendable, Hashable, Codable {
    package var rawValue: UInt64

    package init(rawValue: UInt64) {
        self.rawValue = rawValue
    }

    /// 16 lower-case hex digits.
    package var hex: String {
        let digits = String(rawValue, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
