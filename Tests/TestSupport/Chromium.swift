// A real browser, for what only one can tell: what became of a page once it was read, styled and run.

import Glibc

/// Chromium without a window.
package enum Chromium {
    private static let program: String? = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"]
        .first { path in access(path, X_OK) == 0 }

    /// The document at `url` after loading, written out by the browser.
    /// - Parameter patience: how many milliseconds a page that never finishes loading has; nil for pages that do, whose
    ///   timers then run through 10 seconds of the browser's own time.
    package static func dom(of url: String, patience: Int?) async throws -> String {
        guard let program else { throw OriginError(message: "no Chromium here: apt-get install chromium") }
        var template = Array("/tmp/telex-chromium-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw OriginError("mkdtemp") }
        let profile = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        let nothing = open("/dev/null", O_RDWR | O_CLOEXEC)
        let output = try ChildProcess.pipe()
        let time = patience.map { "--timeout=\($0)" } ?? "--virtual-time-budget=10000"
        // The profile is Chromium's own mess; the shell knows how to remove a tree.
        let command = "\"$@\"; status=$?; rm -rf \(profile); exit $status"
        let child = try ChildProcess(
            "/bin/sh",
            arguments: ["-c", command, "sh", program] + [
                "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
                "--user-data-dir=\(profile)", time, "--dump-dom", url,
            ],
            environment: ["HOME": profile, "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"],
            input: nothing,
            output: output.writing,
            errors: nothing
        )
        close(nothing)
        close(output.writing)
        var lines: [String] = []
        for await line in ChildProcess.lines(of: output.reading) { lines.append(line) }
        let status = await child.status()
        guard status == 0 else { throw OriginError(message: "chromium ended with \(status)") }
        return lines.joined(separator: "\n")
    }
}
