// Header lines: kept in order, folded lines joined, earlier answers and trailers left out.

import TestSupport
import Testing

@testable import CurlTransfer

@Suite struct HeaderCollectorTests {
    private func collect(_ lines: [String]) -> HeaderCollector {
        var collector = HeaderCollector()
        for line in lines { Array(line.utf8).withUnsafeBytes { collector.take($0) } }
        return collector
    }

    @Test func fieldsComeInOrderWithoutTheSpaceAroundThem() {
        let collector = collect(["HTTP/1.1 200 OK\r\n", "A:  1 \r\n", "b:2\r\n", "A:\r\n", "\r\n"])
        #expect(collector.fields == [HeaderField("A", "1"), HeaderField("b", "2"), HeaderField("A", "")])
        #expect(collector.isComplete)
    }

    @Test func onlyTheLastAnswersFieldsCount() {
        let lines = ["HTTP/1.1 103 Early\r\n", "A: 1\r\n", "\r\n", "HTTP/1.1 200 OK\r\n", "B: 2\r\n"]
        #expect(collect(lines).fields == [HeaderField("B", "2")])
        #expect(!collect(lines).isComplete)
    }

    @Test func foldedLinesAreJoined() {
        let collector = collect(["HTTP/1.1 200 OK\r\n", "A: 1\r\n", "\t 2\r\n", "\r\n"])
        #expect(collector.fields == [HeaderField("A", "1 2")])
    }

    @Test func anyLinesAreTakenWithoutATrap() {
        var generator = SeededGenerator(seed: 7)
        let alphabet: [UInt8] = [9, 10, 13, 32, 58, 65, 72, 84, 80, 47, 0, 255]
        for _ in 0..<2000 {
            var collector = HeaderCollector()
            var count = 0
            for _ in 0..<4 {
                let line = (0..<Int.random(in: 0...12, using: &generator)).map { _ in
                    alphabet[Int.random(in: 0..<alphabet.count, using: &generator)]
                }
                count += line.count
                line.withUnsafeBytes { collector.take($0) }
            }
            #expect(collector.byteCount == count)
        }
    }
}
