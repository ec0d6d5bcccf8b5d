// What every test of this room reads with: secrets from a table, a rule checker that knows one bad rule.

import FeedModel

@testable import TelexConfiguration

/// Reads configurations in a world of three secrets.
enum Reading {
    static let secrets = [
        "/run/secrets/password": "geheim\n",
        "/run/secrets/token": "abc.DEF\r\n",
        "/run/secrets/empty": "\n",
        "/run/secrets/spaces": "a b\n",
        "/abs/lines": "a\nb\n",
    ]
    static let environment = ["CREDENTIALS_DIRECTORY": "/run/secrets", "STATE_DIRECTORY": "/var/lib/telex"]

    static func read(_ text: String, environment: [String: String] = environment) -> ConfigurationResult {
        ConfigurationReader.read(
            text: text,
            file: "telex.yaml",
            environment: environment,
            readSecret: secret,
            validateRule: problem
        )
    }

    static func read(bytes: [UInt8]) -> ConfigurationResult {
        ConfigurationReader.read(
            bytes: bytes,
            file: "telex.yaml",
            environment: environment,
            readSecret: secret,
            validateRule: problem
        )
    }

    static func secret(at path: String) -> Result<String, UnreadableSecret> {
        secrets[path].map { .success($0) } ?? .failure(UnreadableSecret(reason: "no such file"))
    }

    static func problem(in rule: String) -> String? {
        rule == "/(/" ? "unclosed parenthesis" : nil
    }
}

extension ConfigurationResult {
    /// Every line that would be printed.
    var lines: [String] {
        mistakes.map(\.description) + warnings.map { "warning: \($0)" }
    }
}
