// The dateline scanner against its table of lines, and against damage.

import FeedModel
import TestSupport
import Testing

@testable import FeedDesk

@Suite struct DatelineParserTests {
    private let parser = DatelineParser(agencies: .shipped)

    @Test func everyLineOfTheTableIsReadAsItSays() throws {
        let rows = try table("datelines/lines.tsv")
        #expect(rows.count >= 150)
        for row in rows {
            try #require(row.count == 5, "\(row)")
            let match = parser.parse(row[0][...])
            let found = match?.dateline
            #expect((found?.text ?? "-") == row[1], "\(row[0])")
            #expect((found?.places ?? []) == list(row[2]), "\(row[0])")
            #expect((found?.agencies.map(\.rawValue) ?? []) == list(row[3]), "\(row[0])")
            #expect(rest(of: row[0], after: match) == row[4], "\(row[0])")
        }
    }

    private func rest(of line: String, after match: DatelineParser.Match?) -> String {
        guard let match else { return line }
        let scalars = Array(line.unicodeScalars)
        let label = text(scalars[..<match.range.lowerBound])
        return (label.isEmpty ? "" : label + "^") + text(scalars[match.range.upperBound...])
    }

    private func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }
}
