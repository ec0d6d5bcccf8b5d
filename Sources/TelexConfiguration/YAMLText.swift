// The text of a configuration file with its lines found, so that places and scalars translate into each other the way
// libyaml counts them. It reads nothing into the text.

/// A text as Unicode scalars, without a byte order mark.
struct YAMLText: Sendable {
    let scalars: [Unicode.Scalar]
    /// The index of the first scalar of every line.
    private let lineStarts: [Int]

    init(_ text: String) {
        var scalars = Array(text.unicodeScalars)
        // libyaml skips the mark but counts it as a column, which makes the first key look indented.
        if scalars.first == "\u{FEFF}" { scalars.removeFirst() }
        var starts = [0]
        for (index, scalar) in scalars.enumerated() where Self.endsLine(scalar) {
            if scalar == "\r", index + 1 < scalars.count, scalars[index + 1] == "\n" { continue }
            starts.append(index + 1)
        }
        self.scalars = scalars
        lineStarts = starts
    }

    var lineCount: Int { lineStarts.count }

    /// The index of the scalar at a place, or nil when the line is shorter or the file ends before it.
    func index(at place: Place) -> Int? {
        guard lineStarts.indices.contains(place.line - 1), place.column >= 1 else { return nil }
        let index = lineStarts[place.line - 1] + place.column - 1
        return index < scalars.count ? index : nil
    }

    func scalar(at place: Place) -> Unicode.Scalar? {
        index(at: place).map { scalars[$0] }
    }

    /// The place of the scalar at an index.
    func place(at index: Int) -> Place {
        var low = 0
        var high = lineStarts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= index { low = middle } else { high = middle }
        }
        return Place(line: low + 1, column: index - lineStarts[low] + 1)
    }

    /// The scalars of a line, numbered from 1, without its end.
    func line(_ number: Int) -> ArraySlice<Unicode.Scalar> {
        guard lineStarts.indices.contains(number - 1) else { return [] }
        return scalars[lineStarts[number - 1]...].prefix { !Self.endsLine($0) }
    }

    /// The line breaks of YAML 1.1, which libyaml reads.
    private static func endsLine(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": true
        default: false
        }
    }

    /// Whether YAML allows the scalar in a file (YAML 1.1 section 4.1).
    static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0x85, 0xA0...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD, 0x10000...0x10FFFF:
            true
        default: false
        }
    }
}
