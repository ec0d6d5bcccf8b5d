// A folder that goes away with its test.

import FoundationEssentials

/// Files of one test.
struct TemporaryFolder: Sendable {
    let path: String

    /// The path of a file in the folder.
    func callAsFunction(_ name: String) -> String { path + "/" + name }

    func write(_ bytes: some Sequence<UInt8>, to name: String) throws {
        try Data(bytes).write(to: URL(filePath: self(name)))
    }

    func bytes(_ name: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: URL(filePath: self(name)))) }

    var names: [String] {
        get throws { try FileManager.default.contentsOfDirectory(atPath: path).sorted() }
    }
}

/// Runs `body` with an empty folder, deleted afterwards.
func withTemporaryFolder(_ body: (TemporaryFolder) async throws -> Void) async throws {
    let path = FileManager.default.temporaryDirectory.path + "/telex-store-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: path) }
    try await body(TemporaryFolder(path: path))
}
