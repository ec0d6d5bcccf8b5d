// Log lines for people and for the journal: message first, then key=value pairs in order of key, on one line.

import FeedModel
import FoundationEssentials
import Logging

/// Where the lines go, which decides what stands before them.
enum LogDestination: Sendable {
    /// journald adds the time; `<N>` in front gives the priority (sd-daemon(3)).
    case journal
    /// A person is watching: time of day and level.
    case terminal
    /// A file or pipe: full time, level, everything as pairs.
    case plain

    /// The journal when systemd connected standard error to it, else what standard error is.
    static func detect(environment: [String: String], isTerminal: Bool) -> LogDestination {
        if environment["JOURNAL_STREAM"] != nil { return .journal }
        return isTerminal ? .terminal : .plain
    }
}

/// A swift-log handler that writes lines through `write`.
struct LogfmtHandler: LogHandler {
    var metadata: Logger.Metadata = [:]
    var logLevel: Logger.Level
    private let destination: LogDestination
    private let now: @Sendable () -> Date
    private let write: @Sendable (String) -> Void

    init(
        level: Logger.Level,
        destination: LogDestination,
        now: @escaping @Sendable () -> Date,
        write: @escaping @Sendable (String) -> Void
    ) {
        logLevel = level
        self.destination = destination
        self.now = now
        self.write = write
    }

    subscript(metadataKey key: String) -> Logger.MetadataValue? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        line(level: event.level, message: "\(event.message)", metadata: event.metadata)
    }

    private func line(level: Logger.Level, message: String, metadata extra: Logger.Metadata?) {
        let merged = metadata.merging(extra ?? [:]) { $1 }
        let pairs = merged.sorted { $0.key < $1.key }.map { " \($0.key)=\(Self.quoted("\($0.value)"))" }.joined()
        write(opening(level: level, message: message) + pairs + "\n")
    }

    private func opening(level: Logger.Level, message: String) -> String {
        switch destination {
        case .journal: "<\(level.journalPriority)>\(message.onOneLine)"
        case .terminal: "\(CivilTime(now()).timeOfDay) \(level.shortName) \(message.onOneLine)"
        case .plain: "time=\(CivilTime(now()).rfc3339) level=\(level) msg=\(Self.quoted(message))"
        }
    }

    /// Quotes what a reader of pairs would split, and keeps everything on one line.
    static func quoted(_ text: String) -> String {
        let isPlain =
            !text.isEmpty
            && text.unicodeScalars.allSatisfy { $0 > " " && $0 != "\"" && $0 != "=" && !$0.breaksLines }
        if isPlain { return text }
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case let control where control.breaksLines: result += " "
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}

extension Logger.Level {
    /// syslog(3) priorities.
    fileprivate var journalPriority: Int {
        switch self {
        case .critical: 2
        case .error: 3
        case .warning: 4
        case .notice: 5
        case .info: 6
        case .debug, .trace: 7
        }
    }

    fileprivate var shortName: String {
        switch self {
        case .critical: "CRIT "
        case .error: "ERROR"
        case .warning: "WARN "
        case .notice: "note "
        case .info: "info "
        case .debug: "debug"
        case .trace: "trace"
        }
    }
}
