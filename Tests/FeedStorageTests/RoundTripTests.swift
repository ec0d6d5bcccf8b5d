// What is read back equals what was written, bit for bit, also by the next process.

import FeedModel
import FoundationEssentials
import GRDB
import TestSupport
import Testing

@testable import FeedStorage

@Suite struct RoundTripTests {
    private var fullReport: Report {
        var entry = ParsedEntry()
        entry.id = "urn:newsml:anp.example:20260124:ANPX1"
        entry.url = "https://anp.example/1?a=b&c=d"
        entry.title = "Gen\u{E8}ve: overleg \u{2013} 'loopt vast' \u{1F30D}"
        entry.summaryHTML = "<p>Kort & krachtig</p>"
        entry.contentHTML = "<p>Regel 1</p>\n<p>NUL \u{0} en ESC \u{1B}0 \u{1B}\u{1B} blijven</p>"
        entry.published = minutes(-1)
        entry.updated = Date(timeIntervalSince1970: 0.1 + 0.2)
        entry.authors = [Person(name: "Redactie", email: "a@b.example"), Person(url: "https://x.example/")]
        entry.categories = [Category(term: "BUI", scheme: "urn:anp", label: "Buitenland"), Category(term: "Europa")]
        entry.enclosures = [Enclosure(url: "https://x.example/a.jpg", type: "image/jpeg", length: 123)]
        entry.image = "https://x.example/b.jpg"
        entry.source = EntrySource(title: "Bron", url: "https://bron.example/feed")
        entry.creditLine = "ANP/RTR"
        entry.rights = "\u{A9} ANP"
        entry.language = "nl"
        entry.version = "2"
        entry.status = .usable
        entry.urgency = 3
        entry.embargo = minutes(60)
        entry.dateline = "Gen\u{E8}ve (ANP) - "
        entry.places = ["Gen\u{E8}ve", "Bern"]
        var attribution = Attribution()
        attribution.dateline = Dateline(
            text: "GEN\u{C8}VE (ANP/RTR)",
            places: ["GEN\u{C8}VE"],
            agencies: ["ANP", "RTR"]
        )
        attribution.places = ["GEN\u{C8}VE"]
        attribution.agencies = ["ANP", "RTR"]
        attribution.evidence = .dateline
        attribution.isForeign = true
        attribution.scopeReason = "place GEN\u{C8}VE"
        attribution.text = "Alinea een\n\nAlinea twee"
        attribution.lead = "Alinea een"
        attribution.summaryHTML = "<p>Kort</p>"
        attribution.contentHTML = "<p>Lang</p>"
        return Report(
            identity: EntryIdentity(sourceID: "anp", key: "v1:\u{0}sleutel"),
            entry: entry,
            attribution: attribution,
            headlineHash: TextHash(rawValue: .max),
            matchKey: TextHash(rawValue: 1 << 63),
            fingerprint: TextHash(rawValue: 0),
            firstSeen: start
        )
    }

    private var fullState: PollState {
        var state = poll("anp").state
        state.lastNew = minutes(-3)
        state.httpStatus = 200
        state.failures = 2
        state.lastError = "connection refused"
        state.validators = HTTPValidators(etag: "W/\"a\u{1B}b\"", lastModified: "Sat, 24 Jan 2026 10:02:00 GMT")
        state.validatorsSince = minutes(-9)
        state.movedTo = "https://new.example/"
        state.feedTitle = "ANP Buitenland"
        state.feedHomePageURL = "https://anp.example/"
        state.feedUpdated = minutes(-2)
        state.feedRights = "\u{A9}"
        state.feedFormat = .atom10
        state.warnings = 4
        state.ttlSeconds = 600
        state.skipHours = [0, 1, 23]
        state.skipDays = [6, 7]
        state.lastFetchSeconds = 0.1 + 0.2
        return state
    }

    @Test func everyFieldOfAReportComesBack() async throws {
        let store = try FeedStore.inMemory()
        try await store.register("anp")
        let report = fullReport
        try await store.take(report)
        #expect(try await store.all(in: "alles").first?.reports == [report])
        #expect(try await store.take(report).decision.isEmpty)
    }

    @Test func anEmptyReportComesBackEmpty() async throws {
        let store = try FeedStore.inMemory()
        try await store.register("anp")
        let report = Report(
            identity: EntryIdentity(sourceID: "anp", key: ""),
            entry: ParsedEntry(),
            attribution: Attribution(),
            headlineHash: nil,
            matchKey: nil,
            fingerprint: TextHash(rawValue: 7),
            firstSeen: start
        )
        try await store.take(report)
        #expect(try await store.all(in: "alles").first?.reports == [report])
    }

    @Test func everyFieldOfAPollStateComesBack() async throws {
        let store = try FeedStore.inMemory()
        try await store.register("anp")
        try await store.finish(PollRecord(state: fullState, leaseOwner: "desk"))
        #expect(try await store.sourceStatuses(now: start).map(\.state) == [fullState])
    }

    @Test func reopeningKeepsEveryRowAsItWas() async throws {
        try await withTemporaryFolder { folder in
            let before: [String]
            let stories: [Story]
            do {
                let store = try FeedStore(path: folder("telex.db"))
                try await store.register("anp", "rtr")
                try await store.take(fullReport)
                try await store.take(ToyDesk.report("rtr", "1", title: "Zelfde kop", at: minutes(1)), at: minutes(1))
                try await store.finish(PollRecord(state: fullState, leaseOwner: "desk"))
                before = try await store.dump()
                stories = try await store.all(in: "alles")
            }
            let reopened = try FeedStore(path: folder("telex.db"))
            #expect(try await reopened.dump() == before)
            #expect(try await reopened.all(in: "alles") == stories)
            #expect(try await reopened.take(fullReport).decision.isEmpty)
            #expect(stories.count == 2)
        }
    }

    @Test func datesComeBackBitForBit() throws {
        var generator = SeededGenerator(seed: 1)
        let queue = try DatabaseQueue()
        for _ in 0..<2000 {
            let date = Date(timeIntervalSince1970: .random(in: -1e11...1e11, using: &generator))
            let row = try queue.read { try Row.fetchOne($0, sql: "SELECT ?", arguments: [StoredValue.date(date)]) }
            var columns = ColumnReader(try #require(row))
            let read = try columns.date()
            #expect(read == date)
            #expect(read.timeIntervalSince1970.bitPattern == date.timeIntervalSince1970.bitPattern)
        }
    }

    @Test func textThatSQLiteWouldCutComesBack() {
        var generator = SeededGenerator(seed: 2)
        let alphabet: [Character] = ["\u{0}", "\u{1B}", "0", "1", "a", "\u{E9}", "\u{1F30D}"]
        for _ in 0..<2000 {
            let length = Int.random(in: 0...8, using: &generator)
            let text = String((0..<length).map { _ in alphabet.randomElement(using: &generator) ?? "a" })
            let escaped = StoredText.escaped(text)
            #expect(!escaped.utf8.contains(0))
            #expect(StoredText.unescaped(escaped).utf8.elementsEqual(text.utf8))
        }
    }

    @Test func datesThatAreNoNumberDoNotTrap() async throws {
        let store = try FeedStore.inMemory()
        try await store.register("anp")
        try await store.take(ToyDesk.report("anp", "1", title: "Kop", at: Date(timeIntervalSince1970: .nan)))
        try await store.take(ToyDesk.report("anp", "2", title: "Kop 2", at: .distantFuture))
        try await store.take(ToyDesk.report("anp", "3", title: "Kop 3", at: Date(timeIntervalSince1970: .infinity)))
        #expect(try await store.totals().items == 3)
    }
}
