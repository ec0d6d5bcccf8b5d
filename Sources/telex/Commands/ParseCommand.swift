// `telex parse`

import ArgumentParser
import FeedDesk
import FeedModel
import FeedParsing
import FoundationEssentials

/// One feed document in, normalised JSON out.
struct ParseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "parse",
        abstract: "Read feed documents and print what they say as JSON.",
        discussion: "Several files give one JSON object a line. A document that is no feed ends with status 65."
    )

    @Argument(help: ArgumentHelp("A file, an http(s) address, or - for standard input.", valueName: "file|url|-"))
    var inputs: [String]

    @Option(name: .long, help: "The address it would have been served from: relative links resolve against it.")
    var baseURL: String?

    @Option(name: .long, help: "The media type it would have been served with.")
    var contentType: String?

    @Flag(name: .long, help: "Leave HTML unsanitised and links unresolved.")
    var raw = false

    func validate() throws {
        if inputs.isEmpty { throw ValidationError("Name a file, an address, or - for standard input.") }
    }

    func run() async throws {
        let desk = Desk(configuration: Configuration())
        if inputs.count == 1 {
            let output = try await output(of: inputs[0], desk: desk, file: nil)
            Console.print(try json(output, isPretty: true))
        } else {
            try await printLines(desk: desk)
        }
    }

    // MARK: - Documents

    private func output(of input: String, desk: Desk, file: String?) async throws -> ParseOutput {
        let document = try await ParseInput.read(input)
        let options = ParseOptions(
            contentType: contentType ?? document.contentType,
            baseURL: baseURL ?? document.url,
            keepsRaw: raw
        )
        do {
            return ParseOutput(try FeedParser.parse(document.bytes, options: options), desk: desk, file: file)
        } catch {
            throw Failure(.badData, "\(input): \(error)")
        }
    }

    /// One object a line; a document that fails gives a line that says so, and status 1 at the end.
    private func printLines(desk: Desk) async throws {
        var failed = 0
        for input in inputs {
            do {
                Console.print(try json(try await output(of: input, desk: desk, file: input), isPretty: false))
            } catch let failure as Failure {
                failed += 1
                let reason = failure.lines.joined(separator: "; ")
                Console.print(try json(ParseRefusal(file: input, error: reason), isPretty: false))
            }
        }
        if failed > 0 {
            throw Failure(.failuresFound, "\(failed) of \(inputs.count) documents could not be read")
        }
    }

    private func json(_ value: some Encodable, isPretty: Bool) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        if isPretty { encoder.outputFormatting.insert(.prettyPrinted) }
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }
}

/// The line for a document that is no feed.
private struct ParseRefusal: Encodable {
    let file: String
    let error: String
}
