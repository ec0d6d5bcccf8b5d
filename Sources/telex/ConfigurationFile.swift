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
        return try read(path: path, bytes: bytes(at: path), environment: environment)
    }

    /// Reads `bytes` as if it stood at `path`.
    static func read(path: String, bytes: [UInt8], environment: [String: String]) throws -> ConfigurationFile {
        let result = ConfigurationReader.read(
            bytes: bytes,
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

    private static func bytes(at path: String) throws -> [UInt8] {
        let hint = "name one with --config FILE or $TELEX_CONFIG"
        guard FileManager.default.fileExists(atPath: path) else {
            throw Failure(.inputMissing, "\(path): there is no configuration here; \(hint)")
        }
        guard let data = FileManager.default.contents(atPath: path) else {
            throw Failure(.noPermission, "\(path): the configuration cannot be read; check who may read it, or \(hint)")
        }
        return [UInt8](data)
    }

    private static func secret(at path: String) -> Result<String, UnreadableSecret> {
        guard let data = FileManager.default.contents(atPath: path) else {
            let exists = FileManager.default.fileExists(atPath: path)
            return .failure(UnreadableSecret(reason: exists ? "it may not be read" : "no such file"))
        }
        return .success(String(decoding: data, as: UTF8.self))
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
