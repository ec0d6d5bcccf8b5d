// RFC 9110 section 13 on rendered documents, without a socket.

import FeedServer
import FoundationEssentials
import Testing

@Suite struct ConditionalResponseTests {
    private let document = RenderedDocument(
        Array(String(repeating: "Buitenlands nieuws. ", count: 40).utf8),
        contentType: "text/plain; charset=utf-8",
        lastModified: Date(timeIntervalSince1970: 784_111_777.5),
        cacheControl: "public, max-age=60"
    )

    private func value(_ name: String, in response: DocumentResponse) -> String? {
        response.fields.first { $0.name == name }?.value
    }

    @Test func plainRequestGetsEverything() {
        let response = document.response(to: DocumentRequest())
        #expect(response.status == 200)
        #expect(response.body?.count == 800)
        #expect(response.contentLength == 800)
        #expect(value("Last-Modified", in: response) == "Sun, 06 Nov 1994 08:49:37 GMT")
        #expect(value("Vary", in: response) == "Accept-Encoding")
        #expect(value("Content-Encoding", in: response) == nil)
    }

    @Test func headHasTheHeadersOfGetAndNoBody() {
        let response = document.response(to: DocumentRequest(isHead: true))
        #expect(response.status == 200)
        #expect(response.body == nil)
        #expect(response.contentLength == 800)
    }

    @Test(arguments: ["gzip", "br"])
    func everyEncodingHasItsOwnTag(coding: String) {
        let response = document.response(to: DocumentRequest(acceptEncoding: coding))
        #expect(value("Content-Encoding", in: response) == coding)
        #expect(value("ETag", in: response)?.hasSuffix("-\(coding)\"") == true)
        #expect((response.body?.count ?? .max) < 800)
    }

    @Test func anyTagOfThisVersionIsUnchanged() throws {
        for coding in ["identity", "gzip", "br"] {
            let first = document.response(to: DocumentRequest(acceptEncoding: coding))
            let tag = try #require(value("ETag", in: first))
            for list in [tag, "W/\(tag)", "\"other\", \(tag)", "*"] {
                let second = document.response(to: DocumentRequest(ifNoneMatch: list, acceptEncoding: coding))
                #expect(second.status == 304, "\(list)")
                #expect(second.body == nil)
                #expect(value("ETag", in: second) == tag)
                #expect(value("Content-Type", in: second) == nil)
            }
        }
    }

    @Test(arguments: ["\"other\"", "", "bare", "W/", "\"", ",,,"])
    func otherTagsGetTheDocument(list: String) {
        #expect(document.response(to: DocumentRequest(ifNoneMatch: list)).status == 200)
    }

    @Test func tagsDecideOverDates() {
        let request = DocumentRequest(ifNoneMatch: "\"other\"", ifModifiedSince: "Sun, 06 Nov 2094 08:49:37 GMT")
        #expect(document.response(to: request).status == 200)
    }

    @Test(arguments: [
        ("Sun, 06 Nov 1994 08:49:37 GMT", 304), ("Sun, 06 Nov 1994 08:49:38 GMT", 304),
        ("Sun, 06 Nov 1994 08:49:36 GMT", 200), ("yesterday", 200),
    ])
    func datesDecideAlone(date: String, status: Int) {
        #expect(document.response(to: DocumentRequest(ifModifiedSince: date)).status == status)
    }

    @Test func equalBytesHaveEqualTags() {
        let bytes = Array(String(repeating: "a", count: 1000).utf8)
        let tags = (0..<2).map { _ in
            RenderedDocument(bytes, contentType: "text/plain", lastModified: nil, cacheControl: "").tag
        }
        let other = RenderedDocument(bytes + [0], contentType: "text/plain", lastModified: nil, cacheControl: "").tag
        #expect(tags[0] == tags[1])
        #expect(tags[0] != other)
    }
}

@Suite struct ContentCodingTests {
    @Test(arguments: [
        (nil, ContentCoding.identity), ("", .identity), ("gzip", .gzip), ("br", .brotli), ("gzip, br", .brotli),
        ("gzip;q=1.0, br;q=0.5", .gzip), ("br;q=0, gzip", .gzip), ("*", .brotli), ("*;q=0", .identity),
        ("identity", .identity), ("deflate, zstd", .identity), ("gzip;q=0", .identity), ("x-gzip", .gzip),
        ("gzip;q=abc", .identity), ("identity;q=1, gzip;q=0.5", .identity), (" GZIP ; Q=1 ", .gzip),
    ])
    func theSmallestAcceptedFormIsChosen(header: String?, coding: ContentCoding) {
        #expect(ContentCoding.preferred(for: header) == coding)
    }
}
