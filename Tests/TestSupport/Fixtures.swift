// Where the fixtures are: found once, from this file's own path.

import FoundationEssentials

/// The repository's Fixtures folder.
package enum Fixtures {
    /// The absolute path of Fixtures/, without a trailing slash.
    package static let folder: String = {
        let parts = #filePath.split(separator: "/").dropLast(3)
        return "/" + parts.joined(separator: "/") + "/Fixtures"
    }()

    /// The bytes of a file below Fixtures.
    package static func bytes(_ path: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: URL(filePath: folder + "/" + path)))
    }

    /// The text of a file below Fixtures.
    package static func text(_ path: String) throws -> String {
        String(decoding: try bytes(path), as: UTF8.self)
    }

    /// The files of a folder below Fixtures that end in `suffix`, in order of name.
    package static func files(in path: String, suffix: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder + "/" + path)
            .filter { $0.hasSuffix(suffix) }
            .sorted()
    }
}
