// Dates against tables of texts and instants: Fixtures/parsing/dates.

import FeedParsing
import Foundation
import TestSupport
import Testing

struct FeedDateTests {
    struct Row: Sendable, CustomTestStringConvertible {
        var text: String
        var instant: Date?
        var testDescription: String { text }
    }

    /// The rows of a table; `-` is no instant.
    static func rows(_ name: String) -> [Row] {
        guard let table = try? Fixtures.text("parsing/dates/\(name).tsv") else { return [] }
        let seconds = Date.ISO8601FormatStyle()
        let fractions = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
        return table.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
            let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            let instant = columns.count > 1 ? columns[1] : ""
            return Row(text: columns[0], instant: (try? seconds.parse(instant)) ?? (try? fractions.parse(instant)))
        }
    }

    @Test(arguments: rows("rfc822") + rows("iso8601") + rows("wild") + rows("languages"))
    func textGivesItsInstant(_ row: Row) throws {
        let instant = try #require(row.instant, "the table itself is wrong")
        let date = try #require(FeedDate.parse(row.text))
        #expect(abs(date.timeIntervalSince(instant)) < 0.000_5)
    }

    @Test(arguments: rows("refused"))
    func impossibleOrForeignTextGivesNone(_ row: Row) {
        #expect(FeedDate.parse(row.text) == nil)
    }

    @Test func everyTableIsRead() {
        let counts = ["rfc822", "iso8601", "wild", "languages", "refused"].map { Self.rows($0).count }
        #expect(counts.allSatisfy { $0 > 20 })
    }

    @Test func theFirstAndTheLastSecondAreKnown() {
        #expect(FeedDate.parse("0001-01-01T00:00:00Z")?.timeIntervalSince1970 == -62_135_596_800)
        #expect(FeedDate.parse("9999-12-31T23:59:59Z")?.timeIntervalSince1970 == 253_402_300_799)
    }

    @Test func daysOfFourCenturiesComeBack() {
        let style = Date.ISO8601FormatStyle().year().month().day()
        var wrong = 0
        // A prime number of days apart, from 1600 on: every day of the year and the leap years come by.
        for step in 0..<10_000 {
            let day = Date(timeIntervalSince1970: -11_676_096_000 + Double(step) * 13 * 86_400)
            if FeedDate.parse(day.formatted(style)) != day { wrong += 1 }
        }
        #expect(wrong == 0)
    }

    @Test func weeksAgreeWithTheCalendar() throws {
        var calendar = Calendar(identifier: .iso8601)
        calendar.timeZone = try #require(TimeZone(secondsFromGMT: 0))
        var day = Date(timeIntervalSince1970: 0)
        var wrong: [String] = []
        for _ in 0..<4_000 {
            let parts = calendar.dateComponents([.yearForWeekOfYear, .weekOfYear, .weekday], from: day)
            let (year, week) = (try #require(parts.yearForWeekOfYear), try #require(parts.weekOfYear))
            // The calendar counts from Sunday, 1.
            let weekday = (try #require(parts.weekday) + 5) % 7 + 1
            let text = "\(year)-W\(week < 10 ? "0" : "")\(week)-\(weekday)"
            if FeedDate.parse(text) != day { wrong.append(text) }
            day += 86_400
        }
        #expect(wrong.isEmpty)
    }

    @Test func bytesOfAnyKindNeverTrap() {
        var generator = SeededGenerator(seed: 20_260_124)
        let alphabet = Array("0123456789 :,.-+/TZWJanamMpm()éオ\u{1F600}\0\n".utf8)
        for _ in 0..<20_000 {
            let text = (0..<Int.random(in: 0...40, using: &generator)).compactMap { _ in
                alphabet.randomElement(using: &generator)
            }
            if let date = FeedDate.parse(text) {
                #expect((-62_135_700_000...253_402_400_000).contains(date.timeIntervalSince1970))
            }
        }
    }

    @Test func mutatedDatesNeverTrap() {
        var generator = SeededGenerator(seed: 3)
        for row in Self.rows("rfc822") + Self.rows("iso8601") + Self.rows("wild") + Self.rows("languages") {
            var bytes = Array(row.text.utf8)
            for length in 0...bytes.count { _ = FeedDate.parse(bytes.prefix(length)) }
            for _ in 0..<20 {
                bytes[Int.random(in: bytes.indices, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
                _ = FeedDate.parse(bytes)
            }
        }
    }

    @Test func longTextIsNoDate() {
        #expect(FeedDate.parse(String(repeating: " ", count: 1_000_000) + "2026-01-24") == nil)
        #expect(FeedDate.parse("2026-01-24T10:02:00." + String(repeating: "9", count: 1_000_000)) == nil)
    }
}
