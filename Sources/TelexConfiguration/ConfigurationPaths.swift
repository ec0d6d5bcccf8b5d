// Where relative paths in the configuration lead. Pure: nothing is looked up on disk.

/// The folders relative paths are against.
struct ConfigurationPaths: Sendable {
    let file: String
    private let stateFolder: String
    private let secretFolder: String

    init(file: String, environment: [String: String]) {
        self.file = file
        let folder = Self.folder(of: file)
        stateFolder = Self.first(environment["STATE_DIRECTORY"]) ?? folder
        secretFolder = Self.first(environment["CREDENTIALS_DIRECTORY"]) ?? folder
    }

    /// A database or output path, against $STATE_DIRECTORY, else the config file's folder.
    func state(_ path: String) -> String { Self.join(stateFolder, path) }

    /// A secret's path, against $CREDENTIALS_DIRECTORY, else the config file's folder.
    func secret(_ path: String) -> String { Self.join(secretFolder, path) }

    /// systemd separates several folders by colons (systemd.exec, StateDirectory=); the first is the main one.
    static func first(_ folders: String?) -> String? {
        folders?.split(separator: ":").first.map(String.init)
    }

    private static func folder(of file: String) -> String {
        guard let slash = file.lastIndex(of: "/") else { return "" }
        return slash == file.startIndex ? "/" : String(file[..<slash])
    }

    static func join(_ folder: String, _ path: String) -> String {
        if path.hasPrefix("/") || folder.isEmpty { return path }
        return folder.hasSuffix("/") ? folder + path : "\(folder)/\(path)"
    }
}
