/* zlib's gzip in one call, so that Swift needs no z_stream: deflateInit2 is a macro, which Swift does not import. */
#pragma once
#include <stdint.h>
#include <string.h>
#include <zlib.h>

/* The largest gzip member that telex_gzip may make of `count` bytes. */
static inline size_t telex_gzip_bound(size_t count) {
    return compressBound(count) + 18;
}

/* Compresses input into one gzip member with no name and no time: equal input gives equal bytes.
   Returns the bytes written, or 0 when they do not fit or zlib fails. */
static inline size_t telex_gzip(const uint8_t *input, size_t count, int level, uint8_t *output, size_t capacity) {
    z_stream stream;
    memset(&stream, 0, sizeof stream);
    if (count > UINT32_MAX || capacity > UINT32_MAX) return 0;
    if (deflateInit2(&stream, level, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) != Z_OK) return 0;
    stream.next_in = (Bytef *)input;
    stream.avail_in = (uInt)count;
    stream.next_out = output;
    stream.avail_out = (uInt)capacity;
    int result = deflate(&stream, Z_FINISH);
    size_t written = stream.total_out;
    deflateEnd(&stream);
    return result == Z_STREAM_END ? written : 0;
}
