// https against a real server: certificates are checked, HTTP/2 is agreed on. Runs where nginx and openssl are installed.

import CurlTransfer
import Foundation
import Glibc
import TestSupport
import Testing

@Suite(.enabled(if: SecureOrigin.isAvailable, "nginx and openssl are needed"))
struct TransferTLSTests {
    let transfers = Transfers()

    @Test func aTrustedServerIsSpokenToInHTTP2() async throws {
        let server = try await SecureOrigin()
        defer { server.stop() }
        let result = try await transfers.get(server.url) { $0.authoritiesFile = server.certificateFile }
        #expect(result.error == nil)
        #expect(result.status == 200)
        #expect(result.httpVersion == 20)
        #expect(result.body == Array("<rss/>\n".utf8))
    }

    @Test func aCertificateThatNobodyKnowsIsRefused() async throws {
        let server = try await SecureOrigin()
        defer { server.stop() }
        let error = try await transfers.get(server.url).error
        #expect(error == .badCertificate(host: "localhost", reason: "self-signed certificate"))
        #expect(error?.description == "the certificate of localhost is not accepted: self-signed certificate")
    }

    @Test func aCertificateForAnotherNameIsRefused() async throws {
        let server = try await SecureOrigin()
        defer { server.stop() }
        let other = server.url.replacing("localhost", with: "127.0.0.1")
        let error = try await transfers.get(other) { $0.authoritiesFile = server.certificateFile }.error
        guard case .badCertificate = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test func withoutAFileOfAuthoritiesNobodyIsTrusted() async throws {
        let server = try await SecureOrigin()
        defer { server.stop() }
        let error = try await transfers.get(server.url) { $0.authoritiesFile = "/nonexistent.pem" }.error
        #expect(error?.description.contains("ca-certificates") == true)
    }

    @Test(.timeLimit(.minutes(5)))
    func aServerThatNeverShakesHandsEndsByTheConnectTime() async throws {
        let origin = try Origin()
        let url = origin.url("/").replacing("http:", with: "https:")
        // The origin reads the first bytes of TLS as a request that does not end.
        let result = try await transfers.get(url) { $0.limits.connect = .milliseconds(300) }
        #expect(result.error?.stage == .securing)
    }
}

/// nginx with a certificate of its own for localhost, on a free port.
private final class SecureOrigin {
    let url: String
    let certificateFile: String
    private let folder: String
    private let nginx: ChildProcess

    static let isAvailable =
        FileManager.default.isExecutableFile(atPath: "/usr/sbin/nginx")
        && FileManager.default.isExecutableFile(atPath: "/usr/bin/openssl")

    init() async throws {
        folder = NSTemporaryDirectory() + "telex-tls-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        certificateFile = folder + "/cert.pem"
        try await Self.run(
            "/usr/bin/openssl",
            [
                "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2",
                "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-keyout", folder + "/key.pem",
                "-out", certificateFile,
            ]
        )
        // A port that was free a moment ago.
        let probe = try Origin()
        let port = probe.port
        probe.stop()
        url = "https://localhost:\(port)/feed.rss"
        try Data("<rss/>\n".utf8).write(to: URL(filePath: folder + "/feed.rss"))
        try Data(Self.configuration(folder: folder, port: port).utf8).write(to: URL(filePath: folder + "/nginx.conf"))
        nginx = try Self.start(
            "/usr/sbin/nginx",
            ["-p", folder, "-c", folder + "/nginx.conf", "-e", folder + "/error.log"]
        )
        try await waitUntilItListens(port)
    }

    func stop() {
        nginx.send(signal: SIGKILL)
        Task { [nginx] in await nginx.status() }
        try? FileManager.default.removeItem(atPath: folder)
    }

    private func waitUntilItListens(_ port: Int) async throws {
        while !nginx.hasEnded {
            if let stream = try? await OriginStream(sending: [], port: port) { return stream.close() }
            await Task.yield()
        }
        throw NotAnAddress(url: url)
    }

    private static func run(_ program: String, _ arguments: [String]) async throws {
        _ = try await start(program, arguments).status()
    }

    private static func start(_ program: String, _ arguments: [String]) throws -> ChildProcess {
        let nothing = open("/dev/null", O_RDWR | O_CLOEXEC)
        defer { close(nothing) }
        return try ChildProcess(
            program,
            arguments: arguments,
            environment: ["PATH": "/usr/bin:/bin"],
            input: nothing,
            output: nothing,
            errors: nothing
        )
    }

    private static func configuration(folder: String, port: Int) -> String {
        """
        daemon off; master_process off; pid \(folder)/pid; error_log \(folder)/error.log;
        events {}
        http {
            access_log off;
            client_body_temp_path \(folder)/body; proxy_temp_path \(folder)/proxy; fastcgi_temp_path \(folder)/fastcgi;
            uwsgi_temp_path \(folder)/uwsgi; scgi_temp_path \(folder)/scgi;
            server {
                listen 127.0.0.1:\(port) ssl http2;
                ssl_certificate \(folder)/cert.pem; ssl_certificate_key \(folder)/key.pem;
                root \(folder);
            }
        }
        """
    }
}
