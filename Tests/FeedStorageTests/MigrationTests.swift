// Databases that earlier versions wrote: brought up to date with nothing lost, and written to as any other.

import FeedModel
import GRDB
import TestSupport
import Testing

@testable import FeedStorage

@Suite struct MigrationTests {
    private static let first = "0001 sources, reports, stories, feeds"

    private var report: Report {
        var report = ToyDesk.report("anp", "1", title: "Brug dicht", body: "<p>Tekst</p>")
        report.entry.version = "2"
        report.entry.categories = [Category(term: "ANP/BUI")]
        report.attribution.places = ["LUIK"]
        report.attribution.dateline = Dateline(text: "LUIK (ANP)", places: ["LUIK"], agencies: ["ANP"])
        return report
    }

    /// Writes the rows of the database at `made` into a new one with the first version's schema.
    private func makeFirstVersion(at path: String, from made: String) throws {
        let old = try DatabaseQueue(path: path)
        try Schema.migrator.migrate(old, upTo: Self.first)
        try old.writeWithoutTransaction { db in
            try db.execute(sql: "ATTACH DATABASE ? AS made", arguments: [made])
            for table in ["meta", "source", "story", "report", "membership", "feedState", "expired", "alias"] {
                let columns = try db.columns(in: table).map { "\"\($0.name)\"" }.joined(separator: ", ")
                let rows = "SELECT \(columns) FROM made.\(table)"
                try db.execute(sql: "INSERT OR REPLACE INTO main.\(table) (\(columns)) \(rows)")
            }
        }
        try old.close()
    }

    @Test func theFirstVersionsRowsAreAllThereAfterwards() async throws {
        try await withTemporaryFolder { folder in
            let rows: [String]
            let stories: [Story]
            do {
                let store = try FeedStore(path: folder("made.db"))
                try await store.register("anp", "rtr")
                try await store.take(report)
                try await store.take(ToyDesk.report("rtr", "1", title: "Brug dicht", at: minutes(1)), at: minutes(1))
                try await store.finish(poll("anp"))
                try await store.checkpoint()
                rows = try await store.dump()
                stories = try await store.all(in: "alles")
            }
            try makeFirstVersion(at: folder("telex.db"), from: folder("made.db"))
            let migrated = try FeedStore(path: folder("telex.db"))
            #expect(try await migrated.dump() == rows)
            #expect(try await migrated.all(in: "alles") == stories)
            #expect(try await migrated.inconsistencies() == [])
            // What was stored is not a revision now.
            #expect(try await migrated.take(report).decision.isEmpty)
            #expect(stories.flatMap(\.reports).count == 2)
        }
    }

    @Test func aMigratedDatabaseTakesDatelinesAndPlaces() async throws {
        try await withTemporaryFolder { folder in
            let made = try FeedStore(path: folder("made.db"))
            try await made.register("anp")
            try await made.checkpoint()
            try makeFirstVersion(at: folder("telex.db"), from: folder("made.db"))
            var wire = report
            wire.entry.dateline = "Luik (ANP) - "
            wire.entry.places = ["Luik", "Maas"]
            let migrated = try FeedStore(path: folder("telex.db"))
            try await migrated.take(wire)
            #expect(try await migrated.all(in: "alles").first?.reports == [wire])
        }
    }
}
