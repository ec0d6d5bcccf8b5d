// What to fetch: a source with its stored state, and the limits the operator and this program set.

package import FeedModel

/// One conditional fetch of one source.
package struct FetchRequest: Sendable {
    package var source: Source
    /// Its validators are returned to the address they came from; `movedTo` is asked instead of the source's address.
    package var state: PollState
    package var settings: PollingSettings
    /// As in `FetchRequest.userAgent(version:contact:)`.
    package var userAgent: String
    /// The address that sent the state's validators (`FetchResult.validatorsURL` of that fetch); nil: the address that
    /// is asked first. A temporary redirect makes them differ.
    package var validatorsURL: String?

    package init(
        source: Source,
        state: PollState,
        settings: PollingSettings,
        userAgent: String,
        validatorsURL: String? = nil
    ) {
        self.source = source
        self.state = state
        self.settings = settings
        self.userAgent = userAgent
        self.validatorsURL = validatorsURL
    }

    /// `Telex/1.0 (+https://example.nl/about)`; without the parenthesis when there is no contact.
    package static func userAgent(version: String, contact: String) -> String {
        let printable = contact.filter { $0.isASCII && !$0.isNewline && $0 != "(" && $0 != ")" }
        return printable.isEmpty ? "Telex/\(version)" : "Telex/\(version) (+\(printable))"
    }
}

/// What the operator does not set.
package struct FetchLimits: Sendable, Equatable {
    /// Connections kept open for reuse, over all hosts.
    package var idleConnections = 16
    /// Bytes of all response heads of one transfer.
    package var headerBytes = 131_072
    package var redirects = 10
    /// Bytes a second; a transfer that stays below it for half of its time-out is given up.
    package var lowSpeed = 50
    /// A file of certificate authorities in PEM instead of the system's.
    package var authoritiesFile: String?

    package init() {}
}
