// Which file is read when the option, the variables and the system all have one.

import Testing

@testable import TelexConfiguration

struct ConfigurationLocationTests {
    @Test(
        arguments: [
            (nil, [:], "/etc/telex/telex.yaml"),
            ("x.yaml", ["TELEX_CONFIG": "/a.yaml"], "x.yaml"),
            (nil, ["TELEX_CONFIG": "/a.yaml", "CONFIGURATION_DIRECTORY": "/etc/b"], "/a.yaml"),
            (nil, ["CONFIGURATION_DIRECTORY": "/etc/b"], "/etc/b/telex.yaml"),
            (nil, ["CONFIGURATION_DIRECTORY": "/etc/b:/etc/c"], "/etc/b/telex.yaml"),
            ("", ["TELEX_CONFIG": "", "CONFIGURATION_DIRECTORY": ""], "/etc/telex/telex.yaml"),
        ] as [(String?, [String: String], String)]
    )
    func theFirstOfOptionVariableFolderAndSystemWins(option: String?, environment: [String: String], path: String) {
        #expect(ConfigurationLocation.find(option: option, environment: environment) == path)
    }
}
