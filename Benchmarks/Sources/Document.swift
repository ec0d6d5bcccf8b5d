// A feed document in memory.

import FoundationEssentials

/// One file, read before anything is timed.
struct Document {
    var bytes: [UInt8]

    init(path: String) throws(BenchError) {
        guard let data = FileManager.default.contents(atPath: path) else { throw .unreadable(path) }
        bytes = [UInt8](data)
    }

    /// The text of every element of these names, by a plain search: markup inside is not expected.
    func texts(of names: [String]) -> [String] {
        names.flatMap { texts(between: Array("<\($0)>".utf8), and: Array("</\($0)>".utf8)) }
    }

    private func texts(between open: [UInt8], and close: [UInt8]) -> [String] {
        var found: [String] = []
        var rest = bytes[...]
        while let start = rest.firstRange(of: open) {
            guard let end = rest[start.upperBound...].firstRange(of: close) else { break }
            found.append(String(decoding: rest[start.upperBound..<end.lowerBound], as: UTF8.self))
            rest = rest[end.upperBound...]
        }
        return found
    }
}
