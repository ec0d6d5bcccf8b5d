// The characters one place of a regular expression takes. Case is ignored.

/// Ranges of characters, or everything but them.
struct ScalarSet: Equatable, Sendable {
    private(set) var ranges: [ClosedRange<UInt32>]
    var isNegated = false

    init(_ ranges: [ClosedRange<UInt32>] = [], isNegated: Bool = false) {
        self.ranges = ranges
        self.isNegated = isNegated
    }

    init(_ scalar: Unicode.Scalar) {
        ranges = [scalar.value...scalar.value]
    }

    mutating func insert(_ range: ClosedRange<UInt32>) {
        ranges.append(range)
    }

    mutating func formUnion(_ other: ScalarSet) {
        ranges += other.isNegated ? Self.complement(of: other.ranges) : other.ranges
    }

    func contains(_ character: FoldedScalar) -> Bool {
        let isListed = ranges.contains {
            $0.contains(character.scalar.value) || $0.contains(character.lower) || $0.contains(character.upper)
        }
        return isListed != isNegated
    }

    static let any = ScalarSet([10...10, 13...13], isNegated: true)
    static let digits = ScalarSet([48...57])
    static let spaces = ScalarSet([
        9...13, 32...32, 0x85...0x85, 0xA0...0xA0, 0x2000...0x200A, 0x2028...0x2029, 0x202F...0x202F,
    ])
    /// Letters of every script that has them in one run, digits and the underscore.
    static let words = ScalarSet([
        48...57, 65...90, 95...95, 97...122, 0xAA...0xAA, 0xB5...0xB5, 0xBA...0xBA, 0xC0...0xD6, 0xD8...0xF6,
        0xF8...0x2C1, 0x300...0x374, 0x376...0x1FFF, 0x2C00...0x2DFF, 0x3040...0xD7FF, 0xF900...0xFDFF, 0xFE70...0xFEFF,
    ])

    func negated() -> ScalarSet {
        ScalarSet(ranges, isNegated: !isNegated)
    }

    private static func complement(of ranges: [ClosedRange<UInt32>]) -> [ClosedRange<UInt32>] {
        var gaps: [ClosedRange<UInt32>] = []
        var next: UInt32 = 0
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if range.lowerBound > next { gaps.append(next...(range.lowerBound - 1)) }
            next = max(next, range.upperBound + 1)
        }
        if next <= 0x10FFFF { gaps.append(next...0x10FFFF) }
        return gaps
    }
}

/// A character with its two cases, worked out once for each place of a text.
struct FoldedScalar {
    var scalar: Unicode.Scalar
    var lower: UInt32
    var upper: UInt32

    init(_ scalar: Unicode.Scalar) {
        self.scalar = scalar
        lower = Self.single(scalar.properties.lowercaseMapping) ?? scalar.value
        upper = Self.single(scalar.properties.uppercaseMapping) ?? scalar.value
    }

    /// Only one-to-one mappings count: ß stays ß.
    private static func single(_ mapping: String) -> UInt32? {
        let scalars = mapping.unicodeScalars
        guard let first = scalars.first, scalars.count == 1 else { return nil }
        return first.value
    }
}
