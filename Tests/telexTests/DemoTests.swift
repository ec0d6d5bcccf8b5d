// The demonstration's news: what the simulated agencies publish can be read, and is merged.

import FeedDesk
import FeedModel
import FeedParsing
import FoundationEssentials
import TestSupport
import Testing

@testable import telex

@Suite struct DemoTests {
    private static let folder = Fixtures.folder + "/demo"
    private static let start = Date(timeIntervalSince1970: 1_769_248_920)

    private func agencies(_ scenario: DemoScenario) throws -> [SimulatedAgency] {
        try SimulatedAgency.styles.map {
            try SimulatedAgency($0, scenario: scenario, folder: Self.folder, started: Self.start)
        }
    }

    /// What an agency's document says `seconds` after the start.
    private func reports(of agency: SimulatedAgency, after seconds: Double) throws -> [Report] {
        let now = Self.start + seconds
        let bytes = agency.document(at: now, base: "http://127.0.0.1:9")
        let feed = try FeedParser.parse(bytes, options: ParseOptions(contentType: agency.style.contentType))
        #expect(feed.issues.isEmpty && !feed.isDamaged, "\(agency.style.code): \(feed.issues)")
        #expect(feed.entries.count == agency.publishedCount(at: now))
        let source = Source(id: SourceID(rawValue: agency.style.code.lowercased()), url: "", interval: .seconds(2))
        return Desk(configuration: Configuration()).reports(of: feed, from: source, now: now)
    }

    @Test func everyDocumentParsesAtEveryStepAndCreditsItsAgency() throws {
        let scenario = try DemoScenario.load(from: Self.folder)
        for agency in try agencies(scenario) {
            for seconds in stride(from: 0, through: scenario.length, by: 1) {
                for report in try reports(of: agency, after: seconds) {
                    #expect(report.attribution.agencies == [AgencyCode(rawValue: agency.style.code)])
                    #expect(report.attribution.evidence == .dateline)
                    #expect(report.attribution.places.count == 1)
                    #expect(try #require(report.entry.published) < Self.start + seconds)
                }
            }
        }
    }

    @Test func whatSeveralAgenciesCarryIsOneStory() throws {
        let scenario = try DemoScenario.load(from: Self.folder)
        var carried: [TextHash: Set<SourceID>] = [:]
        for agency in try agencies(scenario) {
            for report in try reports(of: agency, after: scenario.length) {
                carried[try #require(report.matchKey), default: []].insert(report.identity.sourceID)
            }
        }
        #expect(carried.count == scenario.stories.count)
        #expect(carried.values.map(\.count).sorted() == scenario.stories.map(\.agencies.count).sorted())
        #expect(carried.values.contains { $0.count == 3 })
    }

    @Test func aDocumentStaysTheSameUntilTheAgencyPublishesAgain() throws {
        let scenario = try DemoScenario.load(from: Self.folder)
        for agency in try agencies(scenario) {
            var last = (count: -1, bytes: [UInt8]())
            for seconds in stride(from: 0, through: scenario.length, by: 0.5) {
                let now = Self.start + seconds
                let bytes = agency.document(at: now, base: "http://127.0.0.1:9")
                let count = agency.publishedCount(at: now)
                #expect((bytes == last.bytes) == (count == last.count))
                last = (count, bytes)
            }
        }
    }

    @Test func headlinesWithAmpersandsAndQuotesSurviveEveryFormat() throws {
        let headline = "Minister: \"AT&T 'weg'\" \\ of niet"
        let story = DemoScenario.Story(
            headline: headline,
            place: "PARIJS",
            lead: "De \"A&B\" gaat door.",
            paragraphs: ["Meer \"later\"."],
            agencies: ["ANP": .init(at: 0), "RTR": .init(at: 0), "AFP": .init(at: 0)]
        )
        for agency in try agencies(DemoScenario(stories: [story])) {
            let report = try #require(try reports(of: agency, after: 1).first)
            #expect(report.entry.title == headline, "\(agency.style.code)")
            #expect(report.attribution.lead == "De \"A&B\" gaat door.", "\(agency.style.code)")
        }
    }

    @Test func missingFilesAreNamed() {
        #expect(throws: Failure.self) { try DemoScenario.load(from: "/nergens") }
        let style = SimulatedAgency.styles[0]
        let scenario = DemoScenario(stories: [])
        let wanted = "/nergens/anp.rss.mustache: the agency's template is missing"
        #expect(throws: Failure(.inputMissing, wanted)) {
            try SimulatedAgency(style, scenario: scenario, folder: "/nergens", started: Self.start)
        }
    }

    @Test func theNewsIsFoundWhereItIsInstalled() throws {
        let root = try TemporaryFolder()
        let share = root.path + "/share/telex/demo"
        try FileManager.default.createDirectory(atPath: share, withIntermediateDirectories: true)
        _ = try root.write("stories: []\n", to: "share/telex/demo/scenario.yaml")
        #expect(DemoScenario.folder(option: nil, executable: root.path + "/bin/telex") == share)
        #expect(DemoScenario.folder(option: "/elders", executable: root.path + "/bin/telex") == "/elders")
    }
}
