// Bytes in any encoding iconv knows to UTF-8. Illegal sequences are dropped and counted, never fatal.

import CLibXML2
import Glibc

/// One conversion, fed in pieces: an incomplete character at the end of a piece waits for the next one.
package final class CharacterDecoder {
    /// Bytes dropped so far because they mean nothing in this encoding.
    package private(set) var illegalByteCount = 0

    private let descriptor: iconv_t
    private var waiting: [UInt8] = []
    /// What each byte means, for encodings that have one byte for each character.
    private let table: SingleByteTable?

    /// Nil when iconv does not know the encoding.
    package init?(encoding: String) {
        // Names come from documents: iconv would read suffixes such as //TRANSLIT.
        guard !encoding.contains("/"), let descriptor = iconv_open("UTF-8", encoding),
            descriptor != iconv_t(bitPattern: -1)
        else { return nil }
        self.descriptor = descriptor
        table = SingleByteTable(descriptor)
    }

    deinit { iconv_close(descriptor) }

    /// The next bytes as UTF-8.
    package func decode(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        if let table { return table.decode(bytes, illegalByteCount: &illegalByteCount) }
        let input = waiting.isEmpty ? bytes : (waiting + bytes)[...]
        waiting = []
        var output: [UInt8] = []
        var rest = input
        while !rest.isEmpty {
            switch convert(&rest, into: &output) {
            case .done, .full: continue
            case .incomplete:
                waiting = Array(rest)
                return output
            case .illegal:
                illegalByteCount += 1
                rest = rest.dropFirst()
            }
        }
        return output
    }

    /// Nothing more comes: an incomplete character is dropped and counted.
    package func finish() {
        illegalByteCount += waiting.count
        waiting = []
    }

    private enum Step {
        case done, full, incomplete, illegal
    }

    private func convert(_ input: inout ArraySlice<UInt8>, into output: inout [UInt8]) -> Step {
        var result = 0
        var code: Int32 = 0
        var used = 0
        let piece = input.withUnsafeBytes { bytes in
            // Three bytes are what most characters of one or two bytes become at most.
            [UInt8](unsafeUninitializedCapacity: bytes.count * 3 + 16) { room, count in
                room.withMemoryRebound(to: CChar.self) { room in
                    // iconv reads through this pointer, and no more.
                    var source = UnsafeMutablePointer(mutating: bytes.bindMemory(to: CChar.self).baseAddress)
                    var sourceLeft = bytes.count
                    var target = room.baseAddress
                    var targetLeft = room.count
                    result = iconv(descriptor, &source, &sourceLeft, &target, &targetLeft)
                    code = errno
                    used = bytes.count - sourceLeft
                    count = room.count - targetLeft
                }
            }
        }
        input = input.dropFirst(used)
        if output.isEmpty { output = piece } else { output += piece }
        guard result == -1 else { return .done }
        return code == E2BIG ? .full : code == EINVAL ? .incomplete : .illegal
    }
}
