// Calendar arithmetic against dates known from elsewhere, and against itself over four thousand years.

import FeedModel
import FoundationEssentials
import TestSupport
import Testing

@Suite struct CivilTimeTests {
    @Test(arguments: [
        (0.0, 1970, 1, 1, 4), (951_782_400, 2000, 2, 29, 2), (-1, 1969, 12, 31, 3), (253_402_300_799, 9999, 12, 31, 5),
        (-62_135_596_800, 1, 1, 1, 1), (1_769_248_920, 2026, 1, 24, 6),
    ])
    func knownMoments(seconds: Double, year: Int, month: Int, day: Int, weekday: Int) {
        let moment = CivilTime(Date(timeIntervalSince1970: seconds))
        #expect((moment.year, moment.month, moment.day) == (year, month, day))
        #expect(moment.weekday == weekday)
    }

    @Test func everyMomentComesBack() {
        var generator = SeededGenerator(seed: 1)
        for _ in 0..<20_000 {
            let seconds = Double(Int.random(in: -62_135_596_800...253_402_300_799, using: &generator))
            let date = Date(timeIntervalSince1970: seconds)
            #expect(CivilTime(date).date == date)
        }
    }

    @Test(arguments: [
        (2025, 2, 29), (2024, 4, 31), (2024, 13, 1), (2024, 0, 1), (0, 1, 1), (10_000, 1, 1), (1900, 2, 29),
    ])
    func daysThatDoNotExistAreRefused(year: Int, month: Int, day: Int) {
        #expect(CivilTime(year: year, month: month, day: day) == nil)
    }

    @Test func fieldsOutOfRangeAreRefused() {
        #expect(CivilTime(year: 2026, month: 1, day: 1, hour: 24) == nil)
        #expect(CivilTime(year: 2026, month: 1, day: 1, minute: 60) == nil)
        #expect(CivilTime(year: 2026, month: 1, day: 1, second: -1) == nil)
    }

    @Test func momentsBeyondTheCalendarAreMovedToItsEnds() {
        #expect(CivilTime(.distantFuture).year <= 9999)
        #expect(CivilTime(Date(timeIntervalSince1970: .infinity)).year == 9999)
        #expect(CivilTime(Date(timeIntervalSince1970: -.infinity)).year == 1)
        #expect(CivilTime(Date(timeIntervalSince1970: .nan)).year == 1970)
    }
}
