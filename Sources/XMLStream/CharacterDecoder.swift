// Bytes in any encoding iconv knows to UTF-8. Illegal sequences are dropped and counted, never fatal.

import CLibXML2
import Glibc

/// One conversion, fed in pieces: an incomplete character at the end of a piece waits for the next one.
package final class CharacterDecoder {
    /// Bytes dropped so far because they mean nothing in this encoding.
    package private(set) var illegalByteCount = 0

    private let descriptor: iconv_t
    private var waiting: [UInt8] = []

    /// Nil when iconv does not know the encoding.
    package init?(encoding: String) {
        // Names come from documents: iconv would read suffixes such as //TRANSLIT.
        guard !encoding.contains("/"), let descriptor = iconv_open("UTF-8", encoding),
            descriptor != iconv_t(bitPattern: -1)
        else { return nil }
        self.descriptor = descriptor
    }

    deinit { iconv_close(descriptor) }

    /// The next bytes as UTF-8.
    package func decode(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var input = waiting + bytes
        waiting = []
        var output: [UInt8] = []
        output.reserveCapacity(input.count + input.count / 2)
        var position = 0
        while position < input.count {
            switch convert(&input, from: &position, into: &output) {
            case .done, .full: continue
            case .incomplete:
                waiting = Array(input[position...])
                return output
            case .illegal:
                illegalByteCount += 1
                position += 1
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

    private func convert(_ input: inout [UInt8], from position: inout Int, into output: inout [UInt8]) -> Step {
        let start = position
        var result = 0
        var code: Int32 = 0
        let piece = [UInt8](unsafeUninitializedCapacity: 1 << 14) { room, count in
            input.withUnsafeMutableBufferPointer { bytes in
                bytes.withMemoryRebound(to: CChar.self) { bytes in
                    room.withMemoryRebound(to: CChar.self) { room in
                        var source = bytes.baseAddress.map { $0 + start }
                        var sourceLeft = bytes.count - start
                        var target = room.baseAddress
                        var targetLeft = room.count
                        result = iconv(descriptor, &source, &sourceLeft, &target, &targetLeft)
                        code = errno
                        position = bytes.count - sourceLeft
                        count = room.count - targetLeft
                    }
                }
            }
        }
        output += piece
        guard result == -1 else { return .done }
        return code == E2BIG ? .full : code == EINVAL ? .incomplete : .illegal
    }
}
