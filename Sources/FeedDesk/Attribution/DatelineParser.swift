// Finds the dateline at the head of a line of agency copy: `GENÈVE (ANP/RTR/AFP) - …` and its forms in other languages
// and agencies. Reads characters, makes no search over the text after the head, and credits nobody on a guess.

import FeedModel

/// A hand-written scanner over the first characters of a line.
struct DatelineParser: Sendable {
    /// A dateline and the characters it covers.
    struct Match: Sendable, Equatable {
        var dateline: Dateline
        /// Unicode scalars of the line, the separator and space that end the dateline included.
        var range: Range<Int>
        /// It names who supplied the text in brackets: enough to be believed on a line other than the first.
        var isCredited: Bool
    }

    /// A dateline ends within this many scalars, or there is none.
    static let reach = 160

    let agencies: AgencyTable

    init(agencies: AgencyTable) {
        self.agencies = agencies
    }

    /// The dateline at the head of a text's first line; nil when it has none.
    /// - Parameter isFirst: others count where they name who supplied the text, and only there.
    func parse(_ text: Substring, isFirst: Bool = true) -> Match? {
        let signs = DatelineSigns(of: text, reach: Self.reach)
        guard signs.hasBrackets || signs.hasDash || (isFirst && signs.hasColon) else { return nil }
        let copy = DatelineCopy(text, reach: Self.reach)
        let start = copy.skipSpaces(0)
        let match =
            (signs.hasBrackets ? credited(copy, from: start) : nil)
            ?? (signs.hasDash ? bareCredit(copy, from: start) : nil)
            ?? (isFirst ? placeOnly(copy, from: start) : nil)
        guard match == nil, signs.hasBrackets || signs.hasDash else { return match }
        return copy.endOfLabel(DatelineWords.labels).flatMap { labelEnd in
            // After "UPDATE - " only a full dateline counts: "VIDEO - LONDEN - …" may be anything.
            // Capitals that are a place are no label.
            guard isFirst || placeOnly(copy, from: start) == nil else { return nil }
            let match = credited(copy, from: labelEnd) ?? bareCredit(copy, from: labelEnd)
            return match.flatMap { $0.isCredited ? $0 : nil }
        }
    }

    // MARK: - Credits in brackets

    /// `PLACE, region, date (CODES) - `, `(CODES) - PLACE, date - ` and `(CODES) - `.
    private func credited(_ copy: DatelineCopy, from start: Int) -> Match? {
        var search = start
        // A place may hold brackets of its own, as in FRANKFURT (ODER), so the first pair need not be the credit.
        for _ in 0..<3 {
            guard let group = copy.bracketed(from: search) else { return nil }
            if let codes = CreditCodes(copy.text(group.inner), agencies: agencies),
                let match = match(copy, from: start, group: group, codes: codes)
            {
                return match
            }
            search = group.outer.upperBound
        }
        return nil
    }

    private func match(
        _ copy: DatelineCopy,
        from start: Int,
        group: DatelineCopy.Bracketed,
        codes: CreditCodes
    ) -> Match? {
        let separator = copy.separator(at: group.outer.upperBound)
        // Without a separator the text has to begin a sentence: "de Autoriteit (AP) heeft" goes on.
        guard separator.isPresent || copy.startsSentence(at: separator.end) else { return nil }
        let before = copy.text(start..<group.outer.lowerBound)
        guard let head = DatelineHead(before) else {
            // `HET WEER (ANP) - `: supplied all the same. A picture is not the text.
            guard separator.isPresent, codes.hasKnown, !group.isSlashed, DatelinePlace.isLabel(before),
                before.allSatisfy({ $0.isLetter || " '’".contains($0) }),
                !Folding.words(before).contains(where: DatelineWords.pictures.contains)
            else { return nil }
            return result(copy, group.outer, separator.end, [], codes.codes)
        }
        if head.places.isEmpty, !head.hasDate {
            guard codes.hasKnown, !group.isSlashed else { return nil }
            if separator.isPresent, let following = placeAfterCredit(copy, from: separator.end) {
                return result(copy, start..<following.textEnd, following.end, following.places, codes.codes)
            }
            return result(copy, start..<group.outer.upperBound, separator.end, [], codes.codes)
        }
        guard accepts(head, codes, isSeparated: separator.isPresent) else { return nil }
        return result(
            copy,
            start..<group.outer.upperBound,
            separator.end,
            head.places,
            codes.credits(dated: head.hasDate)
        )
    }

    /// Whether the words before the brackets and the codes in them are a dateline together.
    private func accepts(_ head: DatelineHead, _ codes: CreditCodes, isSeparated: Bool) -> Bool {
        if codes.hasKnown {
            // AP after "Autoriteit Persoonsgegevens" abbreviates it.
            return head.isInCapitals || head.hasDate || !head.regions.isEmpty || !codes.abbreviate(head.places)
        }
        guard isSeparated, !head.places.isEmpty else { return false }
        let isKnown = head.isInCapitals && head.places.allSatisfy(KnownPlaces.contains)
        if codes.isDenied { return isKnown }
        return codes.isWireShaped ? isKnown || head.hasDate : head.isInCapitals && head.hasDate
    }

    /// `ROMA, 1 LUG - ` after `(ANSA) - `.
    private func placeAfterCredit(_ copy: DatelineCopy, from start: Int) -> (places: [String], textEnd: Int, end: Int)?
    {
        guard let dash = copy.spacedDash(from: start),
            let head = DatelineHead(copy.text(start..<dash.start)), !head.places.isEmpty,
            head.isInCapitals || head.hasDate
        else { return nil }
        return (head.places, copy.trimmedEnd(start..<dash.start), dash.end)
    }

    // MARK: - Credits without brackets, and places alone

    /// `SAITAMA, Japan, Dec. 9 Kyodo - `: known codes before a dash, after a date or a place in capitals.
    private func bareCredit(_ copy: DatelineCopy, from start: Int) -> Match? {
        guard let dash = copy.spacedDash(from: start) else { return nil }
        let words = copy.text(start..<dash.start).split(separator: " ")
        guard words.count > 1, let last = words.last,
            let codes = CreditCodes(String(last), agencies: agencies), codes.isAllKnown,
            let head = DatelineHead(words.dropLast().joined(separator: " ")), !head.places.isEmpty
        else { return nil }
        // Two letters mean too much else: TT is a race at Assen.
        guard head.hasDate || (head.isInCapitals && last.count > 2) else { return nil }
        return result(copy, start..<copy.trimmedEnd(start..<dash.start), dash.end, head.places, codes.codes)
    }

    /// `LONDEN – Text` and `LONDEN: Text`: capitals that are known to be a place, or stand as only a dateline does. Any
    /// others may be the name of a column, and are as often NAVO, KLM or AJAX.
    private func placeOnly(_ copy: DatelineCopy, from start: Int) -> Match? {
        if let dash = copy.spacedDash(from: start), let head = DatelineHead(copy.text(start..<dash.start)),
            head.isInCapitals, head.hasEvidence || head.places.allSatisfy(KnownPlaces.contains)
        {
            return placeOnly(copy, start..<dash.start, head, textStart: dash.end)
        }
        // A country before a colon speaks, plays or counts its votes.
        guard let colon = copy.spacedColon(from: start), let head = DatelineHead(copy.text(start..<colon.start)),
            head.isInCapitals, head.places.allSatisfy(KnownPlaces.isTown)
        else { return nil }
        return placeOnly(copy, start..<colon.start, head, textStart: colon.end)
    }

    private func placeOnly(
        _ copy: DatelineCopy,
        _ printed: Range<Int>,
        _ head: DatelineHead,
        textStart: Int
    ) -> Match? {
        guard copy.startsSentence(at: textStart), !copy.isScore(at: textStart),
            !copy.opensInCapitals(at: textStart, with: KnownPlaces.contains)
        else { return nil }
        var match = result(copy, printed.lowerBound..<copy.trimmedEnd(printed), textStart, head.places, [])
        match?.isCredited = false
        return match
    }

    private func result(
        _ copy: DatelineCopy,
        _ printed: Range<Int>,
        _ end: Int,
        _ places: [String],
        _ codes: [AgencyCode]
    ) -> Match? {
        guard printed.lowerBound < end else { return nil }
        let dateline = Dateline(text: copy.text(printed), places: places, agencies: codes)
        return Match(dateline: dateline, range: printed.lowerBound..<end, isCredited: !codes.isEmpty)
    }
}
