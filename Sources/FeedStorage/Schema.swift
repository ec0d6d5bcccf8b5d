// The tables, as migrations: append only. A migration that has shipped is never edited, renamed or removed.
// Tables and columns are singular camelCase, like the types; all are STRICT. Dates: seconds since 2001 (StoredValue).

import GRDB

enum Schema {
    /// SQLite's application_id: "TLEX". A database without it is not ours.
    static let applicationID: Int64 = 0x544C_4558

    static let migrator: DatabaseMigrator = {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("0001 sources, reports, stories, feeds") { db in
            try db.execute(sql: "PRAGMA application_id = \(applicationID)")
            for part in [meta, source, story, report, reportMatch, membership, memory] {
                try db.execute(sql: part)
            }
        }
        migrator.registerMigration("0002 dateline and places of entries") { db in
            try db.execute(sql: wireCopy)
        }
        return migrator
    }()

    /// `digest` is that of the configuration by which the stored memberships were decided.
    private static let meta = """
        CREATE TABLE meta (
            id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
            changeNumber INTEGER NOT NULL,
            digest TEXT
        ) STRICT;
        INSERT INTO meta (id, changeNumber) VALUES (1, 0);
        """

    /// The configured address is kept as a hash only: it may hold a password, and all that matters is whether it changed.
    private static let source = """
        CREATE TABLE source (
            id TEXT NOT NULL PRIMARY KEY,
            urlHash INTEGER NOT NULL,
            isRegistered INTEGER NOT NULL,
            isEnabled INTEGER NOT NULL,
            leaseOwner TEXT,
            leaseUntil REAL,
            nextPoll REAL,
            nextPollReason TEXT NOT NULL,
            intervalSeconds REAL NOT NULL,
            lastPoll REAL,
            lastSuccess REAL,
            lastNew REAL,
            outcome TEXT NOT NULL,
            httpStatus INTEGER,
            failures INTEGER NOT NULL,
            lastError TEXT,
            etag TEXT,
            lastModified TEXT,
            validatorsSince REAL,
            movedTo TEXT,
            feedTitle TEXT,
            feedHomePageURL TEXT,
            feedUpdated REAL,
            feedRights TEXT,
            feedFormat TEXT,
            warnings INTEGER NOT NULL,
            ttlSeconds INTEGER,
            skipHours TEXT,
            skipDays TEXT,
            lastFetchSeconds REAL,
            CHECK ((leaseOwner IS NULL) = (leaseUntil IS NULL))
        ) STRICT;
        CREATE INDEX sourceByNextPoll ON source (nextPoll) WHERE isRegistered AND isEnabled;
        """

    private static let story = """
        CREATE TABLE story (
            id TEXT NOT NULL PRIMARY KEY,
            published REAL NOT NULL,
            updated REAL NOT NULL,
            modified REAL NOT NULL,
            preferredSourceID TEXT NOT NULL,
            preferredKey TEXT NOT NULL,
            agencies TEXT,
            places TEXT,
            isForeign INTEGER
        ) STRICT, WITHOUT ROWID;
        """

    /// Bodies stand last, so that a scan for a headline does not read them. `date` is `Report.date`.
    private static let report = """
        CREATE TABLE report (
            id INTEGER NOT NULL PRIMARY KEY,
            storyID TEXT NOT NULL REFERENCES story (id),
            verdict TEXT NOT NULL CHECK (verdict IN ('new', 'joined')),
            verdictReason TEXT NOT NULL,
            joinedStoryID TEXT,
            revision TEXT,
            date REAL NOT NULL,
            sourceID TEXT NOT NULL REFERENCES source (id),
            identityKey TEXT NOT NULL,
            headlineHash INTEGER,
            matchKey INTEGER,
            fingerprint INTEGER NOT NULL,
            firstSeen REAL NOT NULL,
            entryID TEXT,
            url TEXT,
            title TEXT,
            published REAL,
            updated REAL,
            authors TEXT,
            categories TEXT,
            enclosures TEXT,
            image TEXT,
            entrySource TEXT,
            creditLine TEXT,
            rights TEXT,
            language TEXT,
            version TEXT,
            status TEXT,
            urgency INTEGER,
            embargo REAL,
            dateline TEXT,
            places TEXT,
            agencies TEXT,
            evidence TEXT NOT NULL,
            isForeign INTEGER,
            scopeReason TEXT,
            lead TEXT NOT NULL,
            text TEXT NOT NULL,
            summaryHTML TEXT,
            contentHTML TEXT,
            attributedSummaryHTML TEXT,
            attributedContentHTML TEXT,
            UNIQUE (sourceID, identityKey)
        ) STRICT;
        CREATE INDEX reportByStory ON report (storyID, date);
        CREATE INDEX reportByDate ON report (date);
        CREATE INDEX reportBySource ON report (sourceID, firstSeen, verdict);
        """

    /// What an entry says beside its text; `dateline` and `places` are what the desk made of it. NULL in older rows, as in
    /// those of entries that have neither.
    private static let wireCopy = """
        ALTER TABLE report ADD COLUMN entryDateline TEXT;
        ALTER TABLE report ADD COLUMN entryPlaces TEXT;
        """

    /// The table every poll asks most: without rowids it is less than half the size of a table with an index, and
    /// faster. Triggers keep it true to `report`; a foreign key would need a second index to be enforced by.
    private static let reportMatch = """
        CREATE TABLE reportMatch (
            matchKey INTEGER NOT NULL,
            date REAL NOT NULL,
            reportID INTEGER NOT NULL,
            PRIMARY KEY (matchKey, date, reportID)
        ) STRICT, WITHOUT ROWID;
        CREATE TRIGGER reportInserted AFTER INSERT ON report WHEN new.matchKey IS NOT NULL BEGIN
            INSERT INTO reportMatch (matchKey, date, reportID) VALUES (new.matchKey, new.date, new.id);
        END;
        CREATE TRIGGER reportUpdated AFTER UPDATE OF matchKey, date ON report
        WHEN old.matchKey IS NOT new.matchKey OR old.date IS NOT new.date BEGIN
            DELETE FROM reportMatch WHERE matchKey = old.matchKey AND date = old.date AND reportID = old.id;
            INSERT INTO reportMatch (matchKey, date, reportID)
                SELECT new.matchKey, new.date, new.id WHERE new.matchKey IS NOT NULL;
        END;
        CREATE TRIGGER reportDeleted AFTER DELETE ON report WHEN old.matchKey IS NOT NULL BEGIN
            DELETE FROM reportMatch WHERE matchKey = old.matchKey AND date = old.date AND reportID = old.id;
        END;
        """

    /// `published` is the story's, for paging; `changeNumber` is when readers of this feed last saw the story change.
    /// `isIncluded` ends both indexes, though they hold no other value: else SQLite looks every row up to check it.
    private static let membership = """
        CREATE TABLE membership (
            storyID TEXT NOT NULL REFERENCES story (id) ON DELETE CASCADE,
            feedID TEXT NOT NULL,
            isIncluded INTEGER NOT NULL,
            reason TEXT NOT NULL,
            published REAL NOT NULL,
            changeNumber INTEGER NOT NULL,
            PRIMARY KEY (storyID, feedID)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX membershipByPublished ON membership (feedID, published, storyID, isIncluded) WHERE isIncluded;
        CREATE INDEX membershipByChange ON membership (feedID, changeNumber, storyID, isIncluded) WHERE isIncluded;
        CREATE TABLE feedState (
            feedID TEXT NOT NULL PRIMARY KEY,
            changeNumber INTEGER NOT NULL,
            changedAt REAL NOT NULL
        ) STRICT, WITHOUT ROWID;
        """

    /// What is remembered of that which is gone: identities removed by retention (`seenAt`: when a document last
    /// carried them), and stories absorbed by others.
    private static let memory = """
        CREATE TABLE expired (
            sourceID TEXT NOT NULL,
            identityKey TEXT NOT NULL,
            seenAt REAL NOT NULL,
            PRIMARY KEY (sourceID, identityKey)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX expiredBySeen ON expired (seenAt);
        CREATE TABLE alias (
            storyID TEXT NOT NULL PRIMARY KEY,
            survivorID TEXT NOT NULL,
            absorbedAt REAL NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX aliasBySurvivor ON alias (survivorID);
        """
}
