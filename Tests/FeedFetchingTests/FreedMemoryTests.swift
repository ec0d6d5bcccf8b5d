// Memory that parsing left behind goes back to the system.

import FeedFetching
import Foundation
import Testing

@Suite struct FreedMemoryTests {
    /// Resident set in bytes.
    private func resident() throws -> Int {
        let text = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8)
        return try #require(Int(text.split(separator: " ")[1])) * Int(sysconf(Int32(_SC_PAGESIZE)))
    }

    /// The sanitizers bring an allocator of their own, which malloc_trim does not know.
    private static let hasOwnAllocator = dlsym(nil, "__asan_init") != nil || dlsym(nil, "__tsan_init") != nil

    @Test(.disabled(if: hasOwnAllocator)) func whatWasFreedIsNoLongerResident() throws {
        // Small blocks with a last one above them: glibc cannot give back by itself what lies below.
        var blocks = (0..<500_000).map { _ in malloc(100) }
        let top = malloc(100)
        for block in blocks { free(block) }
        blocks = []
        let before = try resident()
        FreedMemory.returnToSystem()
        let after = try resident()
        free(top)
        #expect(before - after > 20_000_000)
    }
}
