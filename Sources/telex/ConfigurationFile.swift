// Finds and reads the configuration file for the commands that need one.

import FeedDesk
import FeedModel
import FoundationEssentials
import TelexConfiguration

/// A configuration as read from a file.
struct ConfigurationFile {
    let path: String
    let configuration: Configuration
    /// Things that work and are probably not meant.
    let warnings: [String]

    /// Reads the file that `--config` or the environment names.
    ///
    /// Throws a `Failure`: 66 when there is none, 77 when it may not be read, 78 with one line for each mistake.
    static func load(option: String?, environment: [String: String]) throws -> ConfigurationFile {
        let path = ConfigurationLocation.find(option: option, environment: environment)
        return try read(path: path, text: text(at: path), environment: environment)
    }

    /// Reads `text` as if it stood at `path`.
    static func read(path: String, text: String, environment: [String: String]) throws -> ConfigurationFile {
        let result = ConfigurationReader.read(
            text: text,
            file: path,
            environment: environment,
            readSecret: secret(at:),
            validateRule: ruleMistake(in:)
        )
        guard let configuration = result.configuration else {
            throw Failure(.configuration, lines: result.mistakes.map { "\($0)" })
        }
        return ConfigurationFile(
            path: path,
            configuration: configuration,
            warnings: result.warnings.map { "\($0)" }
        )
    }

    private static func text(at path: String) throws -> String {
        let hint = "name one with --config FILE or $TELEX_CONFIG"
        guard FileManager.default.fileExists(atPath: path) else {
            throw Failure(.inputMissing, "\(path): there is no configuration here; \(hint)")
        }
        guard let data = FileManager.default.contents(atPath: path) else {
            throw Failure(.noPermission, "\(path): the configuration cannot be read; check who may read it, or \(hint)")
        }
        return String(decoding: data, as: UTF8.self)
    }

    /// The first line of a secret's file: editors end it with a line break that is no part of the secret.
    private static func secret(at path: String) -> Result<String, SecretError> {
        guard let data = FileManager.default.contents(atPath: path) else {
            let exists = FileManager.default.fileExists(atPath: path)
            return .failure(SecretError(exists ? "cannot be read" : "does not exist"))
        }
        let text = String(decoding: data, as: UTF8.self)
        let line = text.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
        return line.isEmpty ? .failure(SecretError("is empty")) : .success(line)
    }

    private static func ruleMistake(in text: String) -> String? {
        do {
            _ = try Rule(text)
            return nil
        } catch {
            return "\(error)"
        }
    }
}
