// Elements inside a kept text: XHTML content, and markup that should have been escaped.

import FeedModel
import XMLStream

extension DocumentReader {
    /// How the text of an element is to be read; nil for content that is elsewhere or is no text.
    mutating func textKind(of tag: XMLStartTag, field: Field) -> TextKind? {
        if let address = tag.value(FeedTerm.src.rawValue), field == .content {
            entryDraft.contentAddress = URLReference.resolve(address.string, base: base)
            return nil
        }
        let term = FeedTerm(rawValue: tag.code)
        if term == .xhtmlBody || term == .xhtmlDiv || term == .body { return .xhtml }
        // Only Atom's own texts have types; those of RSS and the modules are HTML in practice, wherever they stand.
        guard isAtomConstruct(term) else { return .html }
        // Without a type, RSS's habit holds in RSS: `summary` there need not be Atom's at all.
        if dialect?.isMarkupByDefault == true, tag.value(FeedTerm.type.rawValue) == nil { return .html }
        let mode = tag.value(FeedTerm.mode.rawValue)
        if mode?.matches("base64") == true { return .base64 }
        let isEscaped = mode?.matches("escaped") == true
        if tag.value(FeedTerm.type.rawValue) == nil, field == .content || field == .summary { return .untyped }
        let type = WhiteSpace.trimmed(tag.value(FeedTerm.type.rawValue)?.string.lowercased() ?? "text")
        switch type {
        case "xhtml", "application/xhtml+xml": return isEscaped ? .html : .xhtml
        // Atom 0.3 content is inline unless its mode says otherwise.
        case "html", "text/html": return isEscaped || feed.format != .atom03 ? .html : .xhtml
        default: break
        }
        if !type.contains("/") || type.hasPrefix("text/") { return .plain }
        if type.hasSuffix("+xml") || type.hasSuffix("/xml") { return isEscaped ? .html : .xhtml }
        // Pictures and sound are no text (RFC 4287 section 4.1.3.3).
        return ["image/", "audio/", "video/"].contains { type.hasPrefix($0) } ? nil : .base64
    }

    private func isAtomConstruct(_ term: FeedTerm?) -> Bool {
        guard let term else { return false }
        return term.rawValue >= FeedTerm.atomFeed.rawValue && term.rawValue <= FeedTerm.atomInfo.rawValue
    }

    mutating func openInline(_ tag: XMLStartTag, _ frame: inout Frame) {
        guard let index = frames.lastIndex(where: { $0.scope == .text }) else { return }
        frame.scope = .inline
        guard frames[index].place?.field.mayHoldMarkup == true else { return }
        let isFirst = scope == .text && buffer[frames[index].start...].allSatisfy(WhiteSpace.contains)
        let isWrapped = frames[index].kind == .xhtml && isAtomConstruct(FeedTerm(rawValue: frames[index].code))
        settleKind(at: index)
        frame.kind = frames[index].kind
        // The div around Atom's XHTML is not part of it (RFC 4287 section 3.1.1.3).
        if isFirst, isWrapped, tag.localName.matches("div") { return }
        // Inside, xml:base may have moved: then the address is made absolute here, for the whole has but one base.
        let hasMoved = frames[(index + 1)...].contains(where: \.hasBase) || frame.hasBase
        frame.name = MarkupWriter.open(tag, base: hasMoved && !options.keepsRaw ? base : nil, into: &buffer)
    }

    /// A text that turns out to hold elements is markup: what came before was characters.
    private mutating func settleKind(at index: Int) {
        let start = frames[index].start
        let isBlank = buffer[start...].allSatisfy(WhiteSpace.contains)
        switch frames[index].kind {
        case .plain, .untyped:
            let text = Array(buffer[start...])
            buffer.removeSubrange(start...)
            MarkupWriter.escape(text, into: &buffer)
            frames[index].kind = .xhtml
        // Where Atom says HTML, character data is HTML, elements beside it or not.
        case .html where isBlank && !isAtomConstruct(FeedTerm(rawValue: frames[index].code)):
            frames[index].kind = .xhtml
        default: return
        }
    }
}
