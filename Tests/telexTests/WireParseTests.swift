// Wire documents the whole way: from the agency's file to what `telex parse` says of place, credit and lead.

import Foundation
import TestSupport
import Testing

@Suite struct WireParseTests {
    /// A row of the table: one item of a document.
    struct Row: CustomTestStringConvertible, Sendable {
        var columns: [String]

        var document: String { columns[0] }
        var item: Int { Int(columns[1]) ?? 0 }
        var testDescription: String { "\(document) \(item)" }
    }

    static let rows: [Row] = {
        let table = (try? Fixtures.text("parsing/wire/attribution.tsv")) ?? ""
        let rows = table.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
            Row(columns: line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init))
        }
        return rows.filter { $0.columns.count == 7 }
    }()

    @Test func everyDocumentIsInTheTable() throws {
        let documents = try Fixtures.files(in: "parsing/wire", suffix: ".xml")
        #expect(Set(Self.rows.map(\.document)) == Set(documents))
    }

    @Test(arguments: rows)
    func theItemIsCreditedAsTheTableSays(_ row: Row) async throws {
        let result = try await TelexProcess.run(["parse", "\(Fixtures.folder)/parsing/wire/\(row.document)"])
        #expect(result.status == 0)
        let json = try #require(try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
        let items = try #require(json["items"] as? [[String: Any]])
        guard row.item > 0 else {
            #expect(items.isEmpty)
            return
        }
        try #require(items.count >= row.item)
        let item = items[row.item - 1]
        #expect(item["dateline"] as? String ?? "" == row.columns[2])
        #expect((item["places"] as? [String] ?? []).joined(separator: "|") == row.columns[3])
        #expect((item["agencies"] as? [String] ?? []).joined(separator: "|") == row.columns[4])
        #expect((item["foreign"] as? Bool).map { $0 ? "foreign" : "domestic" } ?? "" == row.columns[5])
        #expect(item["lead"] as? String ?? "" == row.columns[6].replacing("⏎", with: "\n"))
    }
}
