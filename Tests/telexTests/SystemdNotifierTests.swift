// What the service manager is told, and when it is not.

import FeedModel
import TestSupport
import Testing

@testable import telex

@Suite struct SystemdNotifierTests {
    @Test(arguments: [
        (["WATCHDOG_USEC": "3000000"], Duration.seconds(3)),
        (["WATCHDOG_USEC": "3000000", "WATCHDOG_PID": "7"], .seconds(3)),
        (["WATCHDOG_USEC": "3000000", "WATCHDOG_PID": "8"], nil),
        (["WATCHDOG_USEC": "3000000", "WATCHDOG_PID": ""], nil),
        (["WATCHDOG_USEC": "0"], nil), (["WATCHDOG_USEC": "-1"], nil), (["WATCHDOG_USEC": "often"], nil), ([:], nil),
    ])
    func theWatchdogIsOursWhenItNamesThisProcessOrNone(environment: [String: String], interval: Duration?) {
        #expect(SystemdNotifier(environment: environment, processID: 7).watchdogInterval == interval)
    }

    @Test func statesAreLinesAndAStatusIsOne() throws {
        let folder = try TemporaryFolder()
        let manager = try NotifySocket(path: folder.path + "/notify")
        let notifier = SystemdNotifier(environment: ["NOTIFY_SOCKET": manager.path], processID: 7)
        notifier.ready(status: "polling 3 sources\nWATCHDOG=trigger")
        #expect(manager.next(containing: "") == "READY=1\nSTATUS=polling 3 sources WATCHDOG=trigger")
        notifier.reloading(monotonicMicroseconds: 12)
        #expect(manager.next(containing: "") == "RELOADING=1\nMONOTONIC_USEC=12")
        notifier.watchdog()
        #expect(manager.next(containing: "") == "WATCHDOG=1")
        notifier.stopping()
        #expect(manager.next(containing: "") == "STOPPING=1\nSTATUS=stopping")
    }

    /// Nothing to see but that it returns: without a manager, with one that has gone, with a path that is none.
    @Test(arguments: [
        [:], ["NOTIFY_SOCKET": "/nergens/notify"], ["NOTIFY_SOCKET": "vsock:2:1"], ["NOTIFY_SOCKET": "@"],
    ])
    func aManagerThatDoesNotListenIsNoTrouble(environment: [String: String]) {
        SystemdNotifier(environment: environment, processID: 7).ready(status: "polling")
    }
}
