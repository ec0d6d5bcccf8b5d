// Every Fixtures/configuration/NAME.yaml gives exactly the lines of NAME.expected.

import TestSupport
import Testing

@testable import TelexConfiguration

struct ConfigurationFixtureTests {
    @Test(arguments: try Fixtures.files(in: "configuration", suffix: ".yaml"))
    func aFixtureGivesItsLines(name: String) throws {
        let result = Reading.read(bytes: try Fixtures.bytes("configuration/\(name)"))
        let expected = try Fixtures.text("configuration/\(name.dropLast(5)).expected")
        #expect(result.lines.map { $0 + "\n" }.joined() == expected)
        #expect((result.configuration == nil) == !result.mistakes.isEmpty)
    }

    @Test func thereAreFixturesEnough() throws {
        #expect(try Fixtures.files(in: "configuration", suffix: ".yaml").count >= 80)
        #expect(
            try Fixtures.files(in: "configuration", suffix: ".yaml").count
                == Fixtures.files(in: "configuration", suffix: ".expected").count
        )
    }

    @Test(arguments: try Fixtures.files(in: "configuration", suffix: ".expected"))
    func noLineShowsASecret(name: String) throws {
        #expect(try !Fixtures.text("configuration/\(name)").contains("geheim"))
    }
}
