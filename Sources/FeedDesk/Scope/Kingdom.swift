// Which places lie in the Kingdom of the Netherlands: what makes a dateline domestic when the home country is NL.

/// The Netherlands, Aruba, Curaçao and Sint-Maarten (wire copy counts all four as domestic).
enum Kingdom {
    /// Whether a place, as a dateline prints it, lies in the Kingdom.
    static func contains(_ place: String) -> Bool {
        let key = Folding.key(place)
        if places.contains(key) { return true }
        // "HENGELO (OV)" and "BERGEN OP ZOOM" differ from "BERGEN"; only what stands in brackets is left out.
        guard let bracket = place.firstIndex(of: "(") else { return false }
        return places.contains(Folding.key(String(place[..<bracket])))
    }

    private static let places: Set<String> = Set(
        names.split(separator: ",").map { Folding.key(String($0)) }.filter { !$0.isEmpty }
    )
}
