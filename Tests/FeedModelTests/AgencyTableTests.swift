// The table of agencies that ships, and how it is extended.

import FeedModel
import Testing

@Suite struct AgencyTableTests {
    @Test(arguments: [
        ("ANP", "ANP"), ("anp", "ANP"), ("AFN", "ANP"), ("Reuters", "RTR"), ("Agence France-Presse", "AFP"),
        ("dpa", "DPA"), ("ATS", "SDA"), ("Algemeen Nederlands Persbureau", "ANP"),
    ])
    func codesNamesAndAliasesAreFound(name: String, code: String) {
        #expect(AgencyTable.shipped.agency(named: name)?.code.rawValue == code)
    }

    @Test func unknownNamesAreNotFound() {
        #expect(AgencyTable.shipped.agency(named: "WHO") == nil)
        #expect(AgencyTable.shipped.agency(named: "") == nil)
    }

    @Test func laterAgenciesReplaceEarlierOnes() {
        let table = AgencyTable([
            Agency(code: "HPB", aliases: ["haven"], name: "Havenpersbureau"),
            Agency(code: "HPB", aliases: ["kade"], name: "Het Havenpersbureau"),
        ])
        #expect(table.agencies.count == 1)
        #expect(table.agency(named: "kade")?.name == "Het Havenpersbureau")
        #expect(table.agency(named: "haven") == nil)
    }
}
