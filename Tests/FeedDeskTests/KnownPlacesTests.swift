// The lists of places: every name can be read as a place, none is listed as both at home and abroad.

import Testing

@testable import FeedDesk

@Suite struct KnownPlacesTests {
    private func names(_ list: String) -> [String] {
        list.split(separator: ",").map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
    }

    @Test func everyNameIsFoundInCapitals() {
        let all = names(KnownPlaces.countries) + names(KnownPlaces.cities)
        #expect(all.count >= 900)
        for name in all {
            #expect(KnownPlaces.contains(name.uppercased()), "\(name)")
            #expect(DatelinePlace.isPlace(name.uppercased()), "\(name)")
        }
    }

    @Test func noNameIsListedAtHomeAndAbroad() {
        let both = (names(KnownPlaces.countries) + names(KnownPlaces.cities)).filter(Kingdom.contains)
        #expect(both.isEmpty)
    }

    @Test(arguments: ["PORTRAIT", "POETIN", "NAVO", "KLEINDORP", "ESSEN", "MISS", "OOST", "", "()", "(ODER)"])
    func otherWordsAreNotFound(word: String) {
        #expect(!KnownPlaces.contains(word))
    }

    @Test(arguments: [
        ("FRANKFURT (ODER)", true), ("OOST-ALEPPO", true), ("’s-GRAVENHAGE", true), ("NOORD-ISRAËL", false),
        ("DUITSLAND", false), ("NEW YORK", true),
    ])
    func townsAreToldFromCountries(place: String, isTown: Bool) {
        #expect(KnownPlaces.contains(place))
        #expect(KnownPlaces.isTown(place) == isTown)
    }

    @Test func shortFormsOfStatesStandBehindPlacesOnly() {
        #expect(KnownPlaces.isRegion("Minn."))
        #expect(KnownPlaces.isRegion("N.J."))
        #expect(!KnownPlaces.contains("MINN."))
    }
}
