// The version, in one place: --version, User-Agent, generator elements and the status page read it here.

/// What this build calls itself.
enum TelexVersion {
    static let number = "0.1.0"
}
