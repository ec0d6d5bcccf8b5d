// Which addresses are public, and that a guarded request connects to no other. Nothing here leaves loopback.

import CurlTransfer
import TestSupport
import Testing

@Suite struct AddressGuardTests {
    let transfers = Transfers()
    let origin: Origin

    init() throws {
        origin = try Origin()
        origin.on("/feed", reply: .ok("x"))
    }

    @Test(arguments: [
        "0.0.0.0", "0.1.2.3", "10.0.0.1", "10.255.255.255", "100.64.0.1", "100.127.255.255", "127.0.0.1", "127.9.9.9",
        "169.254.169.254", "172.16.0.1", "172.31.255.255", "192.0.0.8", "192.0.2.1", "192.88.99.1", "192.168.1.1",
        "198.18.0.1", "198.19.255.255", "198.51.100.7", "203.0.113.7", "224.0.0.1", "239.255.255.255", "240.0.0.1",
        "255.255.255.255", "::", "::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::127.0.0.1", "64:ff9b::10.0.0.1",
        "64:ff9b::a9fe:a9fe", "64:ff9b:1::1", "100::1", "2001::1", "2001:db8::1", "2002:7f00:1::", "2002:a00:1::1",
        "3fff::1", "5f00::1", "fc00::1", "fd12:3456::1", "fe80::1", "fe80::1%eth0", "fec0::1", "ff02::1", "[::1]",
    ])
    func isNotPublic(text: String) throws {
        let address = try #require(InternetAddress(text))
        #expect(!address.isPublic)
    }

    @Test(arguments: [
        "1.1.1.1", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.255.255.255", "128.0.0.1",
        "169.253.1.1", "172.15.255.255", "172.32.0.0", "192.0.1.1", "192.167.1.1", "192.169.0.0", "198.17.255.255",
        "198.20.0.0", "223.255.255.255", "::ffff:8.8.8.8", "64:ff9b::808:808", "2002:808:808::1", "2a00:1450::1",
        "2606:4700::1111", "2001:4860::8888",
    ])
    func isPublic(text: String) throws {
        let address = try #require(InternetAddress(text))
        #expect(address.isPublic)
    }

    @Test(arguments: ["", "localhost", "1.2.3", "1.2.3.4.5", "256.1.1.1", "12345::", "::1::"])
    func isNoAddress(text: String) {
        #expect(InternetAddress(text) == nil)
    }

    @Test func addressesAreSpelledAsPeopleWriteThem() {
        #expect(InternetAddress("010.0.0.1") == nil)
        #expect(InternetAddress("10.0.0.1")?.description == "10.0.0.1")
        #expect(InternetAddress("[FE80::0:1]")?.description == "fe80::1")
    }

    @Test(arguments: ["127.0.0.1", "2130706433", "0177.0.0.1", "0x7f.1", "127.1", "localhost", "feeds.localhost"])
    func aGuardedRequestRefusesLoopbackInEverySpelling(host: String) async throws {
        let url = "http://\(host):\(origin.port)/feed"
        let guarded = try await transfers.get(url) { $0.refusesPrivateAddresses = true }
        guard case .refusedAddress = guarded.error else {
            Issue.record("\(String(describing: guarded.error))")
            return
        }
        #expect(origin.connectionCount == 0)
        // The same address without the guard is served, so it was the guard that refused.
        #expect(try await transfers.get(url).status == 200)
    }

    @Test func aNameIsJudgedByWhereItLeads() async throws {
        let url = origin.url("/feed", host: "feeds.localhost")
        let error = try await transfers.get(url) { $0.refusesPrivateAddresses = true }.error
        let loopback = ["127.0.0.1", "::1"].map { TransferError.refusedAddress(host: "feeds.localhost", address: $0) }
        #expect(error.map(loopback.contains) == true)
    }

    @Test func aConnectionOpenedForAnotherIsNoWayAroundTheGuard() async throws {
        let url = origin.url("/feed", host: "feeds.localhost")
        #expect(try await transfers.get(url).status == 200)
        #expect(origin.openConnectionCount == 1)
        let guarded = try await transfers.get(url) { $0.refusesPrivateAddresses = true }
        guard case .refusedAddress = guarded.error else {
            Issue.record("\(String(describing: guarded.error))")
            return
        }
        #expect(origin.requests.count == 1)
    }

    @Test(arguments: ["10.1.2.3", "10.1.2.3.", "[::1]", "localhost.", "feeds.localhost"])
    func behindAProxyNumbersAndLocalNamesAreStillJudged(host: String) async throws {
        origin.otherwise { .ok($0.target) }
        let error = try await transfers.get("http://\(host)/feed") {
            $0.refusesPrivateAddresses = true
            $0.proxy = origin.url()
        }.error
        guard case .refusedAddress = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(origin.connectionCount == 0)
        // The proxy itself is the operator's, wherever it stands.
        let named = try await transfers.get("http://proxied.example/feed") {
            $0.refusesPrivateAddresses = true
            $0.proxy = origin.url()
        }
        #expect(named.status == 200)
    }
}
