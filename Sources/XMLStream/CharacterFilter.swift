// Keeps out of the XML parser what XML 1.0 forbids: illegal UTF-8 and control characters. Decides nothing else.

/// One stream of UTF-8 on its way to the parser. Clean chunks pass without a copy.
package struct CharacterFilter {
    /// Bytes dropped that are not UTF-8.
    package private(set) var illegalByteCount = 0
    /// Control characters and noncharacters dropped.
    package private(set) var controlCount = 0
    /// Characters beyond ASCII that were legal.
    package private(set) var multiByteCount = 0
    /// Where the first byte was dropped, from 1; nil when nothing was.
    package private(set) var firstDrop: (line: Int, column: Int)?

    private var line = 1
    /// Where the line starts, in bytes from the start of the stream; continuation bytes of its characters are added,
    /// so that columns are characters.
    private var lineStart = 0
    /// Bytes of earlier chunks.
    private var offset = 0
    private var waiting: [UInt8] = []

    /// A filter at the start of a stream.
    package init() {}

    /// The legal part of the next bytes; a character cut at the end waits for the next call.
    package mutating func filter(_ chunk: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let bytes = waiting.isEmpty ? chunk : (waiting + chunk)[...]
        waiting = []
        var clean: [UInt8] = []
        var isClean = true
        var kept = bytes.startIndex
        bytes.withUnsafeBufferPointer { buffer in
            let base = bytes.startIndex
            var position = 0
            while true {
                position = skipPlain(buffer, from: position)
                guard position < buffer.count else { break }
                switch Self.character(in: buffer, at: position) {
                case .legal(let length):
                    position += length
                    lineStart += length - 1
                    multiByteCount += 1
                case .cut:
                    waiting = Array(buffer[position...])
                    clean += bytes[kept..<base + position]
                    isClean = false
                    kept = base + buffer.count
                    offset -= waiting.count
                    position = buffer.count
                case .illegal(let length), .control(let length):
                    clean += bytes[kept..<base + position]
                    isClean = false
                    noteDrop(at: position)
                    if case .control = Self.character(in: buffer, at: position) {
                        controlCount += 1
                    } else {
                        illegalByteCount += length
                    }
                    position += length
                    kept = base + position
                }
            }
        }
        offset += bytes.count
        return isClean ? bytes : (clean + bytes[kept...])[...]
    }

    /// Nothing more comes: a character cut at the end is dropped and counted.
    package mutating func finish() {
        guard !waiting.isEmpty else { return }
        illegalByteCount += waiting.count
        noteDrop(at: 0)
        waiting = []
    }

    private mutating func noteDrop(at position: Int) {
        if firstDrop == nil { firstDrop = (line, offset + position - lineStart + 1) }
    }

    /// The first position from `start` that needs a look: not ASCII, and no white space XML allows.
    private mutating func skipPlain(_ buffer: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        let raw = UnsafeRawBufferPointer(buffer)
        var position = start
        while position < raw.count {
            while position + 8 <= raw.count {
                let word = raw.loadUnaligned(fromByteOffset: position, as: UInt64.self)
                // A high bit is left by bytes from 0x80, and by bytes below 0x20 after the subtraction.
                guard (word | (word &- 0x2020_2020_2020_2020)) & 0x8080_8080_8080_8080 == 0 else { break }
                position += 8
            }
            // Past the byte that stopped the words, or to the end.
            let end = min(position + 8, raw.count)
            while position < end {
                let byte = raw[position]
                if byte == 0x0A {
                    line += 1
                    lineStart = offset + position + 1
                } else if byte >= 0x80 || byte < 0x20 && byte != 0x09 && byte != 0x0D {
                    return position
                }
                position += 1
            }
        }
        return position
    }

    private enum Character {
        case legal(Int), illegal(Int), control(Int), cut
    }

    /// What starts at `position`, which is not plain (RFC 3629 section 4, XML 1.0 section 2.2).
    private static func character(in buffer: UnsafeBufferPointer<UInt8>, at position: Int) -> Character {
        let first = buffer[position]
        let length: Int
        var least: UInt8 = 0x80
        var most: UInt8 = 0xBF
        switch first {
        case 0x00...0x7F: return .control(1)
        case 0xC2...0xDF: length = 2
        case 0xE0: (length, least) = (3, 0xA0)
        case 0xED: (length, most) = (3, 0x9F)
        case 0xE1...0xEF: length = 3
        case 0xF0: (length, least) = (4, 0x90)
        case 0xF4: (length, most) = (4, 0x8F)
        case 0xF1...0xF3: length = 4
        default: return .illegal(1)
        }
        for offset in 1..<length {
            guard position + offset < buffer.count else { return .cut }
            let byte = buffer[position + offset]
            guard byte >= least && byte <= most else { return .illegal(offset) }
            (least, most) = (0x80, 0xBF)
        }
        let isNoncharacter = first == 0xEF && buffer[position + 1] == 0xBF && buffer[position + 2] >= 0xBE
        return isNoncharacter ? .control(3) : .legal(length)
    }
}
