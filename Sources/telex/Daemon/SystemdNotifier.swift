// Talks to systemd as a Type=notify service does (sd_notify(3)); silent where systemd does not listen.

import CNotify
import FeedModel

/// Sends states to the service manager.
struct SystemdNotifier: Sendable {
    private let socket: String?
    /// How often the service manager wants to hear WATCHDOG=1; nil when it does not watch.
    let watchdogInterval: Duration?

    /// Reads $NOTIFY_SOCKET, $WATCHDOG_USEC and $WATCHDOG_PID; the last must name this process if it is there.
    init(environment: [String: String], processID: Int32) {
        socket = environment["NOTIFY_SOCKET"]
        let isForUs = environment["WATCHDOG_PID"].map { $0 == "\(processID)" } ?? true
        let microseconds = environment["WATCHDOG_USEC"].flatMap { Int64($0) }.flatMap { $0 > 0 ? $0 : nil }
        watchdogInterval = isForUs ? microseconds.map { .microseconds($0) } : nil
    }

    /// What is listening answers requests: ordered units may start.
    func ready(status: String) { send("READY=1\nSTATUS=\(status.onOneLine)") }

    /// A line for `systemctl status`.
    func status(_ text: String) { send("STATUS=\(text.onOneLine)") }

    /// The configuration is being read anew; `ready` ends it.
    func reloading(monotonicMicroseconds: Int64) {
        send("RELOADING=1\nMONOTONIC_USEC=\(monotonicMicroseconds)")
    }

    func stopping() { send("STOPPING=1\nSTATUS=stopping") }

    /// The daemon makes progress; without this for longer than the interval it is ended and started anew.
    func watchdog() { send("WATCHDOG=1") }

    private func send(_ state: String) {
        guard let socket else { return }
        // A service manager that does not listen changes nothing about our work.
        _ = telex_notify(socket, state)
    }
}
