// Merged feeds as read back: paging, change numbers, and that they move for a reader's reasons only.

import FeedModel
import FoundationEssentials
import Testing

@testable import FeedStorage

@Suite struct FeedTests {
    private func filled(_ count: Int) async throws -> FeedStore {
        let store = try FeedStore.inMemory()
        try await store.register("anp")
        // Three of a kind share each date: the id has to decide among them.
        try await store.take(
            (0..<count).map { ToyDesk.report("anp", "\($0)", title: "Kop \($0)", at: minutes(Double($0 / 3))) }
        )
        return store
    }

    @Test(arguments: [1, 2, 3, 7, 100])
    func pagingVisitsEachStoryOnceNewestFirst(pageSize: Int) async throws {
        let store = try await filled(50)
        var visited: [Story] = []
        var cursor: StoryCursor?
        while true {
            let page = try await store.stories(in: "alles", limit: pageSize, before: cursor, publishedAfter: nil)
            guard let last = page.last else { break }
            visited += page
            cursor = StoryCursor(published: last.record.published, id: last.id)
        }
        #expect(visited == (try await store.all(in: "alles")))
        #expect(Set(visited.map(\.id)).count == 50)
        let sorted = visited.sorted { ($0.record.published, $0.id.rawValue) > ($1.record.published, $1.id.rawValue) }
        #expect(visited == sorted)
    }

    @Test func storiesArePassedOverUnread() async throws {
        let store = try await filled(20)
        let all = try await store.all(in: "alles")
        let cursor = StoryCursor(published: all[3].record.published, id: all[3].id)
        for skipped in [0, 5, 15, 16, 1000] {
            let page = try await store.stories(
                in: "alles",
                limit: 4,
                before: cursor,
                publishedAfter: nil,
                skipping: skipped
            )
            #expect(page == Array(all.dropFirst(4 + skipped).prefix(4)))
        }
    }

    @Test func ofTooManyChangesTheNewestPublishedAreTold() async throws {
        let store = try await filled(9)
        let all = try await store.all(in: "alles")
        try await store.take(ToyDesk.report("anp", "8", title: "Kop 8", body: "Meer", at: minutes(2)), at: minutes(9))
        let told = try await store.stories(in: "alles", changedAfter: 0, limit: 4)
        #expect(Set(told.map(\.story.id)) == Set(all.prefix(4).map(\.id)))
        #expect(told.map(\.changeNumber) == [1, 1, 1, 2])
        #expect(try await store.stories(in: "alles", changedAfter: 1, limit: 4).map(\.changeNumber) == [2])
    }

    @Test func ageBoundsSplitAFeedInTwo() async throws {
        let store = try await filled(30)
        let bound = minutes(4)
        let young = try await store.stories(in: "alles", limit: 100, before: nil, publishedAfter: bound)
        #expect(young.count == 15)
        #expect(young.allSatisfy { $0.record.published > bound })
        #expect(try await store.storyCount(in: "alles", publishedAfter: bound) == 15)
        #expect(try await store.storyCount(in: "alles", publishedAfter: nil) == 30)
        #expect(try await store.lastAgedOut(of: "alles", publishedBefore: bound) == bound)
        #expect(try await store.lastAgedOut(of: "alles", publishedBefore: minutes(3.5)) == minutes(3))
        #expect(try await store.lastAgedOut(of: "alles", publishedBefore: minutes(-1)) == nil)
        #expect(try await store.lastAgedOut(of: "geen", publishedBefore: bound) == nil)
        #expect(try await store.stories(in: "alles", limit: 0, before: nil, publishedAfter: nil).isEmpty)
        #expect(try await store.stories(in: "alles", limit: -1, before: nil, publishedAfter: nil).isEmpty)
    }

    @Test func aFeedThatNeverHadAStoryIsAtZero() async throws {
        let store = try FeedStore.inMemory()
        let never = FeedState(changeNumber: 0, changedAt: Date(timeIntervalSince1970: 0))
        #expect(try await store.feedState("buitenland") == never)
        #expect(try await store.changeNumber() == 0)
    }

    @Test func onlyTheFeedsThatCarryAChangeMove() async throws {
        let store = try FeedStore.inMemory()
        try await store.register("anp")
        try await store.take(ToyDesk.report("anp", "1", title: "Binnenland", isForeign: false), at: minutes(1))
        let first = FeedState(changeNumber: 1, changedAt: minutes(1))
        #expect(try await store.feedState("alles") == first)
        #expect(try await store.feedState("buitenland").changeNumber == 0)
        try await store.take(ToyDesk.report("anp", "2", title: "Buitenland", isForeign: true), at: minutes(2))
        let second = FeedState(changeNumber: 2, changedAt: minutes(2))
        #expect(try await store.feedState("alles") == second)
        #expect(try await store.feedState("buitenland") == second)
        let revised = ToyDesk.report("anp", "1", title: "Binnenland", body: "x", isForeign: false)
        try await store.take(revised, at: minutes(3))
        #expect(try await store.feedState("alles") == FeedState(changeNumber: 3, changedAt: minutes(3)))
        #expect(try await store.feedState("buitenland") == second)
    }

    @Test func aStoryThatLeavesAFeedMovesIt() async throws {
        let store = try FeedStore.inMemory()
        try await store.register("anp")
        try await store.take(ToyDesk.report("anp", "1", title: "Kop", isForeign: true))
        try await store.take(ToyDesk.report("anp", "1", title: "Kop", isForeign: false), at: minutes(1))
        #expect(try await store.all(in: "buitenland").isEmpty)
        #expect(try await store.feedState("buitenland").changeNumber == 2)
        try await store.take(ToyDesk.report("anp", "1", title: "Kop", body: "x", isForeign: false), at: minutes(2))
        #expect(try await store.feedState("buitenland").changeNumber == 2)
        #expect(try await store.feedState("alles").changeNumber == 3)
    }

    @Test func aRevisionWithinTheSameInstantMovesTheFeed() async throws {
        let store = try FeedStore.inMemory()
        try await store.register("anp")
        try await store.take(ToyDesk.report("anp", "1", title: "Kop"))
        try await store.take(ToyDesk.report("anp", "1", title: "Kop", body: "Meer"))
        #expect(try await store.feedState("alles").changeNumber == 2)
    }

    @Test func whatReadersDoNotSeeMovesNothing() async throws {
        let store = try FeedStore.inMemory()
        try await store.register("anp")
        let report = ToyDesk.report("anp", "1", title: "Kop")
        try await store.take(report)
        let story = try #require(try await store.all(in: "alles").first)
        var memberships = ToyDesk.memberships(story.record, story.reports)
        memberships[0].reason = "said differently"
        let decision = PollDecision(
            reports: [ReportWrite(report: report, storyID: story.id, verdict: nil)],
            stories: [StoryWrite(record: story.record, memberships: memberships)]
        )
        let result = try await store.commit(poll("anp"), lookup: ToyDesk.lookup([report])) { _ in decision }
        #expect(result.changeNumber == 1)
        #expect(try await store.feedState("alles").changeNumber == 1)
        #expect(try await store.explain("guid-1").first?.memberships.first?.reason == "said differently")
    }

    /// Feeds name the sources of their stories: their bytes change with the name.
    @Test func aRenamedSourceMovesTheFeedsThatNameIt() async throws {
        let store = try FeedStore.inMemory()
        try await store.register("anp", "rtr")
        let report = ToyDesk.report("anp", "1", title: "Kop", isForeign: false)
        try await store.take(report)
        var record = poll("anp", at: minutes(5))
        record.state.feedTitle = "ANP Nieuws"
        for expected: Int64 in [2, 2] {
            let result = try await store.commit(record, lookup: ToyDesk.lookup([report])) {
                ToyDesk.decide([report], known: $0, now: minutes(5))
            }
            #expect(result.changeNumber == expected)
        }
        #expect(try await store.feedState("alles") == FeedState(changeNumber: 2, changedAt: minutes(5)))
        #expect(try await store.feedState("buitenland").changeNumber == 0)
        // Not a story of its own, and not the state of somebody else's poll.
        #expect(try await store.stories(in: "alles", changedAfter: 1, limit: 10).isEmpty)
        _ = try await store.leaseAll(now: minutes(6), owner: "other", until: minutes(9))
        record.state.feedTitle = "Anders"
        _ = try await store.commit(record, lookup: ToyDesk.lookup([])) { _ in PollDecision() }
        #expect(try await store.changeNumber() == 2)
    }

    @Test func theTimeOfTheLastChangeNeverGoesBack() async throws {
        let store = try FeedStore.inMemory()
        try await store.register("anp")
        try await store.take(ToyDesk.report("anp", "1", title: "Kop"), at: minutes(10))
        try await store.take(ToyDesk.report("anp", "2", title: "Kop 2"), at: minutes(5))
        #expect(try await store.feedState("alles") == FeedState(changeNumber: 2, changedAt: minutes(10)))
    }

    @Test func changesAreToldInOrderAndOnce() async throws {
        let store = try FeedStore.inMemory()
        try await store.register("anp")
        try await store.take(ToyDesk.report("anp", "1", title: "Een"))
        try await store.take(ToyDesk.report("anp", "2", title: "Twee", at: minutes(1)), at: minutes(1))
        try await store.take(ToyDesk.report("anp", "1", title: "Een", body: "Meer"), at: minutes(2))
        let changes = try await store.stories(in: "alles", changedAfter: 0, limit: 10)
        #expect(changes.map(\.changeNumber) == [2, 3])
        #expect(changes.map(\.story.headline) == ["Twee", "Een"])
        #expect(try await store.stories(in: "alles", changedAfter: 2, limit: 10).map(\.story.headline) == ["Een"])
        #expect(try await store.stories(in: "alles", changedAfter: 0, limit: 1).map(\.story.headline) == ["Twee"])
        #expect(try await store.stories(in: "alles", changedAfter: 3, limit: 10).isEmpty)
    }

    @Test func everyListenerHearsOfTheNewestChange() async throws {
        let store = try FeedStore.inMemory()
        try await store.register("anp")
        let slow = store.changeStream()
        var quick = store.changeStream().makeAsyncIterator()
        try await store.take(ToyDesk.report("anp", "1", title: "Een"))
        #expect(await quick.next() == 1)
        try await store.take(ToyDesk.report("anp", "1", title: "Een"))
        try await store.finish(poll("anp"))
        try await store.take(ToyDesk.report("anp", "2", title: "Twee"))
        #expect(await quick.next() == 2)
        var late = slow.makeAsyncIterator()
        #expect(await late.next() == 2)
    }
}
