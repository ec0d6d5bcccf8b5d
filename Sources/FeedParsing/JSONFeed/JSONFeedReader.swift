// JSON Feed 1.0 and 1.1 (jsonfeed.org): from bytes to the feed, whole items even of a broken text.
// Refuses other JSON documents by name, and reads no extension.

package import FeedModel
import FoundationEssentials

/// Reads JSON Feed 1.0 and 1.1.
package enum JSONFeedReader {
    /// The feed that `bytes` hold. A text that breaks off gives the items before the break.
    /// - Throws: when there is no JSON Feed, or none of its items is whole; the error says where the text breaks.
    package static func read(_ bytes: [UInt8], options: ParseOptions) throws(FeedParsingError) -> ParsedFeed {
        var issues: [ParseIssue] = []
        var text = unicode(bytes, &issues)
        guard text.contains(where: { $0 > 0x20 }) else { throw .empty }
        let outline = JSONOutline(text)
        if let failure = outline.failure {
            let (line, column) = JSONOutline.place(of: failure.offset, in: text)
            let place = "\(failure.message) at line \(line), column \(column)"
            guard let end = outline.endOfLastItem else { throw .notAFeed("JSON that breaks off: \(place)") }
            issues.append(ParseIssue(line: line, column: column, message: "\(failure.message); the rest is lost"))
            text = text[..<end] + Array("]}".utf8)
        }
        guard let document = try? JSONDecoder().decode(JSONObject.self, from: Data(text)) else {
            throw .notAFeed("JSON without an object")
        }
        var reading = JSONFeedMapping(document: document, options: options)
        guard var feed = reading.feed() else { throw .notAFeed(reading.whatElse) }
        feed.isDamaged = !issues.isEmpty
        feed.issues = issues + feed.issues
        return feed
    }

    /// UTF-8 without a byte order mark. JSON Feed allows nothing else; what is not is repaired and noted.
    private static func unicode(_ bytes: [UInt8], _ issues: inout [ParseIssue]) -> [UInt8] {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return unicode(Array(bytes.dropFirst(3)), &issues) }
        let isBigEndian = bytes.starts(with: [0xFE, 0xFF])
        if isBigEndian || bytes.starts(with: [0xFF, 0xFE]) {
            issues.append(ParseIssue(line: 1, column: 1, message: "UTF-16, where JSON Feed asks for UTF-8"))
            let units = stride(from: 2, to: bytes.count - 1, by: 2).map { index in
                let high = UInt16(bytes[isBigEndian ? index : index + 1])
                return high << 8 | UInt16(bytes[isBigEndian ? index + 1 : index])
            }
            return Array(String(decoding: units, as: UTF16.self).utf8)
        }
        if let text = String(validating: bytes, as: UTF8.self) { return Array(text.utf8) }
        issues.append(ParseIssue(line: 0, column: 0, message: "bytes that are not UTF-8, replaced"))
        return Array(String(decoding: bytes, as: UTF8.self).utf8)
    }
}
