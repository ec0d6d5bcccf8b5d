// A dateline that a wire format gives in an element of its own: nothing follows it, and it need not look like one.

import FeedModel

extension DatelineParser {
    /// The dateline `Berlin (dpa) - `, `BEIJING, July 23` or `Helsinki` is; nil for a text that names neither place nor
    /// agency.
    func parse(element text: String) -> Dateline? {
        let bare = text.trimmingSpaces.trimmingSuffix { "-–—=:. ".contains($0) }
        // Read as at the head of a line, where the forms with credits are told.
        if let match = parse(bare + " - Tekst"), match.isCredited { return match.dateline }
        guard let head = DatelineHead(bare), !head.places.isEmpty else { return nil }
        return Dateline(text: bare, places: head.places, agencies: [])
    }
}

extension String {
    /// Without the characters at the end that satisfy a condition, but for the full stop of a short form.
    fileprivate func trimmingSuffix(while isTrimmed: (Character) -> Bool) -> String {
        var rest = self[...]
        while let last = rest.last, isTrimmed(last) { rest.removeLast() }
        let following = self[rest.endIndex...]
        return following.first == "." && following.count == 1 ? self : String(rest)
    }
}
