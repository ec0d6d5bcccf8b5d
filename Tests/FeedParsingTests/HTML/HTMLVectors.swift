// The sanitiser's vectors: Fixtures/parsing/html/*.vectors, each a name, an input and what must come out.

import Foundation
import TestSupport
import Testing

/// One vector.
struct HTMLVector: Sendable, CustomTestStringConvertible {
    var name: String
    var input: String
    var output: String
    var testDescription: String { name }

    /// The address that relative links in the vectors are resolved against.
    static let base = "http://example.org/news/"

    static let all: [HTMLVector] = {
        let files = (try? Fixtures.files(in: "parsing/html", suffix: ".vectors")) ?? []
        return files.flatMap { (try? vectors(in: "parsing/html/\($0)")) ?? [] }
    }()

    private static func vectors(in path: String) throws -> [HTMLVector] {
        try Fixtures.text(path).components(separatedBy: "\n== ").dropFirst().map { block in
            let parts = block.components(separatedBy: "\n----\n")
            let head = parts[0].components(separatedBy: "\n")
            let output = parts.count > 1 ? parts[1] : "the file is damaged"
            return HTMLVector(
                name: head[0],
                input: unescaped(head.dropFirst().joined(separator: "\n")),
                output: unescaped(output.components(separatedBy: "\n")[0])
            )
        }
    }

    /// `\xHH`, `\r`, `\n`, `\t` and `\\`.
    private static func unescaped(_ text: String) -> String {
        var result = ""
        var rest = Substring(text)
        while let character = rest.popFirst() {
            guard character == "\\", let kind = rest.popFirst() else {
                result.append(character)
                continue
            }
            switch kind {
            case "n": result.unicodeScalars.append("\n")
            case "r": result.unicodeScalars.append("\r")
            case "t": result.unicodeScalars.append("\t")
            case "x":
                let digits = rest.prefix(2)
                rest = rest.dropFirst(2)
                if let value = UInt8(digits, radix: 16) { result.unicodeScalars.append(Unicode.Scalar(value)) }
            default: result.append(kind)
            }
        }
        return result
    }
}
