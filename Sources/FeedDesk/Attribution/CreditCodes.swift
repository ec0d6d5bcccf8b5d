// The codes in the brackets of a dateline, or none when what stands there credits nobody: an age, an office, a picture.

import FeedModel

/// Codes as printed in one credit: `ANP/RTR/AFP`, `ats afp`, `STT–AFP`, `Thomson Reuters`.
struct CreditCodes {
    private enum Code: Equatable {
        case known(AgencyCode)
        /// As printed: capitals of the length of a code.
        case unknown(String)
        /// As printed: a name such as `Europa Press`.
        case name(String)
        /// A desk's sign, as in `(SDA/sj)`.
        case sign
    }

    private let parts: [Code]

    /// Nil when the text has not the shape of codes.
    init?(_ text: String, agencies: AgencyTable) {
        let trimmed = Self.trim(text)
        guard (2...64).contains(trimmed.unicodeScalars.count) else { return nil }
        if let agency = Self.agency(trimmed, in: agencies) {
            parts = [.known(agency)]
            return
        }
        var parts: [Code] = []
        for printed in Self.split(trimmed) {
            guard let codes = Self.read(printed, agencies: agencies) else { return nil }
            parts += codes
        }
        guard !parts.isEmpty, parts.count <= 12, parts.contains(where: { $0 != .sign }) else { return nil }
        self.parts = parts
    }

    var hasKnown: Bool { parts.contains { if case .known = $0 { true } else { false } } }

    var isAllKnown: Bool { parts.allSatisfy { if case .known = $0 { true } else { false } } }

    /// Everything is capitals of a code's length.
    var isWireShaped: Bool { parts.allSatisfy { if case .unknown = $0 { true } else { false } } }

    /// One of the codes is known to be something else: (WHO), (VN), (VVD).
    var isDenied: Bool { parts.contains { if case .unknown(let code) = $0 { Self.isDenied(code) } else { false } } }

    /// Canonical codes in the order printed, without doubles, for a credit with at least one known code.
    var codes: [AgencyCode] { credits(dated: false) }

    /// As `codes`; names count beside a known code or after a date only.
    func credits(dated: Bool) -> [AgencyCode] {
        var credits: [AgencyCode] = []
        for part in parts {
            let code: AgencyCode? =
                switch part {
                case .known(let code): code
                case .unknown(let printed): Self.isDenied(printed) ? nil : AgencyCode(rawValue: printed)
                case .name(let printed): hasKnown || dated ? AgencyCode(rawValue: printed) : nil
                case .sign: nil
                }
            if let code, !credits.contains(code) { credits.append(code) }
        }
        return credits
    }

    /// The codes are the initials of the words before them: `Autoriteit Persoonsgegevens (AP)`.
    func abbreviate(_ places: [String]) -> Bool {
        guard parts.count == 1, case .known(let code)? = parts.first else { return false }
        let initials = places.flatMap(Folding.words).compactMap(\.first)
        let letters = Array(code.rawValue.lowercased())
        return letters.count > 1 && letters.count <= initials.count && Array(initials.suffix(letters.count)) == letters
    }

    private static func isDenied(_ code: String) -> Bool {
        DatelineWords.notAgencies.contains(Folding.key(code))
    }

    private static func trim(_ text: some StringProtocol) -> String {
        guard let first = text.firstIndex(where: { !isEnd($0) }), let last = text.lastIndex(where: { !isEnd($0) })
        else { return "" }
        return String(text[first...last])
    }

    private static func isEnd(_ character: Character) -> Bool {
        character == " " || character == "," || character == "." || character == "\\"
    }

    private static func isSeparator(_ character: Character) -> Bool {
        switch character {
        case "/", ",", "+", "&", ";": true
        default: false
        }
    }

    private static func split(_ text: String) -> [String] {
        var spaced = text
        if text.hasByte(0x20) {
            for word in [" en ", " and ", " und ", " et "] {
                spaced = spaced.split(separator: word).joined(separator: "/")
            }
        }
        return spaced.split(whereSeparator: isSeparator).map { trim($0) }.filter { !$0.isEmpty }
    }

    private static func read(_ printed: String, agencies: AgencyTable) -> [Code]? {
        if let agency = agency(printed, in: agencies) { return [.known(agency)] }
        let words = printed.split(whereSeparator: { $0 == " " || $0 == "-" || $0 == "–" }).map(String.init)
        let known = words.map { agency($0, in: agencies) }
        if words.count > 1, known.allSatisfy({ $0 != nil }) { return known.compactMap { $0.map(Code.known) } }
        guard printed.unicodeScalars.allSatisfy({ $0.properties.isAlphabetic || " -.’'".unicodeScalars.contains($0) }),
            !Folding.words(printed).contains(where: DatelineWords.pictures.contains)
        else { return nil }
        let length = printed.unicodeScalars.count
        if words.count == 1, DatelineCopy.isInCapitals(printed) {
            return (2...12).contains(length) ? [.unknown(printed)] : nil
        }
        if words.count == 1, length <= 5, printed.allSatisfy(\.isLowercase) { return [.sign] }
        guard words.count <= 2, length <= 24, words.allSatisfy({ $0.first?.isUppercase ?? false }) else { return nil }
        if Folding.words(printed).contains(where: DatelineWords.deskWords.contains) { return nil }
        // `(Reuters Health)`, `(dpa Hessen)`: a desk of an agency.
        if words.count == 2, words[0].count > 2, let first = known.first, let desk = first { return [.known(desk)] }
        return [.name(printed)]
    }

    /// Two letters count in capitals only.
    private static func agency(_ printed: String, in agencies: AgencyTable) -> AgencyCode? {
        guard printed.count > 2 || DatelineCopy.isInCapitals(printed) else { return nil }
        return agencies.agency(named: printed)?.code
    }
}
