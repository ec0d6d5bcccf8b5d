// Bytes as served to clean UTF-8: one encoding, one stream. Which encoding is not decided here.

import FeedModel
import XMLStream

/// Decodes and filters a document in pieces.
struct TextInput {
    let encoding: TextEncoding
    private let decoder: CharacterDecoder?
    private var filter = CharacterFilter()

    /// Nil when iconv does not know the encoding.
    init?(encoding: TextEncoding) {
        self.encoding = encoding
        switch encoding {
        case .utf8: decoder = nil
        case .named(let name):
            guard let decoder = CharacterDecoder(encoding: name) else { return nil }
            self.decoder = decoder
        }
    }

    mutating func read(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard let decoder else { return filter.filter(bytes) }
        return filter.filter(decoder.decode(bytes)[...])
    }

    mutating func finish() {
        decoder?.finish()
        filter.finish()
    }

    private var illegalByteCount: Int { filter.illegalByteCount + (decoder?.illegalByteCount ?? 0) }

    /// False when so much is illegal that the document must be in another encoding: text in a single-byte encoding
    /// hardly ever makes legal UTF-8 sequences, Chinese and Japanese encodings make few among many illegal ones.
    var isPlausible: Bool { illegalByteCount == 0 || filter.multiByteCount * 2 >= illegalByteCount }

    /// What was dropped.
    var issues: [ParseIssue] {
        var issues: [ParseIssue] = []
        let place = filter.firstDrop ?? (line: 0, column: 0)
        if illegalByteCount > 0 {
            let text = "\(illegalByteCount) bytes dropped that are not \(encoding.name)"
            issues.append(ParseIssue(line: place.line, column: place.column, message: text))
        }
        if filter.controlCount > 0 {
            let text = "\(filter.controlCount) control characters dropped"
            issues.append(ParseIssue(line: place.line, column: place.column, message: text))
        }
        return issues
    }
}
