// Snapshots are rendered once, shared, and dropped when they are stale.

import FoundationEssentials
import Synchronization
import Testing

@testable import FeedServer

@Suite struct SnapshotCacheTests {
    private let start = Date(timeIntervalSince1970: 1_769_248_920)

    private func snapshot(_ text: String, until: Date? = nil) -> Snapshot {
        let document = RenderedDocument(
            Array(text.utf8),
            contentType: "text/plain",
            lastModified: nil,
            cacheControl: "no-cache"
        )
        return Snapshot(document: document, validUntil: until)
    }

    /// How often something was rendered.
    private final class Count: Sendable {
        private let number = Mutex(0)

        func add() { number.withLock { $0 += 1 } }
        var value: Int { number.withLock { $0 } }
    }

    @Test func oneRenderingServesManyUntilInvalidated() async throws {
        let cache = SnapshotCache()
        let count = Count()
        for expected in [1, 1, 1] {
            _ = try await cache.snapshot(for: "/a", now: start) {
                count.add()
                return self.snapshot("a")
            }
            #expect(count.value == expected)
        }
        cache.invalidate()
        _ = try await cache.snapshot(for: "/a", now: start) {
            count.add()
            return self.snapshot("b")
        }
        #expect(count.value == 2)
    }

    @Test func aSnapshotEndsWhenItSays() async throws {
        let cache = SnapshotCache()
        let end = start.addingTimeInterval(30)
        let first = try await cache.snapshot(for: "/a", now: start) { self.snapshot("a", until: end) }
        let before = try await cache.snapshot(for: "/a", now: end.addingTimeInterval(-1)) { self.snapshot("b") }
        let after = try await cache.snapshot(for: "/a", now: end) { self.snapshot("c") }
        #expect(before.document.tag == first.document.tag)
        #expect(after.document.tag != first.document.tag)
    }

    @Test func thoseWhoAskTogetherShareOneRendering() async throws {
        let cache = SnapshotCache()
        let count = Count()
        let (gate, opener) = AsyncStream.makeStream(of: Void.self)
        let tags = try await withThrowingTaskGroup(of: String.self) { group in
            for _ in 0..<20 {
                group.addTask { [start, snapshot = snapshot("a")] in
                    let shared = try await cache.snapshot(for: "/a", now: start) {
                        count.add()
                        for await _ in gate {}
                        return snapshot
                    }
                    return shared.document.tag
                }
            }
            while count.value == 0 { await Task.yield() }
            opener.finish()
            return try await group.reduce(into: Set<String>()) { $0.insert($1) }
        }
        #expect(tags.count == 1)
        #expect(count.value == 1)
    }

    @Test func aFailureIsNotKept() async throws {
        struct Broken: Error {}
        let cache = SnapshotCache()
        await #expect(throws: Broken.self) {
            try await cache.snapshot(for: "/a", now: start) { throw Broken() }
        }
        let second = try await cache.snapshot(for: "/a", now: start) { self.snapshot("a") }
        #expect(second.document.forms[.identity] == Array("a".utf8))
    }

    @Test func whatChangesWhileItIsRenderedIsRenderedAgain() async throws {
        let cache = SnapshotCache()
        _ = try await cache.snapshot(for: "/a", now: start) {
            cache.invalidate()
            return self.snapshot("old")
        }
        let next = try await cache.snapshot(for: "/a", now: start) { self.snapshot("new") }
        #expect(next.document.forms[.identity] == Array("new".utf8))
    }
}
