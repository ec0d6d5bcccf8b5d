// News agencies: the code credited in datelines, the other names it goes by, and who it is.

import FoundationEssentials

/// An agency's canonical code, such as `ANP`, `RTR` or `AFP`; codes the table does not know are kept as printed.
package struct AgencyCode: RawRepresentable, Sendable, Hashable, Codable, ExpressibleByStringLiteral,
    CustomStringConvertible
{
    package var rawValue: String

    package init(rawValue: String) {
        self.rawValue = rawValue
    }

    package init(stringLiteral value: String) {
        self.rawValue = value
    }

    package var description: String { rawValue }
}

/// One news agency.
package struct Agency: Sendable, Equatable, Codable {
    package var code: AgencyCode
    /// Other names and codes that mean this agency, as printed.
    package var aliases: [String]
    package var name: String
    /// ISO 3166-1 alpha-2.
    package var country: String?
    package var url: String?

    package init(code: AgencyCode, aliases: [String] = [], name: String, country: String? = nil, url: String? = nil) {
        self.code = code
        self.aliases = aliases
        self.name = name
        self.country = country
        self.url = url
    }
}

/// The agencies Telex knows, looked up by code or alias without regard to case.
package struct AgencyTable: Sendable {
    package let agencies: [Agency]
    private let byName: [String: Int]

    /// Later agencies replace earlier ones of the same code; their aliases win too.
    package init(_ agencies: [Agency]) {
        var kept: [Agency] = []
        for agency in agencies {
            if let index = kept.firstIndex(where: { $0.code == agency.code }) {
                kept[index] = agency
            } else {
                kept.append(agency)
            }
        }
        var byName: [String: Int] = [:]
        for (index, agency) in kept.enumerated() {
            for name in [agency.code.rawValue, agency.name] + agency.aliases {
                byName[name.lowercased()] = index
            }
        }
        self.agencies = kept
        self.byName = byName
    }

    /// The agency a code or alias names, or nil when the table has none.
    package func agency(named name: String) -> Agency? {
        byName[name.lowercased()].map { agencies[$0] }
    }

    /// The table that ships with Telex, Resources/agencies.json.
    package static let shipped: AgencyTable = {
        let shipped = try? JSONDecoder().decode([Agency].self, from: Data(PackageResources.agencies_json))
        return AgencyTable(shipped ?? [])
    }()
}
