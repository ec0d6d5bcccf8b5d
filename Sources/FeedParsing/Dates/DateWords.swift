// The words of dates: months of several languages, zones, halves of the day.
// Refuses zones that mean different things in different places, but for the reading that feeds use.

/// Tables of words, lower case and without accents.
enum DateWords {
    enum Unit { case year, month, day }

    /// A month by its name or the first three letters or more of it.
    static func month(_ word: String) -> Int? { months[word] }

    static func isWeekday(_ word: String) -> Bool { weekdays.contains { word.hasPrefix($0) } }

    static func unit(of word: String) -> Unit? { units[word] }

    /// Lower case, accents off.
    static func folded(_ bytes: ArraySlice<UInt8>) -> String {
        if bytes.allSatisfy({ $0 < 0x80 }) {
            return String(decoding: bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
        }
        var text = ""
        for scalar in String(decoding: bytes, as: UTF8.self).lowercased().unicodeScalars {
            if let plain = accents[scalar] {
                text.unicodeScalars.append(plain)
            } else {
                text.unicodeScalars.append(scalar)
            }
        }
        return text
    }

    private static let accents: [Unicode.Scalar: Unicode.Scalar] = [
        "á": "a", "à": "a", "â": "a", "ä": "a", "ã": "a", "ç": "c", "é": "e", "è": "e", "ê": "e", "í": "i", "ó": "o",
        "ö": "o", "ú": "u", "û": "u", "ü": "u", "ά": "α", "έ": "ε", "ή": "η", "ί": "ι", "ϊ": "ι", "ό": "ο", "ύ": "υ",
    ]

    private static let months: [String: Int] = {
        let names: [(Int, String)] = [
            (1, "january januari januar janner janvier enero gennaio janeiro ιανουαριου"),
            (2, "february februari februar feber fevrier febrero febbraio fevereiro φεβρουαριου"),
            (3, "march maart marz mars marzo marco marts marcius mrt mrz μαρτιου"),
            (4, "april avril abril aprile aprilis απριλιου"),
            (5, "may mei mai mayo maggio maio maj majus μαιου"),
            (6, "june juni juin junio giugno junho junius ιουνιου"),
            (7, "july juli juillet julio luglio julho julius ιουλιου"),
            (8, "august augustus aout agosto augusti augusztus αυγουστου"),
            (9, "september septembre septiembre setiembre settembre setembro szeptember σεπτεμβριου"),
            (10, "october oktober octobre octubre ottobre outubro οκτωβριου"),
            (11, "november novembre noviembre novembro νοεμβριου"),
            (12, "december dezember decembre diciembre dicembre dezembro desember δεκεμβριου"),
        ]
        var table: [String: Int] = [:]
        for (month, list) in names {
            for name in list.split(separator: " ") {
                for length in min(3, name.count)...name.count { table[String(name.prefix(length))] = month }
            }
        }
        // Shared by June and July, and found for July ("juil" has its own entry).
        table["jui"] = nil
        return table
    }()

    private static let weekdays = [
        "mon", "tue", "wed", "thu", "fri", "sat", "sun", "maa", "din", "woe", "don", "vri", "zat", "zon", "mit", "fre",
        "sam", "son", "die", "lun", "mar", "mer", "mie", "jeu", "jue", "ven", "vie", "sab", "dim", "dom", "gio",
    ]

    /// In dates, and of no account there.
    static let ignored: Set<String> = [
        "t", "at", "of", "the", "on", "um", "uhr", "om", "uur", "op", "den", "le", "de", "del", "het", "il", "el", "kl",
        "h",
    ]

    static let ordinalSuffixes: Set<String> = ["st", "nd", "rd", "th", "er", "e", "º"]

    static let dayHalves: [String: Bool] = ["am": false, "pm": true, "오전": false, "오후": true]

    private static let units: [String: Unit] = [
        "년": .year, "월": .month, "일": .day, "年": .year, "月": .month, "日": .day,
    ]

    /// Seconds east of UTC. Letters as RFC 822 has them (and as feeds that use them mean them).
    static let zones: [String: Int] = {
        var zones: [String: Int] = [:]
        let quarters: [String: Int] = [
            "ut": 0, "utc": 0, "gmt": 0, "z": 0, "wet": 0,
            "west": 4, "bst": 4, "cet": 4, "met": 4, "mez": 4, "cest": 8, "mest": 8, "mesz": 8, "eet": 8, "sast": 8,
            "eest": 12, "msk": 12, "eat": 12, "msd": 16, "gst": 16, "pkt": 20, "ist": 22, "npt": 23, "wib": 28,
            "ict": 28,
            "hkt": 32, "sgt": 32, "awst": 32, "jst": 36, "kst": 36, "acst": 38, "aest": 40, "acdt": 42, "aedt": 44,
            "nzst": 48, "nzdt": 52,
            "nst": -14, "ndt": -10, "adt": -12, "art": -12, "brt": -12, "ast": -16, "at": -16, "edt": -16, "est": -20,
            "et": -20, "cdt": -20, "cst": -24, "ct": -24, "mdt": -24, "mst": -28, "mt": -28, "pdt": -28, "pst": -32,
            "pt": -32, "akdt": -32, "akst": -36, "hst": -40,
        ]
        for (name, value) in quarters { zones[name] = value * 900 }
        for (index, letter) in "abcdefghiklm".enumerated() { zones[String(letter)] = -(index + 1) * 3600 }
        for (index, letter) in "nopqrstuvwxy".enumerated() { zones[String(letter)] = (index + 1) * 3600 }
        return zones
    }()
}
