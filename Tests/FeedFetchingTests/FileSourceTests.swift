// file: sources: one file, or a folder into which an agency delivers.

import FeedFetching
import FeedModel
import Foundation
import TestSupport
import Testing

@Suite struct FileSourceTests {
    let fetches = Fetches()
    let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private func again(_ url: String, after result: FetchResult) async -> FetchResult {
        await fetches.fetch(url) { $0.state.validators = result.outcome.validators ?? HTTPValidators() }
    }

    @Test(arguments: ["file://", "file:", "file://localhost", "FILE://"])
    func aFileIsReadInEverySpelling(prefix: String) async throws {
        try folder.write("met spatie é.rss", "<rss/>")
        let path = folder.path + "/met%20spatie%20%C3%A9.rss"
        let result = await fetches.fetch(prefix + path)
        #expect(result.outcome.text == "<rss/>")
        #expect(result.outcome.documents.first?.url == "file://\(path)")
        #expect(result.outcome.documents.first?.contentType == nil)
        #expect(result.bytesReceived == 6)
    }

    @Test func anUnchangedFileIsNotModified() async throws {
        try folder.write("a.rss", "een", modified: 1_000_000)
        let url = "file://\(folder.path)/a.rss"
        let first = await fetches.fetch(url)
        #expect(
            await again(url, after: first).outcome
                == .notModified(validators: first.outcome.validators ?? HTTPValidators())
        )
        try folder.write("a.rss", "twee", modified: 1_000_000)
        let longer = await again(url, after: first)
        #expect(longer.outcome.text == "twee")
        try folder.write("a.rss", "drie", modified: 1_000_001)
        #expect(await again(url, after: longer).outcome.text == "drie")
    }

    @Test func aFolderGivesItsFilesInOrderOfName() async throws {
        for name in ["b.xml", "a.json", "C.rss", ".hidden", "d"] { try folder.write(name, name) }
        try FileManager.default.createDirectory(atPath: folder.path + "/sub", withIntermediateDirectories: false)
        try folder.write("sub/inner.xml", "inner")
        let result = await fetches.fetch("file://\(folder.path)/")
        let texts = result.outcome.documents.map { String(decoding: $0.bytes, as: UTF8.self) }
        #expect(texts == ["C.rss", "a.json", "b.xml", "d"])
        #expect(result.warnings.isEmpty)
        #expect(await again("file://\(folder.path)/", after: result).outcome.isNotModified)
    }

    @Test func aFolderChangesWhenAFileComesOrGoes() async throws {
        try folder.write("a", "1", modified: 1_000_000)
        let url = "file://\(folder.path)"
        let one = await fetches.fetch(url)
        try folder.write("b", "2", modified: 1_000_000)
        let two = await again(url, after: one)
        #expect(two.outcome.documents.count == 2)
        try FileManager.default.removeItem(atPath: folder.path + "/a")
        #expect(await again(url, after: two).outcome.documents.count == 1)
    }

    @Test func anEmptyFolderIsNoFailure() async {
        let result = await fetches.fetch("file://\(folder.path)")
        #expect(result.outcome.failure == nil)
        #expect(result.outcome.documents.isEmpty)
        #expect(await again("file://\(folder.path)", after: result).outcome.isNotModified)
    }

    @Test func symbolicLinksAreFollowed() async throws {
        try folder.write("real.rss", "x")
        let files = FileManager.default
        try files.createSymbolicLink(atPath: folder.path + "/link.rss", withDestinationPath: "real.rss")
        #expect(await fetches.fetch("file://\(folder.path)/link.rss").outcome.text == "x")
        let other = try TemporaryFolder()
        try files.createSymbolicLink(atPath: other.path + "/in", withDestinationPath: folder.path)
        #expect(await fetches.fetch("file://\(other.path)/in").outcome.documents.count == 2)
        // One that leads nowhere is passed over.
        try files.createSymbolicLink(atPath: folder.path + "/dead.rss", withDestinationPath: "none")
        #expect(await fetches.fetch("file://\(folder.path)").outcome.documents.count == 2)
    }

    @Test func aMissingFileSaysSo() async {
        let failure = await fetches.fetch("file://\(folder.path)/none.rss").outcome.failure
        #expect(failure == FetchFailure(kind: .file, message: "\(folder.path)/none.rss: no such file or folder"))
        #expect(failure?.isNetwork == false)
    }

    @Test(.enabled(if: getuid() != 0, "root may read everything"))
    func aFileThatMayNotBeReadSaysSo() async throws {
        try folder.write("a.rss", "x")
        try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: folder.path + "/a.rss")
        let failure = await fetches.fetch("file://\(folder.path)/a.rss").outcome.failure
        #expect(failure?.kind == .file)
        #expect(failure?.message.contains("permission denied") == true)
    }

    @Test func aFileOfAFolderThatCannotBeReadIsTriedAgain() async throws {
        try folder.write("a.rss", "x")
        // A file that is there, and that the system refuses to read from its start, to root too.
        let unreadable = folder.path + "/b.rss"
        try FileManager.default.createSymbolicLink(atPath: unreadable, withDestinationPath: "/proc/self/mem")
        let url = "file://\(folder.path)"
        let first = await fetches.fetch(url)
        #expect(first.outcome.text == "x")
        #expect(first.warnings == ["\(unreadable): cannot be read"])
        #expect(await again(url, after: first).outcome.documents.count == 1)
    }

    @Test func whatIsNoFileIsNeverOpened() async throws {
        // Opening a pipe that nobody writes to would wait for ever.
        #expect(mkfifo(folder.path + "/pipe", 0o600) == 0)
        let failure = await fetches.fetch("file://\(folder.path)/pipe").outcome.failure
        #expect(failure?.message == "\(folder.path)/pipe is neither a file nor a folder")
        #expect(await fetches.fetch("file://\(folder.path)").outcome.documents.isEmpty)
    }

    @Test func aFileOverTheLimitIsTooLarge() async throws {
        try folder.write("a.rss", String(repeating: "x", count: 101))
        let url = "file://\(folder.path)/a.rss"
        let failure = await fetches.fetch(url) { $0.settings.maxBody = 100 }.outcome.failure
        #expect(failure?.kind == .tooLarge)
        #expect(await fetches.fetch(url) { $0.settings.maxBody = 101 }.outcome.documents.count == 1)
    }

    @Test func ofAFolderOverTheLimitTheNewestFilesAreRead() async throws {
        try folder.write("a", "oudst", modified: 1_000_000)
        try folder.write("b", "nieuw", modified: 1_000_002)
        try folder.write("c", "ouder", modified: 1_000_001)
        try folder.write("d", String(repeating: "x", count: 100), modified: 1_000_003)
        let result = await fetches.fetch("file://\(folder.path)") { $0.settings.maxBody = 10 }
        #expect(result.outcome.documents.map { String(decoding: $0.bytes, as: UTF8.self) } == ["nieuw", "ouder"])
        #expect(result.warnings == ["\(folder.path): 2 of 4 files not read: all are over 10 bytes (max_body)"])
    }

    @Test(arguments: ["file://elders.example.nl/a", "file:relative", "file:", "file:///a%00b", "file:///%FF"])
    func whatIsNoPathOfThisMachineFails(url: String) async {
        #expect(await fetches.fetch(url).outcome.failure?.kind == .address)
    }
}
