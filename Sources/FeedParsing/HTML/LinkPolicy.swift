// Addresses in HTML: which schemes may stand in a link or be loaded, and their absolute form.
// Refuses javascript:, vbscript:, data: and every scheme not listed, however they are disguised.

/// Judges and resolves the addresses of a fragment.
enum LinkPolicy {
    /// The address of a link, absolute where `base` is known; nil when it may not be one.
    static func link(_ value: ArraySlice<UInt8>, base: String?) -> String? {
        address(value, base: base, schemes: linkSchemes)
    }

    /// The address of something loaded without asking; nil when it may not be.
    static func resource(_ value: ArraySlice<UInt8>, base: String?) -> String? {
        address(value, base: base, schemes: resourceSchemes)
    }

    /// A srcset (HTML, section 4.8.4.2.1) with what is allowed of it; nil when nothing is.
    static func resourceSet(_ value: ArraySlice<UInt8>, base: String?) -> String? {
        guard value.count <= longest else { return nil }
        var candidates: [String] = []
        // A control character must not part a comma from the end of its address: without it the comma would be one.
        var rest = value.filter { isSpace($0) || ($0 > 0x20 && $0 != 0x7F) }[...]
        while true {
            rest = rest.drop { isSpace($0) || $0 == UInt8(ascii: ",") }
            if rest.isEmpty { break }
            let url = rest.prefix { !isSpace($0) }
            rest = rest[url.endIndex...]
            var descriptor = ArraySlice<UInt8>()
            var address = url
            while address.last == UInt8(ascii: ",") { address.removeLast() }
            if address.endIndex == url.endIndex {
                descriptor = rest.prefix { $0 != UInt8(ascii: ",") }
                rest = rest[descriptor.endIndex...]
            }
            guard let resolved = resource(address, base: base), !resolved.isEmpty else { continue }
            let parts = descriptor.split(whereSeparator: isSpace).filter(isDescriptor)
            candidates.append(([resolved] + parts.map { String(decoding: $0, as: UTF8.self) }).joined(separator: " "))
        }
        return candidates.isEmpty ? nil : candidates.joined(separator: ", ")
    }

    /// Whether a link with this `target` opens a window that could reach back to the page it was opened from (HTML
    /// standard, section 7.3.2.4). A link that stays in its window is left as it is written.
    static func opensWindow(_ target: ArraySlice<UInt8>) -> Bool {
        // Nearly every one there is.
        if target.elementsEqual("_blank".utf8) { return true }
        return !["", "_self", "_parent", "_top"].contains(String(decoding: target, as: UTF8.self).lowercased())
    }

    /// `rel` with what keeps a new window from reaching back. Its words are ASCII, short and few; others are dropped.
    static func relation(_ rel: ArraySlice<UInt8>) -> String {
        var words: [String] = []
        for word in rel.prefix(1024).split(whereSeparator: isSpace)
        where words.count < mostRelations && word.count <= 32 {
            guard word.allSatisfy({ (0x21...0x7E).contains($0) }) else { continue }
            let name = String(decoding: word, as: UTF8.self).lowercased()
            if name != "opener" { words.append(name) }
        }
        for word in ["noopener", "noreferrer"] where !words.contains(word) { words.append(word) }
        return words.joined(separator: " ")
    }

    private static let mostRelations = 16

    // MARK: - Schemes

    private static let linkSchemes: Set<String> = [
        "callto", "ftp", "ftps", "geo", "gopher", "http", "https", "irc", "ircs", "magnet", "mailto", "matrix",
        "mms", "news", "nntp", "rtsp", "sftp", "sip", "sips", "sms", "snews", "svn", "tel", "telnet", "urn", "webcal",
        "xmpp",
    ]
    private static let resourceSchemes: Set<String> = ["http", "https", "ftp"]

    /// Longer ones are not asked for by any browser.
    private static let longest = 1 << 16

    private static func address(_ value: ArraySlice<UInt8>, base: String?, schemes: Set<String>) -> String? {
        guard value.count <= longest else { return nil }
        // Browsers drop these too (URL standard, section 4.4), so a scheme hidden by them is seen here.
        let visible = value.filter { $0 >= 0x20 && $0 != 0x7F }
        let reference = trimmed(String(decoding: visible, as: UTF8.self))
        // A place within this text, wherever the text goes; and nothing is nothing, not the document.
        if reference.isEmpty || reference.utf8.first == UInt8(ascii: "#") { return reference }
        guard isAllowed(reference, schemes) else { return nil }
        let resolved = URLReference.resolve(reference, base: base)
        return isAllowed(resolved, schemes) ? resolved : nil
    }

    /// Relative references, and absolute ones of a listed scheme. A colon before any slash that ends no proper scheme
    /// is refused: programs differ on what it means.
    private static func isAllowed(_ reference: String, _ schemes: Set<String>) -> Bool {
        let end = reference.utf8.firstIndex { $0 == UInt8(ascii: ":") || isDelimiter($0) }
        guard let end, reference.utf8[end] == UInt8(ascii: ":") else { return true }
        return schemes.contains(reference[..<end].lowercased())
    }

    private static func isDelimiter(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "/") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#")
            || byte == UInt8(ascii: "\\")
    }

    private static func isDescriptor(_ word: ArraySlice<UInt8>) -> Bool {
        guard let unit = word.last, unit == UInt8(ascii: "w") || unit == UInt8(ascii: "x") || unit == UInt8(ascii: "h")
        else { return false }
        return word.count > 1 && word.dropLast().allSatisfy { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || (0x09...0x0D).contains(byte)
    }

    private static func trimmed(_ text: String) -> String {
        let bytes = text.utf8
        guard bytes.first == 0x20 || bytes.last == 0x20 else { return text }
        let start = bytes.firstIndex { $0 != 0x20 } ?? bytes.endIndex
        let end = bytes.lastIndex { $0 != 0x20 }.map { bytes.index(after: $0) } ?? start
        return String(decoding: bytes[start..<end], as: UTF8.self)
    }
}
