// What reading a configuration gives: the configuration, or every mistake in it, and what is worth a warning.

package import FeedModel

/// Something in the file that keeps it from being used. Never holds a secret.
package struct ConfigurationMistake: Error, Sendable, Equatable, CustomStringConvertible {
    /// The file as it was named to the reader.
    package var file: String
    /// From 1.
    package var line: Int
    /// From 1, counted in Unicode scalars.
    package var column: Int
    /// The key with its section, such as `polling.interval`; empty when the mistake belongs to no key.
    package var key: String
    /// `expected …, found …`, and a hint where there is one.
    package var message: String

    /// One line: `file:line:column: key: expected …, found …`.
    package var description: String {
        "\(file):\(line):\(column): \(key.isEmpty ? "" : "\(key): ")\(message)"
    }
}

/// Something in the file that works and is probably not what was meant. Never holds a secret.
package struct ConfigurationWarning: Sendable, Equatable, CustomStringConvertible {
    /// The file as it was named to the reader.
    package var file: String
    /// From 1.
    package var line: Int
    /// From 1, counted in Unicode scalars.
    package var column: Int
    /// The key with its section; empty when the warning belongs to no key.
    package var key: String
    package var message: String

    /// One line: `file:line:column: key: …`.
    package var description: String {
        "\(file):\(line):\(column): \(key.isEmpty ? "" : "\(key): ")\(message)"
    }
}

/// The outcome of reading a configuration.
package struct ConfigurationResult: Sendable, Equatable {
    /// Every default filled in; nil when there is any mistake.
    package var configuration: Configuration?
    /// All of them, in the order of their places in the file.
    package var mistakes: [ConfigurationMistake]
    /// In the order of their places in the file; none beside mistakes.
    package var warnings: [ConfigurationWarning]
}
