// What a command finds around itself: environment, clock, log. Read once, here, and passed on.

import FeedFetching
import FeedModel
import FoundationEssentials
import Logging

/// The process's surroundings.
enum Surroundings {
    static var environment: [String: String] { ProcessInfo.processInfo.environment }

    /// Milliseconds are what the store keeps; finer parts would be lost on the way and make dates differ.
    @Sendable
    static func now() -> Date {
        Date(timeIntervalSince1970: (Date().timeIntervalSince1970 * 1000).rounded(.down) / 1000)
    }

    /// A logger to standard error, in the form that fits what reads it.
    static func logger(level: Logger.Level) -> Logger {
        let destination = LogDestination.detect(environment: environment, isTerminal: Console.isErrorTerminal)
        return Logger(label: "telex") { _ in
            LogfmtHandler(level: level, destination: destination, now: now, write: { Console.note($0) })
        }
    }

    /// `Telex/0.1.0 (+https://…)`: who asks, and where its operator is found (RFC 9110 section 10.1.5).
    static func userAgent(contact: String) -> String {
        let product = "Telex/\(TelexVersion.number)"
        return contact.isEmpty ? product : "\(product) (+\(contact))"
    }
}
