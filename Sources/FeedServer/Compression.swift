// Compression of rendered bytes, once per change. Equal input gives equal bytes, so that ETags hold across restarts.

private import CBrotli
private import CZlib

/// Makes the encoded forms of a rendered document.
package enum Compression {
    /// One gzip member without name or time; nil when it would not be smaller.
    package static func gzip(_ bytes: [UInt8]) -> [UInt8]? {
        var output = [UInt8](repeating: 0, count: telex_gzip_bound(bytes.count))
        let written = telex_gzip(bytes, bytes.count, 6, &output, output.count)
        guard written > 0, written < bytes.count else { return nil }
        return Array(output[..<written])
    }

    /// A brotli stream; nil when it would not be smaller.
    package static func brotli(_ bytes: [UInt8]) -> [UInt8]? {
        let bound = BrotliEncoderMaxCompressedSize(bytes.count)
        guard bound > 0 else { return nil }
        var output = [UInt8](repeating: 0, count: bound)
        var written = bound
        // Quality 5 costs about what gzip does and is already smaller; higher ones pay off for archives alone.
        let done = BrotliEncoderCompress(5, 22, BROTLI_MODE_TEXT, bytes.count, bytes, &written, &output)
        guard done == BROTLI_TRUE, written > 0, written < bytes.count else { return nil }
        return Array(output[..<written])
    }
}
