// Log lines: one each, priorities for the journal, pairs that can be read back.

import FoundationEssentials
import Logging
import Synchronization
import Testing

@testable import telex

@Suite struct LogfmtHandlerTests {
    /// What is written for one event, at 24 January 2026, 10:02:03 UTC.
    private func line(
        _ destination: LogDestination,
        _ level: Logger.Level = .info,
        _ message: Logger.Message = "poll",
        _ metadata: Logger.Metadata = [:]
    ) -> String {
        let written = LinesWritten()
        var logger = Logger(label: "test") { _ in
            LogfmtHandler(
                level: .trace,
                destination: destination,
                now: { Date(timeIntervalSince1970: 1_769_248_923) },
                write: { written.add($0) }
            )
        }
        logger[metadataKey: "source.id"] = "anp"
        logger.log(level: level, message, metadata: metadata)
        return written.text
    }

    @Test(arguments: [
        (Logger.Level.critical, 2), (.error, 3), (.warning, 4), (.notice, 5), (.info, 6), (.debug, 7), (.trace, 7),
    ])
    func theJournalIsToldThePriority(level: Logger.Level, priority: Int) {
        #expect(line(.journal, level) == "<\(priority)>poll source.id=anp\n")
    }

    @Test func timeStandsWhereNobodyElseAddsIt() {
        #expect(line(.terminal) == "10:02:03 info  poll source.id=anp\n")
        #expect(line(.plain) == "time=2026-01-24T10:02:03Z level=info msg=poll source.id=anp\n")
    }

    @Test func pairsAreInOrderAndTheCallsOwnWin() {
        let metadata: Logger.Metadata = ["z": "1", "a": "2", "source.id": "rtr"]
        #expect(line(.journal, .info, "poll", metadata) == "<6>poll a=2 source.id=rtr z=1\n")
    }

    @Test(arguments: [
        ("plain", "plain"), ("", "\"\""), ("two words", "\"two words\""), ("a=b", "\"a=b\""),
        ("say \"no\"", "\"say \\\"no\\\"\""), ("c:\\x y", "\"c:\\\\x y\""), ("a\nb", "\"a\\nb\""),
        ("a\r\u{1B}b", "\"a  b\""),
        ("\u{7F}", "\" \""), ("a\u{9B}31mb", "\"a 31mb\""), ("a\u{2028}b", "\"a b\""), ("Curaçao", "Curaçao"),
    ])
    func valuesAreQuotedWhenAReaderWouldSplitThem(text: String, quoted: String) {
        #expect(LogfmtHandler.quoted(text) == quoted)
    }

    @Test(arguments: [LogDestination.journal, .terminal, .plain])
    func anEventIsOneLineWhateverIsInIt(destination: LogDestination) {
        let hostile = "a\n<0>b\r\n\u{85}c\u{2028}d\u{1B}[2Je"
        let text = line(destination, .error, "\(hostile)", ["error": "\(hostile)"])
        let breaks = text.unicodeScalars.filter { $0.breaksLines }
        #expect(breaks.count == 1 && text.hasSuffix("\n"))
    }

    @Test func theDestinationIsTheJournalsWhenSystemdSaysSo() {
        let journal = LogDestination.detect(environment: ["JOURNAL_STREAM": "8:1"], isTerminal: true)
        guard case .journal = journal else { Issue.record("\(journal)"); return }
        guard case .terminal = LogDestination.detect(environment: [:], isTerminal: true) else {
            Issue.record("a terminal is not recognised")
            return
        }
        guard case .plain = LogDestination.detect(environment: [:], isTerminal: false) else {
            Issue.record("a pipe is not recognised")
            return
        }
    }
}

/// What a handler has written.
private final class LinesWritten: Sendable {
    private let lines = Mutex("")

    func add(_ line: String) { lines.withLock { $0 += line } }
    var text: String { lines.withLock { $0 } }
}
