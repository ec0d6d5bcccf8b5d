// The calendar, against dates worked out by others.

import FeedModel
import FoundationEssentials
import TestSupport
import Testing

@Suite struct CivilTimeTextTests {
    @Test(
        arguments: [
            (0.0, "1970-01-01T00:00:00Z", "Thu, 01 Jan 1970 00:00:00 GMT"),
            (1_769_248_920.9, "2026-01-24T10:02:00Z", "Sat, 24 Jan 2026 10:02:00 GMT"),
            (-0.5, "1969-12-31T23:59:59Z", "Wed, 31 Dec 1969 23:59:59 GMT"),
            (951_782_400, "2000-02-29T00:00:00Z", "Tue, 29 Feb 2000 00:00:00 GMT"),
            (-2_203_891_200, "1900-03-01T00:00:00Z", "Thu, 01 Mar 1900 00:00:00 GMT"),
            (253_402_300_800, "9999-12-31T23:59:59Z", "Fri, 31 Dec 9999 23:59:59 GMT"),
            (-1e300, "0001-01-01T00:00:00Z", "Mon, 01 Jan 0001 00:00:00 GMT"),
            (.infinity, "9999-12-31T23:59:59Z", "Fri, 31 Dec 9999 23:59:59 GMT"),
            (.nan, "1970-01-01T00:00:00Z", "Thu, 01 Jan 1970 00:00:00 GMT"),
        ]
    )
    func instantIsWrittenInUTC(seconds: Double, rfc3339: String, rfc822: String) {
        let date = Date(timeIntervalSince1970: seconds)
        #expect(CivilTime(date).rfc3339 == rfc3339)
        #expect(HTTPDate.format(date) == rfc822)
    }

    /// From 1583 on: before, Foundation counts by the Julian calendar, and RFC 3339 does not.
    @Test func agreesWithFoundation() {
        var generator = SeededGenerator(seed: 11)
        for _ in 0..<2000 {
            let seconds = Double(Int.random(in: -12_200_000_000...200_000_000_000, using: &generator))
            let date = Date(timeIntervalSince1970: seconds)
            #expect(CivilTime(date).rfc3339 == date.formatted(.iso8601), "seed 11, \(seconds)")
        }
    }
}
