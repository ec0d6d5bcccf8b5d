// A document that is no feed: what it is instead, in a few words for the person who configured its address.

enum Misfit {
    /// Files that are mistaken for feeds, told by their first bytes.
    private static let signatures: [(start: [UInt8], kind: String)] = [
        ([0x1F, 0x8B], "gzip-compressed data; unpack it first"),
        ([0x28, 0xB5, 0x2F, 0xFD], "zstd-compressed data; unpack it first"),
        ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "xz-compressed data; unpack it first"),
        ([0x42, 0x5A, 0x68], "bzip2-compressed data; unpack it first"),
        ([0x50, 0x4B, 0x03, 0x04], "a ZIP archive; unpack it first"),
        ([0x25, 0x50, 0x44, 0x46], "a PDF document"), ([0x89, 0x50, 0x4E, 0x47], "a PNG picture"),
        ([0xFF, 0xD8, 0xFF], "a JPEG picture"),
    ]

    /// What a document is that is no text at all; nil when its first bytes do not tell.
    static func binaryKind(of bytes: ArraySlice<UInt8>) -> String? {
        signatures.first { bytes.starts(with: $0.start) }?.kind
    }

    /// - Parameters:
    ///   - text: the document's beginning, in UTF-8.
    ///   - root: its root element when it is XML.
    ///   - isBinary: the bytes are no text in any encoding.
    static func describe(_ text: [UInt8], root: String?, isBinary: Bool) -> FeedParsingError {
        if isBinary { return .notAFeed("binary data") }
        guard text.contains(where: { !WhiteSpace.contains($0) }) else { return .empty }
        let lowered = text.prefix(64 * 1024).map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
        let isPage =
            root.map { $0.lowercased() == "html" } ?? (Prolog.find("<html", in: lowered) != nil)
            || Prolog.find("<!doctype html", in: lowered) != nil
        if isPage {
            let title = title(of: text, lowered: lowered)
            return .notAFeed(title.map { "an HTML page titled “\($0)”" } ?? "an HTML page without a title")
        }
        if let root { return .notAFeed("XML with the root element <\(shortened(root))>") }
        let start = shortened(WhiteSpace.folded(text.prefix(400)))
        return .notAFeed(text.contains(UInt8(ascii: "<")) ? "unreadable markup: “\(start)”" : "plain text: “\(start)”")
    }

    private static func title(of text: [UInt8], lowered: [UInt8]) -> String? {
        guard let tag = Prolog.find("<title", in: lowered),
            let start = lowered[tag...].firstIndex(of: UInt8(ascii: ">")),
            let end = Prolog.find("</title", in: lowered, from: start)
        else { return nil }
        let title = HTMLText.plainText(String(decoding: text[(start + 1)..<end], as: UTF8.self))
        return title.isEmpty ? nil : shortened(title)
    }

    private static func shortened(_ text: String) -> String {
        text.count > 80 ? text.prefix(79) + "…" : text
    }
}
