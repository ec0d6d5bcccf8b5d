// Encodings with one byte for each character, read from a table. Knows none itself: iconv is asked once for each byte.

import CLibXML2
import Glibc

/// What the 256 bytes of one encoding are in UTF-8.
struct SingleByteTable {
    /// The UTF-8 of each byte, first byte lowest, and its length in the highest byte; 0 for bytes that mean nothing.
    private let entries: [UInt32]
    private let isASCIICompatible: Bool

    /// Nil for encodings whose bytes mean something only together.
    init?(_ descriptor: iconv_t) {
        var entries: [UInt32] = []
        for byte in 0...UInt8.max {
            // Back to the first state: what one byte began is not carried over to the next.
            iconv(descriptor, nil, nil, nil, nil)
            guard let entry = Self.entry(byte, descriptor) else { return nil }
            entries.append(entry)
        }
        iconv(descriptor, nil, nil, nil, nil)
        self.entries = entries
        isASCIICompatible = (0..<0x80).allSatisfy { entries[$0] == 1 << 24 | UInt32($0) }
    }

    /// Nil when the byte alone is no character and no mistake.
    private static func entry(_ byte: UInt8, _ descriptor: iconv_t) -> UInt32? {
        var character = CChar(bitPattern: byte)
        var left = 1
        // Never written further than `room`: that is iconv's contract.
        var room: (CChar, CChar, CChar, CChar) = (0, 0, 0, 0)
        var roomLeft = 4
        let result = withUnsafeMutablePointer(to: &character) { character in
            withUnsafeMutableBytes(of: &room) { room in
                var source: UnsafeMutablePointer<CChar>? = character
                var target = room.bindMemory(to: CChar.self).baseAddress
                return iconv(descriptor, &source, &left, &target, &roomLeft)
            }
        }
        let length = 4 - roomLeft
        if result == -1 { return errno == EILSEQ && length == 0 ? 0 : nil }
        guard result == 0, left == 0, (1...3).contains(length) else { return nil }
        let bytes = [room.0, room.1, room.2].map { UInt32(UInt8(bitPattern: $0)) }
        return UInt32(length) << 24 | bytes[2] << 16 | bytes[1] << 8 | bytes[0]
    }

    /// The bytes as UTF-8; what means nothing is dropped and counted.
    func decode(_ bytes: ArraySlice<UInt8>, illegalByteCount: inout Int) -> [UInt8] {
        var illegal = 0
        let decoded = bytes.withUnsafeBytes { input in
            entries.withUnsafeBufferPointer { entries in
                // Each write is of four bytes, of which three count at most.
                [UInt8](unsafeUninitializedCapacity: input.count * 3 + 4) { room, count in
                    let output = UnsafeMutableRawBufferPointer(room)
                    var position = 0
                    while position < input.count {
                        if isASCIICompatible, position + 8 <= input.count {
                            let word = input.loadUnaligned(fromByteOffset: position, as: UInt64.self)
                            if word & 0x8080_8080_8080_8080 == 0 {
                                output.storeBytes(of: word, toByteOffset: count, as: UInt64.self)
                                position += 8
                                count += 8
                                continue
                            }
                        }
                        let entry = entries[Int(input[position])]
                        output.storeBytes(of: entry, toByteOffset: count, as: UInt32.self)
                        count += Int(entry >> 24)
                        if entry == 0 { illegal += 1 }
                        position += 1
                    }
                }
            }
        }
        illegalByteCount += illegal
        return decoded
    }
}
