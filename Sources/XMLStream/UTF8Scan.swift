// UTF-8 looked at 32 bytes at a time: what is plainly legal is passed over, what is not is left to who asked.
// Changes nothing and drops nothing.

/// Finds the first byte of a text that needs a closer look.
struct UTF8Scan {
    private typealias Block = SIMD4<UInt64>
    private static let size = 32
    /// The high bit of each byte: where the results of comparisons stand.
    private static var highBits: UInt64 { 0x8080_8080_8080_8080 }
    private static var lowBits: UInt64 { 0x7F7F_7F7F_7F7F_7F7F }

    private let raw: UnsafeRawBufferPointer
    /// Stops at control characters but for tab, line feed and carriage return, and at U+FFFE and U+FFFF.
    private let isForXML: Bool
    /// Everything before it is legal; always the start of a character.
    private(set) var position: Int
    /// Characters beyond ASCII that were passed over.
    private(set) var sequences = 0
    /// Line feeds that were passed over.
    private(set) var lines = 0

    /// - Parameter start: the start of a character, inside `raw`.
    init(_ raw: UnsafeRawBufferPointer, from start: Int, isForXML: Bool) {
        self.raw = raw
        self.isForXML = isForXML
        position = start
    }

    /// Moves on to the first character that is not legal, or rare; to the end when there is none.
    mutating func run() {
        // Blocks look back at bytes that must be known to be legal.
        guard step(until: position + 3) else { return }
        while position + Self.size <= raw.count {
            skipBlocks()
            guard step(until: position + Self.size) else { return }
        }
        _ = step(until: raw.count)
    }

    // MARK: - One character at a time

    /// False at what is not legal, and at the end.
    @inline(__always)
    private mutating func step(until end: Int) -> Bool {
        let end = min(end, raw.count)
        while position < end {
            let byte = raw[position]
            if byte < 0x80 {
                if byte == 0x0A {
                    lines += 1
                } else if byte < 0x20, isForXML, byte != 0x09, byte != 0x0D {
                    return false
                }
                position += 1
            } else {
                let length = legalLength
                guard length > 0, !isForXML || !isNoncharacter else { return false }
                position += length
                sequences += 1
            }
        }
        return position < raw.count
    }

    /// Whether U+FFFE or U+FFFF is at `position`, where a legal sequence is.
    private var isNoncharacter: Bool {
        raw[position] == 0xEF && raw[position + 1] == 0xBF && raw[position + 2] >= 0xBE
    }

    /// The length of the sequence at `position`, 0 when it is illegal or cut (RFC 3629 section 4).
    private var legalLength: Int {
        let first = raw[position]
        var least: UInt8 = 0x80
        var most: UInt8 = 0xBF
        let length: Int
        switch first {
        case 0xC2...0xDF: length = 2
        case 0xE0: (length, least) = (3, 0xA0)
        case 0xED: (length, most) = (3, 0x9F)
        case 0xE1...0xEF: length = 3
        case 0xF0: (length, least) = (4, 0x90)
        case 0xF4: (length, most) = (4, 0x8F)
        case 0xF1...0xF3: length = 4
        default: return 0
        }
        guard position + length <= raw.count else { return 0 }
        for offset in 1..<length {
            let byte = raw[position + offset]
            guard byte >= least, byte <= most else { return 0 }
            (least, most) = (0x80, 0xBF)
        }
        return length
    }

    // MARK: - Blocks

    /// Past whole blocks of what is common, back to the start of a character that reaches beyond them.
    private mutating func skipBlocks() {
        while position + Self.size <= raw.count {
            var (leads, feeds) = (Block.zero, Block.zero)
            // The sums are bytes.
            let end = min(raw.count, position + 255 * Self.size)
            var place = position
            while place + Self.size <= end, isCommon(at: place, &leads, &feeds) { place += Self.size }
            let isOver = place + Self.size <= end
            sequences += Self.sum(leads)
            if isForXML { lines += Self.sum(feeds) }
            let cut = cutLength(before: place)
            if cut > 0 { sequences -= 1 }
            position = place - cut
            if isOver { return }
        }
    }

    /// Whether a block is common text throughout; then its first bytes of sequences and its line feeds are counted.
    @inline(__always)
    private func isCommon(at place: Int, _ leads: inout Block, _ feeds: inout Block) -> Bool {
        let bytes = load(at: place)
        let before = load(at: place - 1)
        let earlier = load(at: place - 2)
        // Below 0x20, the subtraction leaves a high bit.
        let ascii = isForXML ? bytes | (bytes &- 0x2020_2020_2020_2020) : bytes
        if !Self.isAny((ascii | before | earlier) & Self.highBits) { return true }
        // Shifts bring the second and third bit of each byte to where its first is.
        let seconds = bytes &<< 1
        let leading = bytes & seconds & Self.highBits
        let due = ((before & (before &<< 1)) | (earlier & (earlier &<< 1) & (earlier &<< 2))) & Self.highBits
        var odd = due ^ (bytes & ~seconds & Self.highBits)
        // Sequences of four bytes, overlong ones, those whose second byte is not free, and noncharacters.
        odd |= leading & (bytes &<< 2) & (bytes &<< 3)
        var others = Self.differing((bytes ^ 0xC0C0_C0C0_C0C0_C0C0) & 0xFEFE_FEFE_FEFE_FEFE)
        others &= Self.differing(bytes ^ 0xE0E0_E0E0_E0E0_E0E0)
        let third = bytes ^ 0xEDED_EDED_EDED_EDED
        others &= Self.differing(isForXML ? third & 0xFDFD_FDFD_FDFD_FDFD : third)
        odd |= ~others & Self.highBits
        if isForXML {
            let feed = ~Self.differing(bytes ^ 0x0A0A_0A0A_0A0A_0A0A) & Self.highBits
            let controls = ~(((bytes & 0x6060_6060_6060_6060) &+ 0x6060_6060_6060_6060) | bytes) & Self.highBits
            if Self.isAny(controls ^ feed) {
                let allowed =
                    Self.differing(bytes ^ 0x0909_0909_0909_0909) & Self.differing(bytes ^ 0x0D0D_0D0D_0D0D_0D0D)
                odd |= controls & ~feed & allowed
            }
            guard !Self.isAny(odd) else { return false }
            feeds &+= feed &>> 7
        } else {
            guard !Self.isAny(odd) else { return false }
        }
        leads &+= leading &>> 7
        return true
    }

    @inline(__always)
    private func load(at place: Int) -> Block { raw.loadUnaligned(fromByteOffset: place, as: Block.self) }

    /// The high bit of each byte that is not 0.
    @inline(__always)
    private static func differing(_ bytes: Block) -> Block { ((bytes & lowBits) &+ lowBits) | bytes }

    @inline(__always)
    private static func isAny(_ bits: Block) -> Bool { (bits[0] | bits[1] | bits[2] | bits[3]) != 0 }

    /// The sum of all bytes.
    private static func sum(_ counts: Block) -> Int {
        let pairs = (counts & 0x00FF_00FF_00FF_00FF) &+ ((counts &>> 8) & 0x00FF_00FF_00FF_00FF)
        let sums = (pairs &* Block(repeating: 0x0001_0001_0001_0001)) &>> 48
        return Int(truncatingIfNeeded: sums[0] &+ sums[1] &+ sums[2] &+ sums[3])
    }

    /// How many bytes before `place` belong to a character that goes on there.
    private func cutLength(before place: Int) -> Int {
        if place >= 1, raw[place - 1] >= 0xC0 { return 1 }
        return place >= 2 && raw[place - 2] >= 0xE0 ? 2 : 0
    }
}

/// Strings out of bytes.
package enum UTF8Text {
    /// A copy as text; illegal sequences become U+FFFD. For long texts beyond ASCII, faster than `String(decoding:)`.
    package static func string(_ bytes: ArraySlice<UInt8>) -> String {
        #if compiler(>=6.2)
            bytes.withUnsafeBufferPointer { buffer in
                var scan = UTF8Scan(UnsafeRawBufferPointer(buffer), from: 0, isForXML: false)
                scan.run()
                guard scan.position == buffer.count else { return String(decoding: buffer, as: UTF8.self) }
                // Every byte has just been checked.
                return String(copying: UTF8Span(unchecked: buffer.span, isKnownASCII: scan.sequences == 0))
            }
        #else
            String(decoding: bytes, as: UTF8.self)
        #endif
    }
}
