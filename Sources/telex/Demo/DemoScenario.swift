// What the simulated agencies carry and when: read from Fixtures/demo/scenario.yaml.

import FoundationEssentials
import Yams

/// The demonstration's news.
struct DemoScenario: Decodable {
    var stories: [Story]

    struct Story: Decodable {
        var headline: String
        var place: String
        var lead: String
        var paragraphs: [String]
        /// By agency code.
        var agencies: [String: Carried]
    }

    /// An agency's own version of a story.
    struct Carried: Decodable {
        /// Seconds after the start.
        var at: Double
        /// Where it differs from the story's.
        var headline: String?
    }

    /// When the last report of all comes, in seconds after the start.
    var length: Double {
        stories.flatMap { $0.agencies.values.map(\.at) }.max() ?? 0
    }

    /// Reads the scenario in `folder`. Throws a `Failure` that names the file.
    static func load(from folder: String) throws -> DemoScenario {
        let path = folder + "/scenario.yaml"
        guard let data = FileManager.default.contents(atPath: path) else {
            throw Failure(.inputMissing, "\(path): the demonstration's files are not here; name them with --fixtures")
        }
        do {
            return try YAMLDecoder().decode(DemoScenario.self, from: String(decoding: data, as: UTF8.self))
        } catch {
            throw Failure(.badData, "\(path): not a scenario: \(error)")
        }
    }

    /// Where the demonstration's files are: named by the user, else installed with `executable`, else
    /// those of the sources in the current folder.
    static func folder(option: String?, executable: String) -> String {
        if let option { return option }
        let installed = URL(filePath: executable).deletingLastPathComponent().deletingLastPathComponent()
        let candidates = [installed.path + "/share/telex/demo", "Fixtures/demo", "/usr/share/telex/demo"]
        return candidates.first { FileManager.default.fileExists(atPath: $0 + "/scenario.yaml") } ?? candidates[1]
    }
}
