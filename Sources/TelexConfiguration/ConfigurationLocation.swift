// Which configuration file is meant when several could be. Pure: whether it exists is found out by who opens it.

/// Where the configuration is.
package enum ConfigurationLocation {
    /// `--config`, else $TELEX_CONFIG, else $CONFIGURATION_DIRECTORY/telex.yaml, else /etc/telex/telex.yaml. Empty
    /// values count as absent.
    package static func find(option: String?, environment: [String: String]) -> String {
        if let option, !option.isEmpty { return option }
        if let path = environment["TELEX_CONFIG"], !path.isEmpty { return path }
        if let folder = ConfigurationPaths.first(environment["CONFIGURATION_DIRECTORY"]) {
            return ConfigurationPaths.join(folder, "telex.yaml")
        }
        return "/etc/telex/telex.yaml"
    }
}
