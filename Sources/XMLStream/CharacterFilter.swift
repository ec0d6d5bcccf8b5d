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
        var kept = bytes.startIndex
        var end = bytes.endIndex
        bytes.withUnsafeBufferPointer { buffer in
            let base = bytes.startIndex
            var position = skipLegal(buffer, from: 0)
            while position < buffer.count {
                switch Self.character(in: buffer, at: position) {
                case .legal(let length):
                    position += length
                    lineStart += length - 1
                    multiByteCount += 1
                case .cut:
                    waiting = Array(buffer[position...])
                    end = base + position
                    offset -= waiting.count
                    position = buffer.count
                case .illegal(let length):
                    clean += bytes[kept..<base + position]
                    noteDrop(at: position)
                    illegalByteCount += length
                    position += length
                    kept = base + position
                case .control(let length):
                    clean += bytes[kept..<base + position]
                    noteDrop(at: position)
                    controlCount += 1
                    position += length
                    // NUL comes in floods: from disks that were full, and from attackers.
                    while position < buffer.count, buffer[position] == 0 {
                        controlCount += 1
                        position += 1
                    }
                    kept = base + position
                }
                position = skipLegal(buffer, from: position)
            }
        }
        offset += bytes.count
        guard kept > bytes.startIndex else { return bytes[..<end] }
        clean += bytes[kept..<end]
        return clean[...]
    }

    /// Whether these bytes are UTF-8, every one of them, and some are no ASCII.
    package static func isMultiByteText(_ bytes: ArraySlice<UInt8>) -> Bool {
        var filter = CharacterFilter()
        return bytes.withUnsafeBufferPointer { buffer in
            var position = filter.skipLegal(buffer, from: 0)
            while position < buffer.count {
                switch character(in: buffer, at: position) {
                case .legal(let length):
                    position += length
                    filter.multiByteCount += 1
                case .control(let length): position += length
                case .cut, .illegal: return false
                }
                position = filter.skipLegal(buffer, from: position)
            }
            return filter.multiByteCount > 0
        }
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

    /// The first position from `start` that needs a closer look.
    private mutating func skipLegal(_ buffer: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        let raw = UnsafeRawBufferPointer(buffer)
        var scan = UTF8Scan(raw, from: start, isForXML: true)
        scan.run()
        multiByteCount += scan.sequences
        // Only the first drop has a place.
        if firstDrop == nil {
            var first = start
            if scan.lines > 0 {
                line += scan.lines
                first = (raw[start..<scan.position].lastIndex(of: 0x0A) ?? start) + 1
                lineStart = offset + first
            }
            for byte in raw[first..<scan.position] where byte & 0xC0 == 0x80 { lineStart += 1 }
        }
        return scan.position
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
