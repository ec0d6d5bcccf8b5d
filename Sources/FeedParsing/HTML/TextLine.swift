// One line of text in the making: white space folded as it comes.
// Refuses to know markup.

import FeedModel

/// Folds runs of white space (U+00A0 and control characters too) to one space, and drops them at the ends.
struct TextLine {
    private var output: [UInt8] = []
    private var needsSpace = false

    var isEmpty: Bool { output.isEmpty }

    /// Adds whole UTF-8 characters.
    mutating func append(_ bytes: ArraySlice<UInt8>) {
        var position = bytes.startIndex
        while position < bytes.endIndex {
            let byte = bytes[position]
            let next = position + 1 < bytes.endIndex ? bytes[position + 1] : 0
            position += 1
            if byte <= 0x20 || byte == 0x7F {
                needsSpace = true
            } else if byte == 0xC2, next == 0xA0 {
                needsSpace = true
                position += 1
            } else {
                if needsSpace, !output.isEmpty { output.append(0x20) }
                needsSpace = false
                if byte == 0xC2, (0x80...0x9F).contains(next) {
                    Windows1252.character(next).withUTF8Buffer { output.append(contentsOf: $0) }
                    position += 1
                } else {
                    output.append(byte)
                }
            }
        }
    }

    mutating func space() {
        needsSpace = true
    }

    /// The line; the next one starts empty.
    mutating func take() -> String {
        defer {
            output.removeAll(keepingCapacity: true)
            needsSpace = false
        }
        return String(decoding: output, as: UTF8.self)
    }
}
