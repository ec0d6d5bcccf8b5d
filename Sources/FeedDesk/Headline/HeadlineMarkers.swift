// What agencies and sites put before and behind a headline without making it another headline: UPDATE 1-, VIDEO:, (2),
// "| NU.nl". Only known markers and names go: a score "A - B" and a speaker "X: …" carry meaning. Part of the frozen
// headline recipe, version 1; both lists belong to it.

/// Cuts markers from both ends of a folded headline.
enum HeadlineMarkers {
    static func cut(_ signs: [Unicode.Scalar]) -> [Unicode.Scalar] {
        guard signs.contains(where: endsMarker) else { return signs }
        var rest = signs[...]
        // Each round cuts at least one sign, and markers never nest deeper than this.
        for _ in 0..<6 {
            guard let shorter = withoutPrefix(rest) ?? withoutSuffix(rest) else { break }
            rest = shorter
        }
        return Array(rest)
    }

    /// Every marker has one of these before it or behind it.
    private static func endsMarker(_ sign: Unicode.Scalar) -> Bool {
        switch sign {
        case ":", "|", "-", "]", ")", "•", "·": true
        default: false
        }
    }

    /// Kinds of transmission, not of content: an analysis or a column is another text than the news.
    private static let markers: Set<String> = [
        "alert", "breaking", "breaking news", "breakingview", "corrected", "correctie", "correction", "eil",
        "eilmeldung",
        "en direct", "exclusief", "exclusive", "exklusiv", "flash", "foto", "fotos", "just in", "kill", "lead", "live",
        "liveblog", "met video", "net binnen", "new", "nieuw", "photo", "photos", "rectificatie", "refile", "repeat",
        "rpt",
        "spoed", "ultima hora", "update", "updated", "updates", "urgent", "urgente", "video", "videos", "watch",
        "wrapup",
    ]

    /// Markers that Reuters joins to the headline with a bare hyphen; the others begin compounds, as in live-muziek.
    private static let hyphenated: Set<String> = [
        "corrected", "exclusive", "refile", "repeat", "rpt", "update", "updated", "wrapup",
    ]

    private static let publishers: Set<String> = Set(
        """
        ad, ad.nl, afp, al jazeera, algemeen dagblad, anp, ap, ap news, associated press, bbc, bbc news, belga, bloomberg, \
        bn destem, brabants dagblad, cnn, dagblad van het noorden, de gelderlander, de limburger, de morgen, de standaard, \
        de stentor, de telegraaf, de tijd, de volkskrant, deutsche welle, dpa, dw, dw.com, eindhovens dagblad, euronews, \
        faz, fd, fd.nl, france 24, friesch dagblad, hart van nederland, het financieele dagblad, het laatste nieuws, \
        het nieuwsblad, het parool, hln, l1, le monde, leeuwarder courant, metronieuws, metronieuws.nl, nd, nd.nl, \
        nederlands dagblad, nieuwsuur, nos, nos.nl, novum, npo radio 1, nrc, nrc.nl, nu.nl, omroep brabant, omroep west, \
        omroep zeeland, politico, pzc, rd.nl, reuters, rijnmond, rtl, rtl nieuws, rtv noord, rtv utrecht, spiegel, \
        sky news, tass, telegraaf, the guardian, the new york times, the washington post, trouw, tubantia, upi, volkskrant, \
        vrt, vrt nws, welt, zdf, zeelandnet, zeit
        """.split(separator: ",").map { name in name.split(separator: " ").joined(separator: " ") }
    )

    /// `update 1-`, `video: `, `live | `, `[video] `; nil when the headline opens with none, or is nothing else.
    private static func withoutPrefix(_ signs: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar>? {
        if let first = signs.first, let closing = pair(first), let end = signs.firstIndex(of: closing),
            isMarker(signs[(signs.startIndex + 1)..<end])
        {
            return nonEmpty(signs[(end + 1)...])
        }
        guard let end = signs.prefix(24).firstIndex(where: { $0 == ":" || $0 == "|" || $0 == "-" }) else { return nil }
        let marker = signs[..<end]
        guard isMarker(marker) else { return nil }
        let rest = signs[(end + 1)...]
        if signs[end] == "-" {
            let isSpaced = marker.last == " " && rest.first == " "
            guard isSpaced || (marker.last != " " && hyphenated.contains(name(of: marker))) else { return nil }
        }
        return nonEmpty(rest)
    }

    /// ` (2)`, ` (update)`, ` | video`, ` - nu.nl`.
    private static func withoutSuffix(_ signs: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar>? {
        if let last = signs.last, last == ")" || last == "]",
            let start = signs.lastIndex(of: last == ")" ? "(" : "["),
            isMarker(signs[(start + 1)..<(signs.endIndex - 1)]) || isVersion(signs[(start + 1)..<(signs.endIndex - 1)])
        {
            return nonEmpty(signs[..<start])
        }
        guard let separator = signs.lastIndex(where: { $0 == "|" || $0 == "-" || $0 == "•" || $0 == "·" }),
            separator > signs.startIndex, signs[separator - 1] == " ", separator + 1 < signs.endIndex,
            signs[separator + 1] == " "
        else { return nil }
        let tail = signs[(separator + 2)...]
        let isBar = signs[separator] != "-"
        guard publishers.contains(text(tail)) || (isBar && isMarker(tail)) else { return nil }
        return nonEmpty(signs[..<separator])
    }

    private static func isMarker(_ signs: ArraySlice<Unicode.Scalar>) -> Bool {
        markers.contains(name(of: signs))
    }

    /// The words of a marker without its number: "update 2" is "update", "2nd lead" is "lead".
    private static func name(of signs: ArraySlice<Unicode.Scalar>) -> String {
        text(signs).split { $0 == " " || $0 == "+" }
            .filter { $0.first?.isNumber != true || $0.count > 3 }
            .joined(separator: " ")
    }

    /// `(2)`: the number of a version; `(71)` is an age.
    private static func isVersion(_ signs: ArraySlice<Unicode.Scalar>) -> Bool {
        signs.count == 1 && signs.allSatisfy(HeadlineSigns.isDigit)
    }

    private static func nonEmpty(_ signs: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar>? {
        let isSpace: (Unicode.Scalar) -> Bool = { $0 == " " }
        guard let first = signs.firstIndex(where: { !isSpace($0) }),
            let last = signs.lastIndex(where: { !isSpace($0) }),
            HeadlineSigns.hasWords(Array(signs[first...last]))
        else { return nil }
        return signs[first...last]
    }

    private static func pair(_ sign: Unicode.Scalar) -> Unicode.Scalar? {
        sign == "[" ? "]" : sign == "(" ? ")" : nil
    }

    private static func text(_ signs: ArraySlice<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: signs)
        return String(view)
    }
}
