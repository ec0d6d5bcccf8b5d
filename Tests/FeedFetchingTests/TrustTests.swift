// Who may be told a secret, and where a server may lead us.

import FeedFetching
import FeedModel
import TestSupport
import Testing

@Suite struct TrustTests {
    let fetches = Fetches()
    let origin: Origin
    let other: Origin

    init() throws {
        origin = try Origin()
        other = try Origin(address: "127.0.0.2")
        origin.on("/end", reply: .ok("x"))
        other.on("/end", reply: .ok("other"))
    }

    private func secrets(_ request: inout FetchRequest) {
        request.source.credentials = .basic(username: "desk", password: "geheim")
        request.source.headers = [HTTPHeader(name: "X-Key", value: "geheim")]
        request.source.allowPrivate = true
    }

    @Test func theConfiguredServerGetsCredentialsAndHeaders() async {
        origin.on("/0", reply: .redirect(302, to: "/end"))
        _ = await fetches.fetch(origin.url("/0"), secrets)
        #expect(
            origin.requests.map { $0.header("Authorization") } == Array(repeating: "Basic ZGVzazpnZWhlaW0=", count: 2)
        )
        #expect(origin.requests.map { $0.header("X-Key") } == ["geheim", "geheim"])
    }

    @Test(arguments: [301, 302, 307])
    func anotherHostGetsNeither(code: Int) async {
        origin.on("/0", reply: .redirect(code, to: other.url("/end")))
        let result = await fetches.fetch(origin.url("/0"), secrets)
        #expect(result.outcome.text == "other")
        #expect(other.requests.first?.header("Authorization") == nil)
        #expect(other.requests.first?.header("X-Key") == nil)
        #expect(other.requests.first?.header("Accept") != nil)
    }

    @Test func anotherPortOfTheSameHostGetsNeither() async throws {
        let neighbour = try Origin()
        neighbour.on("/end", reply: .ok("neighbour"))
        origin.on("/0", reply: .redirect(302, to: neighbour.url("/end")))
        #expect(await fetches.fetch(origin.url("/0"), secrets).outcome.text == "neighbour")
        #expect(neighbour.requests.first?.header("Authorization") == nil)
        #expect(neighbour.requests.first?.header("X-Key") == nil)
    }

    @Test func theWayBackFromAnotherHostIsTrustedAgain() async {
        origin.on("/0", reply: .redirect(302, to: other.url("/back")))
        other.on("/back", reply: .redirect(302, to: origin.url("/end")))
        _ = await fetches.fetch(origin.url("/0"), secrets)
        #expect(origin.requests.last?.header("X-Key") == "geheim")
    }

    @Test func aRememberedAddressOfAnotherHostGetsNeither() async {
        let result = await fetches.fetch(origin.url("/0")) {
            secrets(&$0)
            $0.state.movedTo = other.url("/end")
        }
        #expect(result.outcome.text == "other")
        #expect(other.requests.first?.header("Authorization") == nil)
        #expect(other.requests.first?.header("X-Key") == nil)
    }

    @Test func a401WhereCredentialsWereWithheldSaysSo() async {
        origin.on("/0", reply: .redirect(302, to: other.url("/end")))
        other.on("/end", reply: .status(401))
        let failure = await fetches.fetch(origin.url("/0"), secrets).outcome.failure
        #expect(failure?.message.contains("the source's credentials are not sent to 127.0.0.2") == true)
        #expect(failure?.message.contains("geheim") == false)
    }

    @Test func bearerTokensAreSent() async {
        _ = await fetches.fetch(origin.url("/end")) { $0.source.credentials = .bearer(token: "t0ken") }
        #expect(origin.requests.first?.header("Authorization") == "Bearer t0ken")
    }

    @Test func userInformationInTheAddressIsUsedAndNotShown() async {
        let url = "http://desk:geheim@127.0.0.1:\(origin.port)/end"
        let result = await fetches.fetch(url)
        #expect(origin.requests.first?.header("Authorization") == "Basic ZGVzazpnZWhlaW0=")
        #expect(result.outcome.documents.first?.url == origin.url("/end"))
        let missing = await fetches.fetch(url.replacing("/end", with: "/missing"))
        #expect(missing.outcome.failure?.message.contains("geheim") == false)
    }

    @Test func theOperatorsHeadersStandInForOurs() async {
        _ = await fetches.fetch(origin.url("/end")) {
            $0.source.headers = [
                HTTPHeader(name: "accept", value: "text/xml"), HTTPHeader(name: "User-Agent", value: "Anders"),
                HTTPHeader(name: "Accept-Language", value: "nl"),
            ]
        }
        #expect(origin.requests.first?.headers.all("Accept") == ["text/xml"])
        #expect(origin.requests.first?.headers.all("User-Agent") == ["Anders"])
        #expect(origin.requests.first?.header("Accept-Language") == "nl")
    }

    @Test func aPrivateAddressTheOperatorWroteIsAllowed() async {
        origin.on("/0", reply: .redirect(302, to: "/end"))
        #expect(await fetches.fetch(origin.url("/0")).outcome.text == "x")
    }

    @Test(arguments: ["127.0.0.1", "feeds.localhost", "2130706433", "0177.0.0.1", "0x7f000001", "127.1"])
    func aPrivateAddressThatAServerLedUsToIsRefused(host: String) async {
        origin.on("/0", reply: .redirect(302, to: "http://\(host):\(origin.port)/end"))
        let failure = await fetches.fetch(origin.url("/0", host: "localhost")).outcome.failure
        #expect(failure?.kind == .refusedAddress)
        #expect(failure?.isNetwork == false)
        #expect(origin.requests.map(\.path) == ["/0"])
    }

    @Test func aRememberedPrivateAddressIsRefusedAndTheConfiguredOneAsked() async {
        let result = await fetches.fetch(origin.url("/end", host: "localhost")) { $0.state.movedTo = other.url("/end") }
        #expect(result.outcome.text == "x")
        #expect(other.connectionCount == 0)
    }

    @Test func allowPrivateOfTheSourceOrOfAllLetsItPass() async {
        origin.on("/0", reply: .redirect(302, to: other.url("/end")))
        #expect(await fetches.fetch(origin.url("/0")).outcome.failure?.kind == .refusedAddress)
        #expect(await fetches.fetch(origin.url("/0")) { $0.source.allowPrivate = true }.outcome.text == "other")
        #expect(await fetches.fetch(origin.url("/0")) { $0.settings.allowPrivate = true }.outcome.text == "other")
    }

    @Test func aSourceWithAProxyIsFetchedThroughIt() async {
        origin.otherwise { .ok($0.target) }
        let result = await fetches.fetch("http://feeds.example/anp") { $0.source.proxy = origin.url() }
        #expect(result.outcome.text == "http://feeds.example/anp")
    }
}
