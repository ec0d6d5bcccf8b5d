// Elements inside a kept text: XHTML content, and markup that should have been escaped.

import FeedModel
import XMLStream

extension DocumentReader {
    /// How the text of an element is to be read; nil for content that is elsewhere or is no text.
    func textKind(of tag: XMLStartTag, field: Field) -> TextKind? {
        if let address = tag.value(FeedTerm.src.rawValue), field == .content {
            entryDraft.contentAddress = URLReference.resolve(address.string, base: base)
            return nil
        }
        let term = FeedTerm(rawValue: tag.code)
        if term == .xhtmlBody || term == .xhtmlDiv || term == .body { return .xhtml }
        let isMarkup = dialect?.isMarkupByDefault == true && !isAtomConstruct(term)
        // Modules have no type: their texts are HTML in practice, in Atom documents too.
        let byDefault: TextKind = isMarkup || isModuleText(term) ? .html : .plain
        guard let type = tag.value(FeedTerm.type.rawValue)?.string.lowercased(), !isMarkup else {
            return byMode(of: tag, isHTML: false) ?? byDefault
        }
        switch type {
        case "xhtml", "application/xhtml+xml": return byMode(of: tag, isHTML: true) ?? .xhtml
        case "html", "text/html": return byMode(of: tag, isHTML: true) ?? (isOldAtom ? .xhtml : .html)
        case "text", "text/plain", "": return byMode(of: tag, isHTML: false) ?? .plain
        default:
            if type.hasPrefix("text/") { return byMode(of: tag, isHTML: false) ?? .plain }
            let isXML = type.hasSuffix("+xml") || type.hasSuffix("/xml")
            return isXML ? .xhtml : byMode(of: tag, isHTML: true) ?? (type.contains("/") ? nil : .plain)
        }
    }

    /// Atom 0.3's `mode`; nil when the element has none.
    private func byMode(of tag: XMLStartTag, isHTML: Bool) -> TextKind? {
        guard let mode = tag.value(FeedTerm.mode.rawValue) else { return nil }
        if mode.matches("base64") { return isHTML ? .base64HTML : .base64Plain }
        if mode.matches("escaped") { return isHTML ? .html : .plain }
        return nil
    }

    private var isOldAtom: Bool { feed.format == .atom03 }

    private func isAtomConstruct(_ term: FeedTerm?) -> Bool {
        guard let term else { return false }
        return term.rawValue >= FeedTerm.atomFeed.rawValue && term.rawValue <= FeedTerm.atomInfo.rawValue
    }

    private func isModuleText(_ term: FeedTerm?) -> Bool {
        guard let term else { return false }
        return !isAtomConstruct(term)
    }

    func openInline(_ tag: XMLStartTag, _ frame: inout Frame) {
        guard let index = frames.lastIndex(where: { $0.scope == .text }) else { return }
        frame.scope = .inline
        guard frames[index].place?.field.mayHoldMarkup == true else { return }
        settleKind(at: index)
        frame.kind = frames[index].kind
        // Inside, xml:base may have moved: then the address is made absolute here, for the whole has but one base.
        let hasMoved = frames[(index + 1)...].contains(where: \.hasBase) || frame.hasBase
        frame.name = MarkupWriter.open(tag, base: hasMoved && !options.keepsRaw ? base : nil, into: &buffer)
    }

    /// A text that turns out to hold elements is markup: what came before was characters.
    private func settleKind(at index: Int) {
        let start = frames[index].start
        let isBlank = buffer[start...].allSatisfy(WhiteSpace.contains)
        switch frames[index].kind {
        case .plain:
            let text = Array(buffer[start...])
            buffer.removeSubrange(start...)
            MarkupWriter.escape(text, into: &buffer)
            frames[index].kind = .xhtml
        case .html where isBlank: frames[index].kind = .xhtml
        default: return
        }
    }
}
