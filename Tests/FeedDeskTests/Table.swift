// Fixture tables: tab-separated columns, one case a line, remarks after #.

import TestSupport

/// The rows of a table below Fixtures.
func table(_ path: String) throws -> [[String]] {
    try Fixtures.text(path).split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
        line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
}

/// The parts of a column that holds several values.
func list(_ column: String) -> [String] {
    column.split(separator: "|").map(String.init)
}
