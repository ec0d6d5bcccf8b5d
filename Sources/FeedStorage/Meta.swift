// The store's single row about itself.

import GRDB

enum Meta {
    static func changeNumber(_ db: Database) throws -> Int64 {
        let statement = try db.cachedStatement(sql: "SELECT changeNumber FROM meta")
        return try Int64.fetchOne(statement) ?? 0
    }

    static func setChangeNumber(_ number: Int64, in db: Database) throws {
        try db.cachedStatement(sql: "UPDATE meta SET changeNumber = ?").execute(arguments: [number])
    }

    /// Of the configuration by which the stored memberships were decided; nil: not decided yet.
    static func digest(_ db: Database) throws -> String? {
        try String.fetchOne(db, sql: "SELECT digest FROM meta")
    }

    static func setDigest(_ digest: String, in db: Database) throws {
        try db.execute(sql: "UPDATE meta SET digest = ?", arguments: [digest])
    }
}
