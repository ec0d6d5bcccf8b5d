// End tags: what a finished element leaves behind.

import FeedModel
import XMLStream

extension DocumentReader {
    mutating func close(_ frame: Frame) {
        switch frame.scope {
        case .inline:
            if !frame.name.isEmpty { MarkupWriter.close(frame.name, in: &buffer) }
            return
        case .text: closeText(frame)
        case .person: closePerson(frame)
        case .source: closeSource(frame)
        case .entry: closeEntry()
        case .document where dialect == nil && wire == nil: foreignRoot = outermostRoot
        case .wire: return closeWire()
        default: break
        }
        if buffer.count > frame.start { buffer.removeSubrange(frame.start...) }
        holder = frame.holder
    }

    private mutating func closeText(_ frame: Frame) {
        guard let place = frame.place, frame.start <= buffer.count else { return }
        let text = meant(WhiteSpace.trimmed(buffer[frame.start...]))
        guard !text.isEmpty else { return }
        switch scope {
        case .person: keepPersonPart(text, as: place.field)
        case .picture: offer(picture: String(decoding: text, as: UTF8.self), rank: 0)
        case .hours: keepHour(number(text))
        case .days: keepDay(Weekday.number(of: text))
        default: keep(text, as: place, kind: frame.kind, code: frame.code)
        }
    }

    /// Keywords are a list.
    private func terms(in text: ArraySlice<UInt8>, code: UInt16) -> [ArraySlice<UInt8>] {
        switch FeedTerm(rawValue: code) {
        case .itunesKeywords, .mediaKeywords: text.split(separator: UInt8(ascii: ","))
        case .anpKeywords, .anpCodes: text.split { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ";") }
        default: [text]
        }
    }

    /// Hour 24 is written for 0.
    private mutating func keepHour(_ hour: Int?) {
        guard let hour, hour >= 0, hour <= 24, !feed.pollHints.skipHours.contains(hour % 24) else { return }
        feed.pollHints.skipHours.append(hour % 24)
    }

    private mutating func keepDay(_ day: Int?) {
        guard let day, !feed.pollHints.skipDays.contains(day) else { return }
        feed.pollHints.skipDays.append(day)
    }

    private mutating func keep(_ text: ArraySlice<UInt8>, as place: FieldTable.Place, kind: TextKind, code: UInt16) {
        switch place.field {
        case .published, .updated:
            if let date = FeedDate.parse(text) {
                update { $0.offer(date, as: place.field, rank: place.rank) }
            } else {
                note("date not understood: \(WhiteSpace.folded(text.prefix(60)))")
            }
        case .category:
            for term in terms(in: text, code: code) {
                add(Category(term: plain(term), scheme: pendingScheme), rank: place.rank)
            }
        case .atomLink:
            guard var link = pendingLink else { return }
            link.href = String(decoding: text, as: UTF8.self)
            update { $0.add(link) }
        case .image: offer(picture: String(decoding: text, as: UTF8.self), rank: place.rank + 1)
        case .ttl:
            // Minutes; more than a year is no hint.
            if let minutes = number(text), minutes > 0, minutes <= 525_600 { feed.pollHints.ttlSeconds = minutes * 60 }
        case .updatePeriod: feed.pollHints.updatePeriodSeconds = UpdatePeriod.seconds(of: text)
        case .summary where place.rank == 0 && holder == .entry && entryDraft[.summary]?.rank == 0:
            // A second text of the first rank is no better summary: it is the body, where the entry has no other.
            entryDraft.offer(text, as: .content, kind: kind, rank: .max, base: base)
        case .updateFrequency: updateFrequency = number(text).flatMap { $0 > 0 ? $0 : nil }
        default:
            let base = base
            update { $0.offer(text, as: place.field, kind: kind, rank: place.rank, base: base) }
        }
    }

    private mutating func keepPersonPart(_ text: ArraySlice<UInt8>, as field: Field) {
        switch field {
        case .title: if person.name == nil { person.name = plain(text) }
        case .id: if person.email == nil { person.email = WhiteSpace.folded(text) }
        case .link: if person.url == nil { person.url = resolved(String(decoding: text, as: UTF8.self)) }
        default: return
        }
    }

    private mutating func closePerson(_ frame: Frame) {
        let rank = frame.place?.rank ?? 0
        if person == Person() { person = PersonText.parse(plain(meant(buffer[frame.start...]))) }
        let finished = person
        person = Person()
        update { $0.add(finished, rank: rank) }
    }

    private mutating func closeSource(_ frame: Frame) {
        var source = EntrySource()
        if let title = sourceDraft[.title] {
            source.title = text(title, of: sourceDraft)
        } else {
            let text = plain(meant(buffer[frame.start...]))
            source.title = text.isEmpty ? nil : text
        }
        source.url =
            sourceDraft.about.map { resolved($0) } ?? address(of: sourceDraft, rel: "self")
            ?? address(of: sourceDraft, rel: "alternate")
        if source != EntrySource() { entryDraft.source = source }
        entryDraft.sourceAuthors = sourceDraft.authors
    }

    private mutating func closeEntry() {
        isInEntry = false
        keepEntry()
    }

    /// Adds what was read to the feed's entries.
    mutating func keepEntry() {
        guard feed.entries.count < FeedParser.mostEntries else {
            skippedEntryCount += 1
            return
        }
        feed.entries.append(takeEntry())
    }

    /// The text without an encoding too many.
    private mutating func meant(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard let undone = DoubleEncoding.undone(text) else { return text }
        if !hasDoubleEncoding {
            hasDoubleEncoding = true
            feed.issues.append(ParseIssue(line: 0, column: 0, message: "text encoded twice in UTF-8, decoded twice"))
        }
        return undone[...]
    }

    /// The text of a name or label: one line, character references resolved where someone escaped them twice.
    private func plain(_ text: ArraySlice<UInt8>) -> String {
        let line = WhiteSpace.folded(text)
        return text.contains(UInt8(ascii: "&")) ? HTMLText.plainText(line) : line
    }

    private func number(_ text: ArraySlice<UInt8>) -> Int? {
        Int(String(decoding: text.prefix(12), as: UTF8.self))
    }

    private mutating func note(_ message: String) {
        guard feed.issues.count < 100 else { return }
        feed.issues.append(ParseIssue(line: pendingLine.line, column: pendingLine.column, message: message))
    }
}
