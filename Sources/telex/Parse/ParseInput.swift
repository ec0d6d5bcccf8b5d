// Where `telex parse` gets its document from: a file, standard input or an address.

import FeedFetching
import FeedModel
import FoundationEssentials

/// A document with what is known of how it was served.
struct ParseInput {
    var bytes: [UInt8]
    var contentType: String?
    /// Where it was found; nil for files and standard input.
    var url: String?

    /// Reads one argument of `telex parse`.
    ///
    /// Throws a `Failure`: 66 when there is nothing at `name`, 69 when its server cannot be reached.
    static func read(_ name: String) async throws -> ParseInput {
        if name == "-" { return ParseInput(bytes: try standardInput()) }
        if name.hasPrefix("http://") || name.hasPrefix("https://") { return try await fetch(name) }
        return ParseInput(bytes: try file(name))
    }

    /// Reading the device works for pipes, files and terminals alike.
    private static func standardInput() throws -> [UInt8] {
        do {
            return [UInt8](try Data(contentsOf: URL(filePath: "/dev/stdin")))
        } catch {
            throw Failure(.inputOutput, "standard input cannot be read; give a file instead")
        }
    }

    private static func file(_ path: String) throws -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: path) else {
            let exists = FileManager.default.fileExists(atPath: path)
            throw exists
                ? Failure(.noPermission, "\(path): cannot be read; is it a file, and may you read it?")
                : Failure(.inputMissing, "\(path): there is no such file")
        }
        return [UInt8](data)
    }

    private static func fetch(_ url: String) async throws -> ParseInput {
        let fetched = try await OneFetch.documents(at: url)
        guard let document = fetched.first else { throw Failure(.unavailable, "\(url): the answer is empty") }
        return ParseInput(bytes: document.bytes, contentType: document.contentType, url: document.url)
    }
}
