// The way into this room: a file's text in, the configuration or all of its mistakes out. It opens no file itself;
// secrets come through a closure.

import FeedModel

/// A secret's file that could not be read.
package struct UnreadableSecret: Error, Sendable, Equatable {
    /// Why, in words, without the path: "no such file".
    package var reason: String

    package init(reason: String) {
        self.reason = reason
    }
}

/// Reads `telex.yaml`.
package enum ConfigurationReader {
    /// The configuration with every default filled in, or every mistake there is.
    /// - Parameters:
    ///   - file: the path of the file: in front of every message, and its folder is what relative paths are against.
    ///   - environment: the variables of the process; $STATE_DIRECTORY and $CREDENTIALS_DIRECTORY are looked at.
    ///   - readSecret: the whole content of the file at a path.
    ///   - validateRule: what is wrong with an include or exclude rule, nil when nothing is.
    package static func read(
        text: String,
        file: String,
        environment: [String: String],
        readSecret: @escaping (_ path: String) -> Result<String, UnreadableSecret>,
        validateRule: @escaping (_ rule: String) -> String? = { _ in nil }
    ) -> ConfigurationResult {
        let (root, faults) = YAMLComposer.read(YAMLText(text))
        var walk = ConfigurationWalk(
            paths: ConfigurationPaths(file: file, environment: environment),
            readSecret: readSecret,
            validateRule: validateRule
        )
        for fault in faults { walk.mistake(at: fault.place, fault.path, fault.message) }
        let configuration = walk.configuration(root ?? YAMLNode(place: .start, content: .nothing))
        return walk.result(configuration)
    }

    /// As `read(text:…)`, from the bytes of the file: damaged UTF-8 is a mistake with its place.
    package static func read(
        bytes: [UInt8],
        file: String,
        environment: [String: String],
        readSecret: @escaping (_ path: String) -> Result<String, UnreadableSecret>,
        validateRule: @escaping (_ rule: String) -> String? = { _ in nil }
    ) -> ConfigurationResult {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            let mistake = damage(in: bytes, file: file)
            return ConfigurationResult(configuration: nil, mistakes: [mistake], warnings: [])
        }
        return read(
            text: text,
            file: file,
            environment: environment,
            readSecret: readSecret,
            validateRule: validateRule
        )
    }

    /// The first byte sequence that is not UTF-8.
    private static func damage(in bytes: [UInt8], file: String) -> ConfigurationMistake {
        var decoder = UTF8()
        var iterator = bytes.makeIterator()
        var before = String.UnicodeScalarView()
        while case .scalarValue(let scalar) = decoder.decode(&iterator) { before.append(scalar) }
        let text = YAMLText(String(before))
        let place = text.place(at: text.scalars.count)
        let message = "expected UTF-8, found other bytes; save the file as UTF-8"
        return ConfigurationMistake(file: file, line: place.line, column: place.column, key: "", message: message)
    }
}
